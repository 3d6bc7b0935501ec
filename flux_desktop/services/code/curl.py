"""A script in bash, with cURL and jq."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import indent
from typing import Any

from flux_desktop.core.script import SEED, FileData, Script, Step, Text, Until, Var
from flux_desktop.services.code.writing import (
    IDENTIFIER,
    ROOM,
    Known,
    Notation,
    comment,
    comments,
    headers_of,
    is_hidden,
    keyed,
    literal,
    path_keys,
    quoted,
    runs,
)

__all__ = ["write"]

NEEDS = "It needs curl 7.76 and jq 1.6, or newer ones."
JSON_TYPE = "Content-Type: application/json"
WORDS = {True: "true", False: "false", None: "null"}
ESCAPES = {"\\": r"\\", "'": r"\'", "\n": r"\n", "\t": r"\t"}
FAIL = r"""
fail() { printf '%s\n' "$1" >&2; exit 1; }
"""
HELPERS = r"""
number=0

# call METHOD URL [OPTION ...]: the answer to a request; the run ends where it is an error.
call() {
  local answer
  answer=$(curl --silent --show-error --fail-with-body --globoff --max-time 300 \
    --request "$1" --url "$2" "${@:3}") || fail "$1 $2 was answered: ${answer:0:2000}"
  printf '%s\n' "$answer"
}

# part PATH: what stands in the last answer there; the run ends where nothing does.
part() {
  jq --exit-status --raw-output "$1" <<<"$answer" || fail "No $1 in the answer: ${answer:0:2000}"
}
"""
SAVE_URL = r"""
# save RESULTS: fetch the pictures, an address a line, without the key.
save() {
  local url
  while read -r url; do
    number=$((number + 1))
    curl --silent --show-error --fail --globoff --location --proto '=http,https' --max-time 300 \
      --output "result-${number}SUFFIX" --url "$url"
    echo "result-${number}SUFFIX"
  done <<<"$1"
}
"""
SAVE_BASE64 = r"""
# save RESULTS: write the pictures that came with the answer, one a line.
save() {
  local data
  while read -r data; do
    number=$((number + 1))
    base64 --decode <<<"$data" >"result-${number}SUFFIX"
    echo "result-${number}SUFFIX"
  done <<<"$1"
}
"""


def write(script: Script) -> str:
    """`script` in bash."""
    head = "\n".join(("#!/usr/bin/env bash", *comments(script, "#", NEEDS), "set -euo pipefail"))
    save = SAVE_URL if script.kind == "url" else SAVE_BASE64
    helpers = FAIL + _key(script) + HELPERS + save.replace("SUFFIX", script.suffix)
    return f"{head}\n{helpers}\n{_Steps(script).written()}\n"


def _key(script: Script) -> str:
    if not script.key:
        return ""
    unset = _word(f"Set {script.key} to your key for {script.provider}.")
    headers = (f"--header {_pair(name, ': ', keyed(value, script.key))}" for name, value in script.auth.items())
    return f'\n[ -n "${{{script.key}:-}}" ] || fail {unset}\nauth=({" ".join(headers)})'


class _Steps:
    """The requests of `script`, one after the other."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._files = {file.name: file for file in script.files}

    def written(self) -> str:
        """All of them; those that are made for each of the seeds in a loop."""
        return "\n\n".join(self._block(each, steps) for each, steps in runs(self._script.steps))

    def _block(self, each: bool, steps: list[Step]) -> str:
        written = "\n\n".join("\n".join(self._step(step)) for step in steps)
        seeds = " ".join(map(str, self._script.seeds))
        return f"for seed in {seeds}; do\n{indent(written, '  ')}\ndone" if each else written

    def _step(self, step: Step) -> Iterator[str]:
        yield comment("#", step.says)
        if step.until:
            yield from _wait(self._call(step), step.until)
        elif step.keep:
            yield f"answer=$({self._call(step)})"
        else:
            yield f"{self._call(step)} >/dev/null"
        for name, path in step.keep.items():
            found = _each_of(path) if name == self._script.results else _jq_path(path)
            yield f"{name}=$(part {_plain(found)})"
        if self._script.results in step.keep:
            yield f'save "${self._script.results}"'

    def _call(self, step: Step) -> str:
        """The command of a request. A body that holds parts of earlier answers, or files, is made by jq."""
        options = ['"${auth[@]}"'] if step.auth and self._script.auth else []
        options += [f"--header {_pair(name, ': ', value)}" for name, value in headers_of(step, self._files).items()]
        made = ""
        if step.json is not None:
            body, arguments = self._json(step.json)
            options.append(f"--header {_word(JSON_TYPE)}")
            options.append("--data-binary @-" if arguments else f"--data {_plain(body)}")
            made = f"{_lines(['jq --null-input', *arguments])} {_plain(body)} |\n  " if arguments else ""
        options += [f"--form-string {_pair(name, '=', value)}" for name, value in step.form]
        options += [f"--form {_word(self._file(field, name))}" for field, name in step.files]
        if step.content:
            options.append(f"--data-binary {_word(f'@{self._files[step.content].filename}')}")
        call = _lines([f"call {step.method} {_text(step.url)}", *options])
        return made + (indent(call, "  ").lstrip() if made else call)

    def _file(self, field: str, name: str) -> str:
        file = self._files[name]
        return f"{field}=@{file.filename};type={file.media_type}"

    def _json(self, value: Any) -> tuple[str, list[str]]:
        """The program that makes `value` in jq, and the arguments that it needs; without any it is plain JSON."""
        arguments: dict[str, str] = {}

        def known(part: Known) -> str:
            if isinstance(part, FileData):
                return self._encoded(part, arguments)
            words = (part,) if isinstance(part, Var) else part
            for word in words:
                if isinstance(word, Var):
                    option = "--argjson" if word == SEED else "--arg"
                    arguments[word.name] = f'{option} {word.name} "${word.name}"'
            return _jq_text(words)

        program = literal(value, Notation(WORDS, key=quoted, known=known, last=""))
        return program, list(arguments.values())

    def _encoded(self, part: FileData, arguments: dict[str, str]) -> str:
        file = self._files[part.file]
        name = f"{file.name.replace(' ', '_')}_base64"
        arguments[name] = f"--rawfile {name} <(base64 <{_word(file.filename)} | tr -d '\\n')"
        return f"({quoted(part.prefix)} + ${name})" if part.prefix else f"${name}"


def _wait(call: str, until: Until) -> Iterator[str]:
    """A request that is repeated until its answer says that it is done."""
    yield f"deadline=$((SECONDS + {until.deadline:.0f}))"
    yield "while true; do"
    yield indent(f"answer=$({call})", "  ")
    yield f"  status=$(part {_plain(_jq_path(until.path))})"
    yield "  case $status in"
    yield f"    {' | '.join(map(_word, until.done))}) break ;;"
    if until.failed:
        failed = " | ".join(map(_word, until.failed))
        yield f'    {failed}) fail "It ended as $status: ${{answer:0:2000}}" ;;'
    yield "  esac"
    late = f"It was not ready after {until.deadline:.0f} seconds."
    yield f"  ((SECONDS <= deadline)) || fail {_word(late)}"
    yield f"  sleep {until.seconds:g}"
    yield "done"


def _lines(words: list[str]) -> str:
    """A command on one line where it fits, else a line for each of its words."""
    line = " ".join(words)
    return line if len(line) <= ROOM and "\n" not in line else " \\\n  ".join(words)


def _jq_path(path: str) -> str:
    """A path as jq writes it."""
    outer, inner = path_keys(path)
    return f"{_jq_keys(outer)}{'[]' if outer else '.[]'}{_jq_keys(inner)}" if "[]" in path else _jq_keys(outer)


def _jq_keys(keys: list[str]) -> str:
    return "".join(f".{key}" if IDENTIFIER.fullmatch(key) else f".{quoted(key)}" for key in keys)


def _each_of(path: str) -> str:
    """What a path finds, one a line, whether that is one or a list."""
    return _jq_path(path) if "[]" in path else f"[{_jq_path(path)}] | flatten[]"


def _jq_text(words: tuple[str | Var, ...]) -> str:
    """A variable, or words joined to one string."""
    if len(words) == 1 and isinstance(words[0], Var):
        return f"${words[0].name}"
    joined = " + ".join(
        quoted(word) if isinstance(word, str) else f"(${word.name} | tostring)" if word == SEED else f"${word.name}"
        for word in words
    )
    return f"({joined})"


def _pair(name: str, between: str, value: Text) -> str:
    """A header or a field of a form as one word of the shell."""
    if isinstance(value, str):
        return _word(f"{name}{between}{value}")
    return _text((f"{name}{between}", *(value if isinstance(value, tuple) else (value,))))


def _text(text: Text) -> str:
    """One word of the shell, variables in it included."""
    if isinstance(text, str):
        return _word(text)
    words = text if isinstance(text, tuple) else (text,)
    inside = (f"${{{word.name}}}" if isinstance(word, Var) else re.sub(r'([\\"$`])', r"\\\1", word) for word in words)
    return f'"{"".join(inside)}"'


def _word(text: str) -> str:
    """`text` as one word of the shell that stands for just that."""
    if re.fullmatch(r"[\w./:=@%+,-]+", text, re.ASCII):
        return text
    if any(map(is_hidden, text)):
        return f"$'{''.join(map(_escaped, text))}'"
    return _plain(text)


def _plain(text: str) -> str:
    """`text`, which may have several lines, as one word of the shell without escapes."""
    return "'" + text.replace("'", r"'\''") + "'"


def _escaped(letter: str) -> str:
    """A letter between `$'` and `'`."""
    if letter in ESCAPES:
        return ESCAPES[letter]
    return "".join(f"\\x{byte:02x}" for byte in letter.encode()) if is_hidden(letter) else letter
