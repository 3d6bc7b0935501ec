"""The lists for the installer, the versions, the CPython that goes in, and the compiled parts where tools are there."""

from __future__ import annotations

import ast
import base64
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest
from dev_output import Problem
from windows import cpython, installer, launchers, pe, start
from windows.signing import Signer, signer

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "packaging" / "windows"
NSIS = pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
MINGW = pytest.mark.skipif(shutil.which("x86_64-w64-mingw32-gcc") is None, reason="MinGW-w64 is not installed")


def test_what_is_installed_is_what_is_removed(tmp_path: Path) -> None:
    files = ["a.exe", "lib/one.py", "lib/deep/er/two.py", "lib/three.py"]
    removed = installer.uninstalling(files).splitlines()
    assert [line for line in removed if line.startswith("Delete")] == [
        'Delete "$INSTDIR\\a.exe"',
        'Delete "$INSTDIR\\lib\\one.py"',
        'Delete "$INSTDIR\\lib\\deep\\er\\two.py"',
        'Delete "$INSTDIR\\lib\\three.py"',
    ]
    assert removed[4:] == ['RMDir "$INSTDIR\\lib\\deep\\er"', 'RMDir "$INSTDIR\\lib\\deep"', 'RMDir "$INSTDIR\\lib"']
    put = installer.installing(tmp_path, files).splitlines()
    assert put[:4] == [
        'SetOutPath "$INSTDIR"', f'File "{tmp_path / "a.exe"}"', 'SetOutPath "$INSTDIR\\lib"',
        f'File "{tmp_path / "lib" / "one.py"}"',
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["cost$.txt", 'a"b', "ätz.txt"])
def test_names_that_nsis_would_read_otherwise_are_refused(name: str) -> None:
    with pytest.raises(Problem, match="NSIS cannot take"):
        installer.uninstalling([name])


def test_it_is_offered_for_what_the_file_dialog_opens() -> None:
    tree = ast.parse((ROOT / "flux_desktop" / "ui" / "desk" / "picture_in.py").read_text(encoding="utf-8"))
    values = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SUFFIXES"
    ]
    assert [ast.literal_eval(value) for value in values] == [installer.PICTURE_SUFFIXES]
    written = installer.types()
    for suffix in installer.PICTURE_SUFFIXES.split():
        assert f'${{WHAT}} ".{suffix}" "${{PICTURE_ID}}"' in written
    assert '${WHAT} ".fluxtree" "${TREE_ID}"' in written


def test_no_data_folder_and_no_default_is_touched() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert "RMDir /r" not in script
    commands = [line.strip() for line in script.splitlines() if not line.strip().startswith(";")]
    written = [line for line in commands if line.startswith(("Write", "Delete", "RMDir", "InstallDir "))]
    assert not any(r"$LOCALAPPDATA\flux-desktop" in line for line in written)
    assert not any("UserChoice" in line or "HKLM" in line for line in commands)
    # A type's own default value would decide what opens it.
    assert not re.search(r'WriteRegStr HKCU "Software\\Classes\\\$\{SUFFIX\}" ""', script)


def test_what_the_uninstaller_tidies_up_is_where_the_program_puts_it() -> None:
    folder = re.findall(r'!define MEETING_PLACE "\$LOCALAPPDATA\\(.+)"', (WINDOWS / "installer.nsi").read_text("utf-8"))
    assert len(folder) == 1
    assert f'"{folder[0]}"' in (ROOT / "flux_desktop" / "store" / "instance.py").read_text(encoding="utf-8")


def test_every_text_is_there_in_both_languages() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    texts = {
        language: set(re.findall(rf"LangString (\w+) \${{LANG_{language}}}", script))
        for language in ("ENGLISH", "GERMAN")
    }
    assert texts["ENGLISH"] == texts["GERMAN"]
    assert set(re.findall(r"\$\((\w+)\)", script)) == texts["ENGLISH"]


@pytest.mark.parametrize(
    ("text", "found"), [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)), ("12.3.dev4", (12, 3, 0, 0))]
)
def test_windows_has_versions_of_four_numbers(text: str, found: tuple[int, int, int, int]) -> None:
    assert launchers.numbers(text) == found


def test_what_is_no_version_is_refused() -> None:
    with pytest.raises(Problem, match="no version"):
        launchers.numbers("next")


def test_only_the_archive_of_python_org_is_taken_for_it(tmp_path: Path) -> None:
    other = tmp_path / "python.zip"
    other.write_bytes(b"not it")
    with pytest.raises(Problem, match="is not the file of"):
        cpython.checked(other)
    assert cpython.VERSION in cpython.ADDRESS
    assert len(cpython.SHA256) == 64


def _installation(folder: Path) -> Path:
    """A CPython for Windows in miniature, of the version that runs this."""
    name = f"python{sys.version_info[0]}{sys.version_info[1]}"
    (folder / "DLLs").mkdir(parents=True)
    (folder / "Lib" / "email").mkdir(parents=True)
    (folder / "Lib" / "test").mkdir()
    for file in (f"{name}.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll", "LICENSE.txt", "python.exe"):
        (folder / file).write_bytes(b"x")
    for file in ("_ssl.pyd", "_testcapi.pyd", "_tkinter.pyd", "libssl-3.dll", "tcl86t.dll"):
        (folder / "DLLs" / file).write_bytes(b"x")
    (folder / "Lib" / "os.py").write_text("name = 'nt'\n")
    (folder / "Lib" / "email" / "__init__.py").write_text("")
    (folder / "Lib" / "test" / "__init__.py").write_text("")
    return folder


def test_a_whole_cpython_becomes_an_embeddable_one(tmp_path: Path) -> None:
    number = f"{sys.version_info[0]}.{sys.version_info[1]}"
    name = f"python{number.replace('.', '')}"
    assert cpython.put_runtime(_installation(tmp_path / "from"), tmp_path / "to", packages="lib") == number
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == sorted(
        ["LICENSE.txt", "_ssl.pyd", "libssl-3.dll", "python3.dll", f"{name}._pth", f"{name}.dll", f"{name}.zip",
         "vcruntime140.dll", "vcruntime140_1.dll"]
    )  # fmt: skip
    assert zipfile.ZipFile(tmp_path / "to" / f"{name}.zip").namelist() == ["email/__init__.pyc", "os.pyc"]
    assert (tmp_path / "to" / f"{name}._pth").read_bytes() == f"{name}.zip\r\n.\r\n..\\lib\r\n".encode()


def test_the_same_cpython_gives_the_same_library(tmp_path: Path) -> None:
    source = _installation(tmp_path / "from")
    for target in ("one", "two"):
        cpython.put_runtime(source, tmp_path / target, packages="lib")
    one, two = (next((tmp_path / target).glob("*.zip")).read_bytes() for target in ("one", "two"))
    assert one == two


def test_a_folder_without_cpython_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="holds no CPython"):
        cpython.put_runtime(tmp_path, tmp_path / "to", packages="lib")


def test_a_start_that_fails_without_a_console_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(start, "show", shown.append)
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "argv", ["flux-desktop", "edit", "--nonsense"])
    assert start.main() == 2
    assert len(shown) == 1
    assert "PICTURE" in shown[0]


def test_the_manifest_asks_for_what_the_program_needs() -> None:
    text = ET.tostring(ET.parse(WINDOWS / "launcher.manifest").getroot(), encoding="unicode")
    for words in ("PerMonitorV2", "UTF-8", "asInvoker", "longPathAware"):
        assert words in text


@MINGW
def test_the_launchers_need_nothing_but_windows(tmp_path: Path) -> None:
    launchers.make_launchers(tmp_path, "1.2.3", "3.13")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["flux-desktop.com", "flux-desktop.exe"]
    assert pe.missing(tmp_path) == {}
    window, console = ((tmp_path / name).read_bytes() for name in (launchers.WINDOW, launchers.CONSOLE))
    for data in (window, console):
        assert "1.2.3".encode("utf-16-le") in data
        assert "python313.dll".encode("utf-16-le") in data
        assert b"activeCodePage" in data
    assert window != console


@NSIS
def test_the_installer_is_made_and_is_the_same_twice(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    (tree / "lib").mkdir(parents=True)
    (tree / "flux-desktop.exe").write_bytes(b"MZ")
    (tree / "lib" / "a file.txt").write_text("words")
    for name in ("one.exe", "two.exe"):
        installer.make_installer(tree, tmp_path / name, "1.2.3", Signer())
    assert (tmp_path / "one.exe").read_bytes() == (tmp_path / "two.exe").read_bytes()


SIGNING = pytest.mark.skipif(
    not (shutil.which("osslsigncode") and shutil.which("openssl") and shutil.which("makensis")),
    reason="osslsigncode, openssl or NSIS is not installed",
)


@pytest.fixture
def certificate(tmp_path: Path) -> str:
    """One of nobody's, in base64; its password is `secret`."""
    key, crt, p12 = (str(tmp_path / name) for name in ("key.pem", "crt.pem", "c.p12"))
    new = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", crt, "-days", "2", "-subj", "/CN=T"]
    pack = ["pkcs12", "-export", "-inkey", key, "-in", crt, "-out", p12, "-passout", "pass:secret"]
    for words in (new, pack):
        subprocess.run(["openssl", *words], check=True, capture_output=True)
    return base64.b64encode(Path(p12).read_bytes()).decode()


@SIGNING
def test_with_a_certificate_the_installer_and_its_uninstaller_are_signed(tmp_path: Path, certificate: str) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "flux-desktop.exe").write_bytes(b"MZ")
    secrets = {"WINDOWS_CERTIFICATE": certificate, "WINDOWS_CERTIFICATE_PASSWORD": "secret"}
    with signer(secrets, time="") as pen:
        assert "secret" not in pen.command
        installer.make_installer(tree, tmp_path / "one.exe", "1.2.3", pen)
        folder = Path(pen.command.split()[-1]).parent
    assert not folder.exists()
    shown = subprocess.run(
        ["osslsigncode", "verify", "-in", str(tmp_path / "one.exe")], capture_output=True, text=True, check=False
    )
    assert "CN=T" in shown.stdout + shown.stderr


def test_without_a_certificate_nothing_is_signed(tmp_path: Path) -> None:
    with signer({}) as pen:
        pen.sign(tmp_path / "not-there.exe")
    assert pen.command == ""


def test_a_certificate_that_is_none_is_refused() -> None:
    with pytest.raises(Problem, match="no base64"), signer({"WINDOWS_CERTIFICATE": "?"}):
        pass
