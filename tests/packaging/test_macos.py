"""What macOS is told of the program, and the parts of signing that need no Mac."""

from __future__ import annotations

import plistlib
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from macos import build, signing
from windows.installer import PICTURE_SUFFIXES

ROOT = Path(__file__).parents[2]
MACOS = ROOT / "packaging" / "macos"

SUFFIXES = {
    "public.jpeg": "jpg jpeg jpe", "public.png": "png apng", "org.webmproject.webp": "webp", "public.tiff": "tif tiff",
    "com.microsoft.bmp": "bmp dib", "com.compuserve.gif": "gif", "public.avif": "avif", "public.heic": "heic hif",
    "public.heif": "heif",
}  # fmt: skip
"""What the types stand for."""


@pytest.fixture
def info() -> dict[str, object]:
    values: dict[str, object] = plistlib.loads((MACOS / "Info.plist").read_bytes())
    return values


def _document_types(info: dict[str, object]) -> tuple[dict[str, object], dict[str, object]]:
    types: Any = info["CFBundleDocumentTypes"]
    return types[0], types[1]


def test_it_is_offered_for_all_pictures_and_never_takes_them_over(info: dict[str, object]) -> None:
    pictures, _ = _document_types(info)
    types = pictures["LSItemContentTypes"]
    assert isinstance(types, list)
    assert {suffix for name in types for suffix in SUFFIXES[name].split()} == set(PICTURE_SUFFIXES.split())
    assert pictures["LSHandlerRank"] == "Alternate"


def test_trees_are_its_own_and_described(info: dict[str, object]) -> None:
    _, trees = _document_types(info)
    exported = info["UTExportedTypeDeclarations"]
    assert isinstance(exported, list)
    assert trees["LSItemContentTypes"] == [exported[0]["UTTypeIdentifier"]]
    assert exported[0]["UTTypeTagSpecification"]["public.filename-extension"] == ["fluxtree"]
    mime = (ROOT / "packaging" / "linux" / "share" / "flux-desktop.xml").read_text(encoding="utf-8")
    assert exported[0]["UTTypeTagSpecification"]["public.mime-type"][0] in mime


def test_the_window_is_sharp_and_follows_light_and_dark(info: dict[str, object]) -> None:
    assert info["NSHighResolutionCapable"] is True
    assert info["NSRequiresAquaSystemAppearance"] is False
    assert info["LSApplicationCategoryType"] == "public.app-category.graphics-design"


def test_names_are_of_letters_that_macos_takes(info: dict[str, object]) -> None:
    assert re.fullmatch(r"[A-Za-z0-9.-]+", str(info["CFBundleIdentifier"]))


@pytest.mark.qt
def test_the_spec_makes_a_bundle_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, info: dict[str, object]
) -> None:
    """PyInstaller's own parts are left out: it makes bundles on a Mac alone."""
    made: dict[str, Any] = {}
    analysis = SimpleNamespace(binaries=[], datas=[], pure=[], scripts=[])
    parts = {name: lambda *words, **named: None for name in ("EXE", "PYZ", "COLLECT")}
    folder = ROOT / "packaging" / "frozen"
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "path", list(sys.path))
    names = {
        "Analysis": lambda *words, **named: analysis,
        "BUNDLE": lambda *words, **named: made.update(named),
        **parts,
    }
    runpy.run_path(str(folder / "flux-desktop.spec"), {**names, "SPECPATH": str(folder), "workpath": str(tmp_path)})
    assert made["name"] == f"{build.NAME}.app"
    assert made["info_plist"] == info
    assert Path(made["icon"]).suffix == ".icns"
    assert Path(made["icon"]).is_file()


def test_the_version_is_put_in_and_the_rest_stays(tmp_path: Path, info: dict[str, object]) -> None:
    path = tmp_path / "Info.plist"
    path.write_bytes(plistlib.dumps(info))
    build.finish_plist(path, "1.2.3")
    version = {"CFBundleShortVersionString": "1.2.3", "CFBundleVersion": "1.2.3"}
    assert plistlib.loads(path.read_bytes()) == {**info, **version}


def test_only_what_is_needed_is_allowed() -> None:
    allowed = plistlib.loads(signing.ENTITLEMENTS.read_bytes())
    assert set(allowed) == {
        "com.apple.security.cs.allow-unsigned-executable-memory",
        "com.apple.security.cs.disable-library-validation",
    }


def test_what_is_inside_is_signed_first(tmp_path: Path) -> None:
    app = tmp_path / "A.app"
    deep, shallow = app / "Contents" / "Frameworks" / "Qt" / "Qt", app / "Contents" / "MacOS" / "a"
    for path, data in (
        (deep, b"\xcf\xfa\xed\xfe1"),
        (shallow, b"\xca\xfe\xba\xbe1"),
        (app / "Contents" / "x.py", b"#"),
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (app / "Contents" / "link").symlink_to(shallow)
    assert signing.programs(app) == [deep, shallow]


def test_without_an_account_apple_is_not_asked(tmp_path: Path) -> None:
    assert not signing.notarise(tmp_path / "a.dmg", {"NOTARY_APPLE_ID": "a", "NOTARY_PASSWORD": ""})


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac can make it")
def test_elsewhere_than_on_a_mac_a_sentence_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--out", str(tmp_path)]) == 1
    assert "on a Mac" in capsys.readouterr().err


def test_the_disk_image_shows_the_program_and_where_it_belongs() -> None:
    defines = {"app": "/build/Flux Desktop.app", "icon": "/icon.icns"}
    settings = runpy.run_path(str(MACOS / "dmg_settings.py"), {"defines": defines})
    assert settings["files"] == [defines["app"]]
    assert set(settings["icon_locations"]) == {"Flux Desktop.app", "Applications"}
    assert settings["symlinks"] == {"Applications": "/Applications"}


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_the_scripts_have_no_known_traps() -> None:
    scripts = [str(path) for path in sorted(MACOS.glob("*.sh"))]
    assert scripts
    assert subprocess.run(["shellcheck", *scripts], check=False).returncode == 0
