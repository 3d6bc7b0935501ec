"""Fills the tables of README.md from what the program declares: providers, models, parameters, the offline words.

`python packaging/readme.py` rewrites what stands between the markers; `--check` only says if it is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from flux_desktop.core.params import HELP, LABELS, PARAM_NAMES, Mode, Model, Param  # noqa: E402
from flux_desktop.core.vocabulary import AMOUNTS_HELP, entries  # noqa: E402
from flux_desktop.providers.base import Provider  # noqa: E402
from flux_desktop.providers.registry import find_providers  # noqa: E402

__all__ = ["PARTS", "filled", "main"]

COMMAND = ".venv/bin/python packaging/readme.py"
MODES: Mapping[Mode, str] = {"edit": "edits a picture", "generate": "makes one from words"}


def main(words: Sequence[str]) -> int:
    """Fill README.md, or the file that is named; the exit code is 1 where it is stale or lacks a part."""
    check = "--check" in words
    file = next((Path(word) for word in words if word != "--check"), ROOT / "README.md")
    before = file.read_text("utf-8")
    try:
        after = filled(before)
    except ValueError as error:
        print(f"{file.name}: {error}", file=sys.stderr)
        return 1
    if after == before:
        return 0
    if check:
        print(f"{file.name} is stale: run `{COMMAND}` and commit what it changed.", file=sys.stderr)
        return 1
    file.write_text(after, "utf-8")
    print(f"{file.name} was filled anew.")
    return 0


def filled(text: str) -> str:
    """`text` with every part of `PARTS` made anew between its markers; ValueError where it lacks one."""
    for name, make in PARTS.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        head, _, rest = text.partition(begin)
        _, _, tail = rest.partition(end)
        if text.count(begin) != 1 or text.count(end) != 1 or end in head:
            raise ValueError(f"it needs {begin} and after it {end}, each once.")
        text = f"{head}{begin}\n\n{make()}\n\n{end}{tail}"
    return text


def providers_part() -> str:
    """One table of the providers, and one of each provider's models."""
    rows = [(provider.name, f"`{provider.id}`", _key_of(provider), provider.about) for provider in _providers()]
    parts = [_table(("Provider", "`--provider`", "Key", "In short"), rows)]
    for provider in _providers():
        heading = ("`--model`", "Name", "Mode", "References", "Price")
        models = [
            (f"`{model.id}`", model.name, MODES[model.mode], f"{model.references or 'none'}", model.price)
            for model in provider.models()
        ]
        parts += [f"### Models of {provider.name}", _table(heading, models), _notes(provider.models())]
    return "\n\n".join(part for part in parts if part)


def _notes(models: Sequence[Model]) -> str:
    """Each note once, behind the models that have it."""
    notes: dict[str, list[str]] = {}
    for model in models:
        notes.setdefault(model.note, []).append(model.id)
    return "\n".join(f"- {_names(ids, models)}: {note}" for note, ids in notes.items() if note)


def parameters_part() -> str:
    """What each name means, then what each provider's models take."""
    names = [(f"`{name}`", LABELS[name], HELP[name]) for name in PARAM_NAMES]
    parts = [_table(("`--set`", "In the sidebar", "Means"), names)]
    for provider in _providers():
        parts += [f"### Parameters of {provider.name}", _parameter_table(provider)]
    return "\n\n".join(parts)


def vocabulary_part() -> str:
    """What can be said to the offline provider, by topic, with phrases that work as they stand."""
    parts = []
    titles: Mapping[Mode, str] = {"edit": "To change a picture", "generate": "To make a picture"}
    for mode, title in titles.items():
        rows = [
            (entry.topic, " · ".join(f"“{phrase}”" for phrase in entry.phrases), entry.what) for entry in entries(mode)
        ]
        parts += [f"### {title}", _table(("Topic", "Say", "What it does"), _once(rows))]
    return "\n\n".join([AMOUNTS_HELP, *parts])


PARTS: Mapping[str, Callable[[], str]] = {
    "providers": providers_part,
    "parameters": parameters_part,
    "vocabulary": vocabulary_part,
}


def _providers() -> list[type[Provider]]:
    """Those of this project: what else is installed on the machine has no place in its README."""
    return [provider for provider in find_providers().values() if provider.__module__.startswith("flux_desktop.")]


def _key_of(provider: type[Provider]) -> str:
    if not provider.takes_key:
        return "none"
    variable = f"`FLUX_DESKTOP_{provider.id.upper()}_KEY`"
    variable = variable if provider.needs_key else f"{variable} (optional)"
    return f"[get one]({provider.key_url}), {variable}" if provider.key_url else variable


def _parameter_table(provider: type[Provider]) -> str:
    """A row for each way in which a parameter is declared, with the models that declare it so."""
    models = provider.models()
    ways: dict[tuple[str, ...], list[str]] = {}
    for model in models:
        for param in model.params:
            sent = (_sent(param),) if provider.base_url else ()
            ways.setdefault((f"`{param.name}`", param.limits, _default_of(param), *sent), []).append(model.id)
    rows = [(*way, _names(ids, models)) for way, ids in ways.items()]
    heading = ("`--set`", "Values", "Default", *(("Sent as",) if provider.base_url else ()), "Models")
    return _table(heading, _once(sorted(rows, key=lambda row: _place(row[0].strip("`")))))


def _place(name: str) -> int:
    return PARAM_NAMES.index(name) if name in PARAM_NAMES else len(PARAM_NAMES)


def _default_of(param: Param) -> str:
    if param.default is None:
        return "a new one each run" if param.name == "seed" else "the provider's"
    if isinstance(param.default, bool):
        return str(param.default).lower()
    return f"{param.default:g}" if isinstance(param.default, float) else f"{param.default}"


def _sent(param: Param) -> str:
    if param.how == "emulated":
        return "not sent: as many calls"
    return f"`{param.field}`" + (", converted" if param.how == "converted" else "")


def _names(ids: Sequence[str], models: Sequence[Model]) -> str:
    return "all" if len(ids) == len(models) else ", ".join(f"`{id}`" for id in ids)


def _once(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The first cell only where it differs from the one above."""
    shown, above = [], ""
    for first, *rest in rows:
        shown.append(("" if first == above else first, *rest))
        above = first
    return shown


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
