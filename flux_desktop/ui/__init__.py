"""The window. Widgets never wait and never see HTTP or SQL."""

import sys

import PySide6.QtCore  # noqa: F401  it loads what is looked for below

# WORKAROUND https://bugreports.qt.io/browse/PYSIDE-2029
# Qt's binding reads the source of every module that is imported, whosever it is, to find its own name in it: a tenth of
# a second at the start. That is for a feature that nothing here uses. Without the sources, as in an installed program,
# it takes every module for one that does not use it.
if (_feature := sys.modules.get("shibokensupport.feature")) is not None:
    setattr(_feature, "_mod_uses_pyside", lambda module: False)  # noqa: B010  it is not declared
