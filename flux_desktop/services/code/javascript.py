"""A script in JavaScript, for node without packages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import indent

from flux_desktop.core.script import FileData, Script, ScriptFile, Step, Text, Until, Var
from flux_desktop.services.code.writing import (
    IDENTIFIER,
    ROOM,
    Known,
    Notation,
    comment,
    comments,
    headers_of,
    keyed,
    literal,
    path_keys,
    quoted,
    runs,
    wrapped,
)

__all__ = ["write"]

NEEDS = "It needs node 18, or a newer one, and no packages."
WORDS = {True: "true", False: "false", None: "null"}
HELPERS = """
let number = 0;

function fail(words) {
  console.error(words);
  process.exit(1);
}

// The answer to a request; the run ends where it is an error.
async function call(method, url, request = {}) {
  const answer = await fetch(url, { method, redirect: "error", signal: AbortSignal.timeout(300_000), ...request });
  if (!answer.ok) fail(`${method} ${url} answered ${answer.status}: ${(await answer.text()).slice(0, 2000)}`);
  return answer;
}

// What stands in an answer below these keys; the run ends where nothing does.
function part(answer, ...keys) {
  const found = keys.reduce((inner, key) => inner?.[key], answer);
  if (found == null) fail(`No ${keys.join(".")} in the answer: ${JSON.stringify(answer).slice(0, 2000)}`);
  return found;
}
"""
SAVE_URL = """
// Fetch the pictures, one or several, without the key.
async function save(results) {
  for (const url of [results].flat()) {
    const name = `result-${++number}SUFFIX`;
    const answer = await call("GET", url, { redirect: "follow" });
    await writeFile(name, Buffer.from(await answer.arrayBuffer()));
    console.log(name);
  }
}
"""
SAVE_BASE64 = """
// Write the pictures, one or several, that came with the answer.
async function save(results) {
  for (const data of [results].flat()) {
    const name = `result-${++number}SUFFIX`;
    await writeFile(name, data, "base64");
    console.log(name);
  }
}
"""


def write(script: Script) -> str:
    """`script` in JavaScript."""
    head = (*comments(script, "//", NEEDS), "", _imports(script), "", *_key(script))
    save = SAVE_URL if script.kind == "url" else SAVE_BASE64
    steps = _Steps(script).written()
    return "\n".join(head).rstrip("\n") + "\n" + HELPERS + save.replace("SUFFIX", script.suffix) + f"\n{steps}\n"


def _imports(script: Script) -> str:
    reads = "readFile, " if script.files else ""
    return f'import {{ {reads}writeFile }} from "node:fs/promises";'


def _key(script: Script) -> Iterator[str]:
    if script.key:
        unset = quoted(f"Set {script.key} to your key for {script.provider}.")
        auth = (f"{_key_word(name)}: {_text(keyed(value, 'key'))}" for name, value in script.auth.items())
        yield f"const key = process.env.{script.key} || fail({unset});"
        yield f"const auth = {{ {', '.join(auth)} }};"


class _Steps:
    """The requests of `script`, one after the other."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._files = {file.name: file for file in script.files}
        self._kept = Counter(name for step in script.steps for name in step.keep)
        self._notation = Notation(WORDS, key=_key_word, known=self._known, inside=" ")

    def written(self) -> str:
        """All of them; those that are made for each of the seeds in a loop."""
        blocks = (self._block(each, steps) for each, steps in runs(self._script.steps))
        return "\n\n".join((f"let {', '.join(self._variables())};", *blocks))

    def _variables(self) -> Iterator[str]:
        """Those that several steps set; the others are constants of their step."""
        steps = self._script.steps
        yield "answer"
        if any(step.files for step in steps):
            yield "form"
        if any(step.until for step in steps):
            yield from ("status", "deadline")
        yield from (name for name, times in self._kept.items() if times > 1)

    def _block(self, each: bool, steps: list[Step]) -> str:
        written = "\n\n".join("\n".join(self._step(step)) for step in steps)
        seeds = ", ".join(map(str, self._script.seeds))
        return f"for (const seed of [{seeds}]) {{\n{indent(written, '  ')}\n}}" if each else written

    def _step(self, step: Step) -> Iterator[str]:
        yield comment("//", step.says)
        yield from self._form(step)
        if step.until:
            yield from _wait(self._call(step, 2), step.until)
        elif step.keep:
            yield f"answer = await (await {self._call(step)}).json();"
        else:
            yield f"await {self._call(step)};"
        for name, path in step.keep.items():
            yield f"{'const ' if self._kept[name] == 1 else ''}{name} = {_part(path)};"
        if self._script.results in step.keep:
            yield f"await save({self._script.results});"

    def _form(self, step: Step) -> Iterator[str]:
        if step.files:
            yield "form = new FormData();"
        for name, value in step.form:
            yield f"form.append({quoted(name)}, {_text(value)});"
        for field, name in step.files:
            file = self._files[name]
            data = f"new Blob([{_bytes(file)}], {{ type: {quoted(file.media_type)} }})"
            yield f"form.append({quoted(field)}, {data}, {quoted(file.filename)});"

    def _call(self, step: Step, column: int = 0) -> str:
        """The expression of a request, in a line that is indented by `column`."""
        words = []
        if headers := self._headers(step, column + 2):
            words.append(f"headers: {headers}")
        if body := self._body(step, column + 2):
            words.append(f"body: {body}")
        asked = f"call({quoted(step.method)}, {_text(step.url)}"
        options = wrapped("{ ", words, " }", indent=2, column=column, room=ROOM - len(asked))
        return f"{asked}, {options})" if words else f"{asked})"

    def _headers(self, step: Step, column: int) -> str:
        own: dict[str, Text] = headers_of(step, self._files)
        if step.json is not None:
            own["Content-Type"] = "application/json"
        keyed = step.auth and bool(self._script.auth)
        if not own:
            return "auth" if keyed else ""
        written = literal(own, self._notation, column)
        return f"{{ ...auth, {written.removeprefix('{').lstrip()}" if keyed else written

    def _body(self, step: Step, column: int) -> str:
        if step.json is not None:
            return f"JSON.stringify({literal(step.json, self._notation, column)})"
        if step.files:
            return "form"
        return _bytes(self._files[step.content]) if step.content else ""

    def _known(self, known: Known) -> str:
        if isinstance(known, FileData):
            encoded = f'(await readFile({quoted(self._files[known.file].filename)}, "base64"))'
            return f"{quoted(known.prefix)} + {encoded}" if known.prefix else encoded[1:-1]
        return _text(known)


def _wait(call: str, until: Until) -> Iterator[str]:
    """A request that is repeated until its answer says that it is done."""
    yield f"deadline = Date.now() + {until.deadline * 1000:.0f};"
    yield "while (true) {"
    yield f"  answer = await (await {call}).json();"
    yield f"  status = {_part(until.path)};"
    yield f"  if ({_is_one_of(until.done)}) break;"
    if until.failed:
        yield f"  if ({_is_one_of(until.failed)}) {{"
        yield "    fail(`It ended as ${status}: ${JSON.stringify(answer).slice(0, 2000)}`);"
        yield "  }"
    yield f'  if (Date.now() > deadline) fail("It was not ready after {until.deadline:g} seconds.");'
    yield f"  await new Promise((resolve) => setTimeout(resolve, {until.seconds * 1000:.0f}));"
    yield "}"


def _is_one_of(words: tuple[str, ...]) -> str:
    if len(words) == 1:
        return f"status === {quoted(words[0])}"
    return f"[{', '.join(map(quoted, words))}].includes(status)"


def _part(path: str) -> str:
    """The expression for what a path finds."""
    outer, inner = path_keys(path)
    found = f"part({', '.join(('answer', *map(quoted, outer)))})"
    if not inner:
        return found
    return f"{found}.map((item) => part({', '.join(('item', *map(quoted, inner)))}))"


def _bytes(file: ScriptFile) -> str:
    return f"await readFile({quoted(file.filename)})"


def _key_word(key: str) -> str:
    return key if IDENTIFIER.fullmatch(key) else quoted(key)


def _text(text: Text) -> str:
    """A string, a variable, or a template."""
    if isinstance(text, str):
        return quoted(text)
    if isinstance(text, Var):
        return text.name
    inside = (f"${{{word.name}}}" if isinstance(word, Var) else _in_template(word) for word in text)
    return f"`{''.join(inside)}`"


def _in_template(words: str) -> str:
    return quoted(words)[1:-1].replace("`", "\\`").replace("${", "\\${")
