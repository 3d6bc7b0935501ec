"""A script in Python, with httpx."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent
from typing import Any

from flux_desktop.core.script import FileData, Script, ScriptFile, Step, Text, Until, Var
from flux_desktop.services.code.writing import (
    Known,
    Notation,
    comment,
    comments,
    has_file_data,
    headers_of,
    keyed,
    literal,
    path_keys,
    quoted,
    runs,
    wrapped,
)

__all__ = ["write"]

WORDS = {True: "True", False: "False", None: "None"}
NEEDS = "It needs Python 3.9 and httpx: pip install httpx."
HELPERS = '''
client = httpx.Client(timeout=300)
numbers = count(1)


def call(method, url, **request):
    """The answer to a request; the run ends where it is an error."""
    answer = client.request(method, url, **request)
    if not answer.is_success:
        sys.exit(f"{method} {url} answered {answer.status_code}: {answer.text[:2000]}")
    return answer


def part(answer, *keys):
    """What stands in an answer below these keys; the run ends where nothing does."""
    found = answer
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    if found is None:
        sys.exit(f"No {'.'.join(keys)} in the answer: {str(answer)[:2000]}")
    return found
'''
SAVE_URL = '''

def save(results):
    """Fetch the pictures, one or several, without the key."""
    for url in [results] if isinstance(results, str) else results:
        name = f"result-{next(numbers)}SUFFIX"
        Path(name).write_bytes(call("GET", url, follow_redirects=True).content)
        print(name)
'''
SAVE_BASE64 = '''

def save(results):
    """Write the pictures, one or several, that came with the answer."""
    for data in [results] if isinstance(results, str) else results:
        name = f"result-{next(numbers)}SUFFIX"
        Path(name).write_bytes(base64.b64decode(data))
        print(name)
'''
ENCODED = '''

def encoded(file):
    """A file as base64."""
    return base64.b64encode(Path(file).read_bytes()).decode()
'''


def write(script: Script) -> str:
    """`script` in Python."""
    head = "\n".join((*comments(script, "#", NEEDS), "", _imports(script), _key(script)))
    return f"{head}{_helpers(script)}\n\n{_Steps(script).written()}\n"


def _imports(script: Script) -> str:
    wanted = {
        "import base64": script.kind == "base64" or has_file_data(script),
        "import os": bool(script.key),
        "import sys": True,
        "import time": any(step.until for step in script.steps),
        "from itertools import count": True,
        "from pathlib import Path": True,
    }
    standard = "\n".join(line for line, needed in wanted.items() if needed)
    return f"{standard}\n\nimport httpx\n"


def _key(script: Script) -> str:
    if not script.key:
        return ""
    unset = quoted(f"Set {script.key} to your key for {script.provider}.")
    auth = (f"{quoted(name)}: {_text(keyed(value, 'KEY'))}" for name, value in script.auth.items())
    return f'KEY = os.environ.get("{script.key}") or sys.exit({unset})\nAUTH = {{{", ".join(auth)}}}'


def _helpers(script: Script) -> str:
    encoded = ENCODED if has_file_data(script) else ""
    save = SAVE_URL if script.kind == "url" else SAVE_BASE64
    return HELPERS + encoded + save.replace("SUFFIX", script.suffix)


class _Steps:
    """The requests of `script`, one after the other."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._files = {file.name: file for file in script.files}
        self._notation = Notation(WORDS, key=quoted, known=self._known, indent=4)

    def written(self) -> str:
        """All of them; those that are made for each of the seeds in a loop."""
        return "\n\n".join(self._block(each, steps) for each, steps in runs(self._script.steps))

    def _block(self, each: bool, steps: list[Step]) -> str:
        written = "\n\n".join("\n".join(self._step(step)) for step in steps)
        seeds = f"({', '.join(map(str, self._script.seeds))})"
        return f"for seed in {seeds}:\n{indent(written, '    ')}" if each else written

    def _step(self, step: Step) -> Iterator[str]:
        yield comment("#", step.says)
        if step.until:
            yield from _wait(self._call(step, 4), step.until)
        elif step.keep:
            yield f"answer = {self._call(step)}.json()"
        else:
            yield self._call(step)
        for name, path in step.keep.items():
            yield f"{name} = {_part(path)}"
        if self._script.results in step.keep:
            yield f"save({self._script.results})"

    def _call(self, step: Step, column: int = 0) -> str:
        """The expression of a request, in a line that is indented by `column`."""
        inner = column + 4
        words = [quoted(step.method), _text(step.url)]
        if headers := self._headers(step, inner):
            words.append(f"headers={headers}")
        if step.json is not None:
            words.append(f"json={literal(step.json, self._notation, inner)}")
        if step.form:
            words.append(f"data={literal(_form(step), self._notation, inner)}")
        if step.files:
            parts = [_file(field, self._files[name]) for field, name in step.files]
            words.append(f"files={wrapped('[', parts, ']', indent=4, column=inner)}")
        if step.content:
            words.append(f"content={_bytes(self._files[step.content])}")
        return wrapped("call(", words, ")", indent=4, column=column)

    def _headers(self, step: Step, column: int) -> str:
        own = headers_of(step, self._files)
        written = literal(own, self._notation, column) if own else ""
        return " | ".join(filter(None, ("AUTH" if step.auth and self._script.auth else "", written)))

    def _known(self, known: Known) -> str:
        if isinstance(known, FileData):
            encoded = f"encoded({quoted(self._files[known.file].filename)})"
            return f"{quoted(known.prefix)} + {encoded}" if known.prefix else encoded
        return _text(known)


def _wait(call: str, until: Until) -> Iterator[str]:
    """A request that is repeated until its answer says that it is done."""
    yield f"deadline = time.monotonic() + {until.deadline:g}"
    yield "while True:"
    yield f"    answer = {call}.json()"
    yield f"    status = {_part(until.path)}"
    yield f"    if {_is_one_of(until.done)}:"
    yield "        break"
    if until.failed:
        yield f"    if {_is_one_of(until.failed)}:"
        yield '        sys.exit(f"It ended as {status}: {str(answer)[:2000]}")'
    yield "    if time.monotonic() > deadline:"
    yield f'        sys.exit("It was not ready after {until.deadline:g} seconds.")'
    yield f"    time.sleep({until.seconds:g})"


def _is_one_of(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return f"status == {quoted(words[0])}"
    return f"status in ({', '.join(map(quoted, words))})"


def _part(path: str) -> str:
    """The expression for what a path finds."""
    outer, inner = path_keys(path)
    found = f"part({', '.join(('answer', *map(quoted, outer)))})"
    if not inner:
        return found
    return f"[part({', '.join(('item', *map(quoted, inner)))}) for item in {found}]"


def _form(step: Step) -> dict[str, Any]:
    """The fields of a form; one that comes several times as a list."""
    values: dict[str, list[Text]] = {}
    for name, value in step.form:
        values.setdefault(name, []).append(value)
    return {name: several if len(several) > 1 else several[0] for name, several in values.items()}


def _file(field: str, file: ScriptFile) -> str:
    return f"({quoted(field)}, ({quoted(file.filename)}, {_bytes(file)}, {quoted(file.media_type)}))"


def _bytes(file: ScriptFile) -> str:
    return f"Path({quoted(file.filename)}).read_bytes()"


def _text(text: Text) -> str:
    """A string, a variable, or an f-string."""
    if isinstance(text, str):
        return quoted(text)
    if isinstance(text, Var):
        return text.name
    inside = (f"{{{word.name}}}" if isinstance(word, Var) else _doubled(quoted(word)[1:-1]) for word in text)
    return f'f"{"".join(inside)}"'


def _doubled(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")
