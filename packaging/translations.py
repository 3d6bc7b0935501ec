"""The words of the program and their translations: collected from the source, merged, checked, compiled.

`python packaging/translations.py` writes resources/translations/*.ts anew and compiles them for Qt (.qm).

  --check               change nothing; say what is stale, lacks or does not fit (exit code 1)
  --tidy                drop the translations of words that have vanished
  --missing LANGUAGE    print what is to be translated, as JSON; with --part 1/3 only the first third of it
  --fill LANGUAGE FILE  take translations from a JSON file: {id: text}, or {id: [one, many]} where a number decides
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
for folder in (ROOT, ROOT / "packaging"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

from translations_checks import faults_of, faults_of_menus  # noqa: E402
from translations_ts import FORMS, Message, load, merged, written  # noqa: E402
from translations_words import Words, collected  # noqa: E402

from flux_desktop.core.commands import COMMANDS  # noqa: E402
from flux_desktop.store.locking import locked  # noqa: E402

__all__ = ["FOLDER", "compiled", "main", "stale"]

COMMAND = ".venv/bin/python packaging/translations.py"
FOLDER = ROOT / "resources" / "translations"


def main(arguments: Sequence[str]) -> int:
    """Carry out the command; the exit code is 1 where something is wrong with the words."""
    asked = _parser().parse_args(arguments)
    found = collected(ROOT)
    if found.faults:
        print("\n".join(found.faults), file=sys.stderr)
        return 1
    if asked.missing:
        print(json.dumps(missing(found.words, asked.missing, asked.part), ensure_ascii=False, indent=1))
        return 0
    if asked.check:
        faults = [fault for language in FORMS for fault in check(found.words, language)]
        print("\n".join(faults) or "All words are translated.", file=sys.stderr if faults else sys.stdout)
        return 1 if faults else 0
    with locked(Path(tempfile.gettempdir(), "flux_desktop_translations.lock")):  # several people may fill at a time
        if asked.fill:
            language, file = asked.fill
            fill(found.words, language, json.loads(Path(file).read_text("utf-8")))
        for language in FORMS:
            write(language, _messages(found.words, language), tidy=asked.tidy)
    return 0


def check(words: Sequence[Words], language: str) -> list[str]:
    """All that is wrong with the translation into `language`, as sentences."""
    messages = _messages(words, language)
    said = {message.source: message.forms[0] for message in messages if not message.comment}
    menus = [("the menu bar", menu) for menu in dict.fromkeys(command.menu for command in COMMANDS) if menu]
    menus += [(command.under or command.menu, command.words) for command in COMMANDS if command.menu]
    return [
        *([f"flux_desktop_{language} is stale: run `{COMMAND}` and commit what it changed."] if stale(words) else []),
        *faults_of(messages),
        *faults_of_menus(menus, lambda text: text),
        *faults_of_menus(menus, lambda text: said.get(text) or text),
    ]


def stale(words: Sequence[Words]) -> list[Path]:
    """The files that are not what the source and the translations make of them."""
    files = []
    for language in FORMS:
        source, binary = _ts(language), _qm(language)
        text = written(_messages(words, language), language)
        if not source.exists() or source.read_text("utf-8") != text:
            files.append(source)
        if not binary.exists() or binary.read_bytes() != compiled(text):
            files.append(binary)
    return files


def write(language: str, messages: Sequence[Message], *, tidy: bool = False) -> None:
    """Put the messages on disk, for people and for Qt."""
    kept = [message for message in messages if not (tidy and message.state == "vanished")]
    FOLDER.mkdir(exist_ok=True)
    text = written(kept, language)
    _ts(language).write_text(text, "utf-8")
    _qm(language).write_bytes(compiled(text))
    left = len([message for message in kept if message.state == "unfinished"])
    print(f"{_ts(language).name}: {len(kept)} texts, {left} of them not translated yet.")


def compiled(text: str) -> bytes:
    """The .qm that PySide6's lrelease makes of a .ts file's text."""
    program = shutil.which("pyside6-lrelease", path=str(Path(sys.executable).parent)) or "pyside6-lrelease"
    with tempfile.TemporaryDirectory() as folder:
        source, binary = Path(folder) / "words.ts", Path(folder) / "words.qm"
        source.write_text(text, "utf-8")
        done = subprocess.run([program, "-silent", source, "-qm", binary], capture_output=True, text=True, check=False)
        if done.returncode or not binary.exists():
            raise SystemExit(f"lrelease could not make the file: {done.stdout}{done.stderr}")
        return binary.read_bytes()


def missing(words: Sequence[Words], language: str, part: str = "1/1") -> list[dict[str, object]]:
    """What is to be translated, file by file; `part` is like 2/3, the second of three pieces of the whole."""
    number, _, parts = part.partition("/")
    places = {each.key: [str(place) for place in each.places] for each in words}
    todo = [message for message in _messages(words, language) if message.state == "unfinished"]
    todo.sort(key=lambda message: places[message.key])
    size = -(-len(todo) // int(parts))
    return [
        {
            "id": _id(message),
            "source": message.source,
            **({"comment": message.comment} if message.comment else {}),
            **({"plural": [message.one, message.source]} if message.one else {}),
            **({"before": [message.old, *message.forms]} if message.old else {}),
            "where": places[message.key],
        }
        for message in todo[(int(number) - 1) * size : int(number) * size]
    ]


def fill(words: Sequence[Words], language: str, texts: Mapping[str, str | Sequence[str]]) -> None:
    """Take these translations, by the ids that `missing` gave; SystemExit for an id or a number of forms unknown."""
    messages = _messages(words, language)
    unknown = set(texts) - {_id(message) for message in messages}
    if unknown:
        raise SystemExit(f"Nothing has these ids: {', '.join(sorted(unknown))}")
    _ts(language).write_text(written([_filled(message, texts) for message in messages], language), "utf-8")


def _filled(message: Message, texts: Mapping[str, str | Sequence[str]]) -> Message:
    given = texts.get(_id(message))
    if not given:
        return message
    forms = (given,) if isinstance(given, str) else tuple(given)
    if len(forms) != len(message.forms):
        raise SystemExit(f"{_id(message)} needs {len(message.forms)} forms: “{message.source}”")
    return replace(message, forms=forms, state="", old="")


def _messages(words: Sequence[Words], language: str) -> list[Message]:
    return merged(words, load(_ts(language)), language)


def _id(message: Message) -> str:
    return hashlib.sha256("\0".join(message.key).encode()).hexdigest()[:10]


def _ts(language: str) -> Path:
    return FOLDER / f"flux_desktop_{language}.ts"


def _qm(language: str) -> Path:
    return FOLDER / f"flux_desktop_{language}.qm"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--tidy", action="store_true")
    parser.add_argument("--missing", choices=tuple(FORMS))
    parser.add_argument("--part", default="1/1", metavar="N/OF")
    parser.add_argument("--fill", nargs=2, metavar=("LANGUAGE", "FILE"))
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
