"""The installer for Windows: a program folder with CPython and Qt in it, and the NSIS script that unpacks it."""
