"""The rules of the house as code: each reads the source, or asks a fresh process what it has imported."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flux_desktop.core import errors
from flux_desktop.core.commands import COMMANDS
from flux_desktop.core.settings import DECLARATIONS
from flux_desktop.core.vocabulary import VOCABULARY
from flux_desktop.providers.base import Provider
from flux_desktop.providers.registry import find_providers

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "flux_desktop"
BELOW_UI = ("core", "imaging", "providers", "store", "services")
MOST_LINES = 400
PROVIDERS = find_providers()


def _trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """The parsed files of the package, or of these folders of it."""
    for folder in folders or ("",):
        for path in sorted((SOURCE / folder).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def _imports(tree: ast.Module) -> set[str]:
    """The top-level packages that a file imports anywhere, for types too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _loaded_by(code: str, *names: str) -> set[str]:
    """Which of `names` a fresh process has imported after `code`."""
    ask = f"\nimport sys\nsys.stderr.write(' '.join(name for name in {names!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code + ask], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_the_window_has_no_loop_of_its_own() -> None:
    """A modal `exec` that is reached from a task stops all other tasks for good. A drag has no other way."""
    found = [
        f"{path}:{call.lineno}"
        for path, tree in _trees("ui")
        for call in _calls(tree)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in ("exec", "exec_")
        and ast.unparse(call.func.value) != "drag"
    ]
    assert found == []


def test_only_the_faces_print() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, tree in _trees(*BELOW_UI)
        for call in _calls(tree)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]
    assert found == []


def test_only_the_client_imports_httpx() -> None:
    """`providers/http`: another client is then a change in one place."""
    found = {path for path, tree in _trees() if "httpx" in _imports(tree)}
    assert {path for path in found if not path.match("flux_desktop/providers/http/*.py")} == set()


def test_files_stay_readable() -> None:
    sizes = {path: len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path, _ in _trees()}
    assert {path: size for path, size in sizes.items() if size > MOST_LINES} == {}


@pytest.mark.parametrize("name", PROVIDERS)
def test_every_provider_has_a_test_file(name: str) -> None:
    assert (ROOT / "tests" / "providers" / f"test_{name}.py").is_file()


@pytest.mark.parametrize("cls", PROVIDERS.values(), ids=PROVIDERS.keys())
def test_every_parameter_has_a_label_and_help(cls: type[Provider]) -> None:
    assert cls.models()
    silent = [
        f"{model.id}: {param.name}"
        for model in cls.models()
        for param in model.params
        if not (param.label and param.help)
    ]
    assert silent == []


def test_every_setting_has_a_default_and_help() -> None:
    assert [param.name for param in DECLARATIONS if param.default is None or not (param.label and param.help)] == []


def test_every_error_that_is_raised_has_a_hint() -> None:
    """Those without one are branches of the tree: nobody raises them as they are."""
    classes = {name: getattr(errors, name) for name in errors.__all__}
    branches = {name for name, cls in classes.items() if not cls.default_hint}
    assert all(classes[name].__subclasses__() for name in branches)
    raised = {
        node.exc.func.id
        for _, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and isinstance(node.exc.func, ast.Name)
    }
    assert raised & branches == set()


def test_the_command_line_needs_no_qt() -> None:
    code = (
        "import sys\nfrom flux_desktop.__main__ import main\nsys.argv = ['flux-desktop', 'models']\nassert main() == 0"
    )
    assert _loaded_by(code, "PySide6", "qasync", "shiboken6") == set()


HEAVY = ("httpx", "keyring", "numpy", "PIL", "qasync", "asyncio")


@pytest.mark.qt
def test_the_window_starts_without_heavy_modules() -> None:
    assert _loaded_by("import flux_desktop.ui.main_window", *HEAVY) == set()


def test_words_for_people_can_be_collected(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is put together at run time, and none is looked up before the language is known."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    from translations_words import collected

    found = collected(ROOT)
    assert found.faults == []
    assert set(_declared()) - {words.source for words in found.words} == set()


def _declared() -> Iterator[str]:
    """The words of what is declared as data, as they stand in the source."""
    params = [*DECLARATIONS]
    words: list[str] = []
    for cls in PROVIDERS.values():
        words.append(cls.about)
        params += cls.options
        for model in cls.models():
            params += model.params
            words += [model.price, model.note, *model.unsupported.values()]
    words += [word for param in params for word in (param.label, param.help)]
    words += [word for command in COMMANDS for word in (command.words, command.menu)]
    words += [word for entry in VOCABULARY for word in (entry.topic, entry.what)]
    words += [getattr(errors, name).default_hint for name in errors.__all__]
    yield from filter(None, (getattr(word, "template", word) for word in words))
