"""The frozen program: what all installers are made around."""
