"""What goes into the frozen program, and what stays out of it: read by `flux-desktop.spec`, checked by tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

__all__ = [
    "EXCLUDED",
    "QT_LANGUAGES",
    "ROOT",
    "data_files",
    "hidden_imports",
    "is_of_the_system",
    "is_wanted",
    "modules",
]

ROOT = Path(__file__).resolve().parents[2]

QT_LANGUAGES = ("de",)
"""Languages whose words of Qt's own (dialogs, standard buttons) come along: those that the program speaks."""

EXCLUDED = (
    # Nothing here is asked for when the program runs; each would bring megabytes, or another program's libraries.
    "tkinter", "unittest", "doctest", "pydoc", "pdb", "test", "lib2to3", "ensurepip", "idlelib", "xmlrpc",
    "setuptools", "pkg_resources", "pip", "hatchling", "PyInstaller", "distutils", "readline", "rlcompleter",
    "cffi._shimmed_dist_utils",
    "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.tests",
    "PIL.ImageTk", "PIL.ImageQt", "PIL._tkinter_finder", "IPython", "matplotlib", "pandas", "rich",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtDesigner",
)  # fmt: skip

NO_RESOURCES = ("screenshots",)
"""Folders of `resources` that only the README shows."""

_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")
_UNWANTED_PLUGINS = (
    # qgtk3 drags the build machine's GTK along; file dialogs are the desktop's by way of its portal.
    "platformthemes/libqgtk3", "platforms/libqeglfs", "platforms/libqlinuxfb", "platforms/libqminimalegl",
    "platforms/libqvnc", "platforms/libqvkkhrdisplay", "platforms/libqwayland-egl-brcm",
    "platforminputcontexts/libqtvirtualkeyboard", "platforminputcontexts/qtvirtualkeyboard",
    "imageformats/libqpdf", "imageformats/qpdf", "egldeviceintegrations/", "generic/", "sqldrivers/", "qmltooling/",
    "designer/", "networkinformation/", "tls/", "platforms/qdirect2d", "platforms/qminimal.dll",
)  # fmt: skip
_UNWANTED_LIBRARIES = (
    "Qt6Qml", "Qt6Quick", "Qt6Pdf", "Qt6VirtualKeyboard", "Qt6EglFS", "Qt6EglFs", "Qt6OpenGLWidgets", "Qt6Sql",
    "Qt6Designer", "Qt6Help", "Qt6Test", "opengl32sw",
    "QtQml", "QtQuick", "QtPdf", "QtVirtualKeyboard",
)  # fmt: skip


def modules() -> list[str]:
    """Every module of the program. Many are imported by a name that is put together, and not found by analysis."""
    paths = sorted((ROOT / "flux_desktop").rglob("*.py"))
    parts = (path.relative_to(ROOT).with_suffix("").parts for path in paths)
    return [".".join(part[:-1] if part[-1] == "__init__" else part) for part in parts]


def hidden_imports() -> list[str]:
    """The program's own modules, and those of other packages that are only named at run time."""
    vips = ["pyvips", "_libvips", "_cffi_backend"]  # the second is named in a string, and imports the third from C
    return [*modules(), *vips, "truststore", "pi_heif", "PIL.AvifImagePlugin", "PIL.WebPImagePlugin", "qasync"]


def data_files() -> list[tuple[str, str]]:
    """`resources` as pairs of a file and the folder to put it in, where `flux_desktop.resources` looks for it."""
    folder = ROOT / "resources"
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    places = ((path, path.relative_to(folder)) for path in files)
    return [
        (str(path), str(PurePosixPath("flux_desktop/resources") / place.parent.as_posix()))
        for path, place in places
        if place.parts[0] not in NO_RESOURCES
    ]


def is_wanted(place: str, languages: Iterable[str] = QT_LANGUAGES) -> bool:
    """Whether a file that PyInstaller found for the place `place` in the bundle is to come along."""
    path = place.replace("\\", "/")
    if "/translations/" in path and path.endswith(".qm") and "flux_desktop" not in path:
        return any(path.endswith(f"/qtbase_{language}.qm") for language in languages)
    if any(f"/plugins/{part}" in path for part in _UNWANTED_PLUGINS):
        return False
    # Of a framework of macOS nothing may be left: half of one cannot be signed.
    frameworks = [part for part in path.split("/") if part.endswith(".framework")]
    names = [name.removeprefix("lib") for name in (*frameworks, path.rpartition("/")[2])]
    return not any(name.startswith(_UNWANTED_LIBRARIES) for name in names)


def is_of_the_system(source: str) -> bool:
    """Whether a file is a library of the Linux that builds: the one that runs the program has its own.

    Two of a kind in one process, the newer of them bundled, is what fails on the next system.
    """
    return source.startswith(_SYSTEM) and "python" not in source
