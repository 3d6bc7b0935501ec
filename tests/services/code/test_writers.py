"""What a script can have, in each language, as a host sees it."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flux_desktop.core.script import Script, Step, Until, Var
from flux_desktop.services.code import LANGUAGES
from tests.services.code.rig import FILE_ID, PICTURE, TICKET, Rig, script_of
from tests.services.code.support import LANGUAGE_IDS, Ran, language, start, write
from tests.simulators.base import Seen
from tests.simulators.faults import Fault

KEY = {"RIG_API_KEY": Rig.key}
every_language = pytest.mark.parametrize("id", LANGUAGE_IDS)


@pytest.fixture(scope="module")
def rig_server() -> Iterator[Rig]:
    with Rig() as server:
        yield server


@pytest.fixture
def rig(rig_server: Rig) -> Rig:
    rig_server.reset()
    return rig_server


def ran(script: Script, id: str, folder: Path, environ: dict[str, str] = KEY) -> Ran:
    return start(write(script, language(id), folder), environ)


@dataclass(frozen=True)
class Whole:
    """A script with all that there is: how it ended, and what the host saw."""

    script: Script
    ran: Ran
    log: list[Seen]

    def seen(self, route: str) -> list[Seen]:
        return [seen for seen in self.log if f"{seen.method} {seen.path}" == route]


@pytest.fixture(scope="module", params=LANGUAGE_IDS)
def whole(rig_server: Rig, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Whole:
    rig_server.reset()
    script = script_of(rig_server.url)
    done = ran(script, request.param, tmp_path_factory.mktemp("whole"))
    return Whole(script, done, list(rig_server.log))


def test_every_step_is_made_in_its_order(whole: Whole) -> None:
    assert (whole.ran.code, whole.ran.err) == (0, "")
    asked = [route for route, _ in groupby(f"{seen.method} {seen.path}" for seen in whole.log)]
    each = ["POST /jobs", "PUT /jobs", "GET /job", "GET /results/0", "GET /results/1"]
    assert asked == ["POST /uploads", "PUT /put", *each, *each, "DELETE /uploads"]
    assert [seen.query["number"] for seen in whole.seen("GET /job")] == ["7", "7", "7", "4294967295"]
    assert whole.ran.results == (PICTURE,) * 4
    assert whole.ran.out.split() == [f"result-{number}.png" for number in range(1, 5)]


def test_bodies_arrive_as_they_are_meant(whole: Whole) -> None:
    source, reference = (base64.b64encode(file.data).decode() for file in whole.script.files)
    orders = [seen.json for seen in whole.seen("POST /jobs")]
    seeds = whole.script.seeds
    assert [order["seed"] for order in orders] == list(seeds)
    assert [order["name"] for order in orders] == [f"picture {seed} of {{x}}, ${{y}}, `z`" for seed in seeds]
    assert orders[0] | {"seed": 0, "name": ""} == {
        "prompt": 'it\'s "here"', "steps": 4, "strength": 0.75, "shift": -1, "safe": False, "mask": None, "tags": [],
        "images": [f"data:image/png;base64,{source}", reference], "seed": 0, "name": "",
    }  # fmt: skip
    (upload,) = whole.seen("PUT /put")
    assert upload.body == whole.script.files[0].data
    assert upload.headers["content-type"] == "image/png"
    assert whole.seen("POST /jobs")[0].headers["content-type"] == "application/json"


def test_what_the_host_says_is_never_taken_for_code(whole: Whole) -> None:
    assert whole.seen("PUT /jobs")[0].json == {"job": TICKET, "of": f'job "{TICKET}'}
    assert whole.seen("PUT /put")[0].headers["x-file"] == f"<{FILE_ID}>"


def test_the_key_goes_to_the_steps_that_take_it_alone(whole: Whole) -> None:
    with_key = {(seen.method, seen.path) for seen in whole.log if Rig.key in str(seen.headers)}
    without = {(seen.method, seen.path) for seen in whole.log} - with_key
    assert without == {("PUT", "/put"), ("GET", "/results/0"), ("GET", "/results/1")}
    order = whole.seen("POST /jobs")[0]
    assert (order.headers["authorization"], order.headers["x-key"]) == (f"Key {Rig.key}", Rig.key)
    assert all(Rig.key not in f"{seen.path}{seen.query}" for seen in whole.log)


@every_language
def test_without_the_key_the_run_names_its_variable_and_sends_nothing(rig: Rig, tmp_path: Path, id: str) -> None:
    done = ran(script_of(rig.url), id, tmp_path, {})
    assert (done.code, done.err.strip()) == (1, "Set RIG_API_KEY to your key for Rig & Sons.")
    assert rig.arrived == []


@every_language
def test_a_failed_job_ends_the_run_with_its_word(rig: Rig, tmp_path: Path, id: str) -> None:
    rig.states = ["queued", "Request Moderated"]
    done = ran(script_of(rig.url), id, tmp_path)
    assert (done.code, done.results) == (1, ())
    assert done.err.startswith("It ended as Request Moderated: {")
    assert len(rig.seen("POST /jobs")) == 1


@every_language
def test_a_job_without_end_is_given_up(rig: Rig, tmp_path: Path, id: str) -> None:
    rig.states = ["queued"]
    until = Until("state", ("done",), seconds=0.01, deadline=0)
    done = ran(script_of(rig.url, until=until), id, tmp_path)
    assert (done.code, done.err.strip()) == (1, "It was not ready after 0 seconds.")


@every_language
def test_an_answer_without_the_picture_is_shown(rig: Rig, tmp_path: Path, id: str) -> None:
    rig.fault(Fault("GET /job", "patch", times=0, patch={"state": "done", "output": {"images": None}}))
    done = ran(script_of(rig.url), id, tmp_path)
    assert (done.code != 0, done.results) == (True, ())
    assert "in the answer: {" in done.err
    assert "done" in done.err
    assert len(rig.seen("POST /jobs")) == 1


@every_language
@pytest.mark.parametrize("status", [402, 302])
def test_an_error_ends_the_run_and_nothing_is_ordered_again(rig: Rig, tmp_path: Path, id: str, status: int) -> None:
    headers = {"location": f"{rig.url}/results/0"}
    rig.fault(Fault("POST /jobs", "answer", status=status, content=b'{"error": "no credit"}', headers=headers))
    done = ran(script_of(rig.url), id, tmp_path)
    assert (done.code != 0, done.results) == (True, ())
    assert status == 302 or ("no credit" in done.err and str(status) in done.err)
    assert len(rig.seen("POST /jobs")) == 1
    assert rig.seen("GET") == []


@every_language
def test_a_host_without_a_key_that_sends_its_pictures_along(rig: Rig, tmp_path: Path, id: str) -> None:
    step = Step("Order.", "POST", f"{rig.url}/jobs", json={"prompt": "a lake"}, keep={"results": "pictures[].b64"})
    done = ran(Script("Rig", "", {}, (step,), "results", "base64"), id, tmp_path, {})
    assert (done.code, done.err, done.results) == (0, "", (PICTURE, PICTURE))


TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")), min_size=1, max_size=25)


@every_language
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=TEXTS)
def test_any_words_survive(rig: Rig, tmp_path: Path, id: str, texts: list[str]) -> None:
    rig.reset()
    hard = [*texts, "'\"`$(exit 9)${HOME}\\n\\", "@/etc/passwd", "<x;type=y", "\u202eedoc\u2028\x1b[2J\x7f", "🎨\r\n\t"]
    script = Script(
        "Rig",
        "RIG_API_KEY",
        {"X-Key": "{key}"},
        (
            Step("\n".join(texts), "POST", f"{rig.url}/jobs", json={"texts": hard}, keep={"job": "job.id"}),
            Step("Name it.", "PUT", f"{rig.url}/jobs", json={"texts": [(text, Var("job"), text) for text in hard]}),
            Step(
                "Send it.", "POST", f"{rig.url}/form",
                form=tuple((f"text{number}", text) for number, text in enumerate(hard)),
                files=(("image", "source"),), keep={"results": "pictures.only"},
            ),
        ),
        "results",
        files=script_of(rig.url).files[:1],
        notes=tuple(texts),
    )  # fmt: skip
    done = ran(script, id, tmp_path)
    assert (done.code, done.err) == (0, "")
    assert rig.seen("POST /jobs")[0].json == {"texts": hard}
    assert rig.seen("PUT /jobs")[0].json == {"texts": [f"{text}{TICKET}{text}" for text in hard]}
    form = rig.seen("POST /form")[0]
    assert list(map(in_form, form.fields.values())) == list(map(in_form, hard))
    assert form.files["image"].data == script.files[0].data


def in_form(text: str) -> str:
    """A text in a form: by its standard, JavaScript ends each line with CR LF there."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def test_every_language_can_be_chosen_by_its_name() -> None:
    assert [(language.id, language.filename) for language in LANGUAGES] == [
        ("curl", "run.sh"),
        ("python", "run.py"),
        ("javascript", "run.mjs"),
    ]


@every_language
def test_the_top_says_what_is_needed(id: str) -> None:
    script = script_of("https://rig.example")
    text = next(language for language in LANGUAGES if language.id == id).write(script)
    for words in ("RIG_API_KEY", "source.png, reference-1.jpg", "Rig & Sons", "A note of two lines"):
        assert words in text
    assert "\u202e" not in text
    shorter = replace(script, notes=(), key="", auth={}, steps=script.steps[2:4])
    assert "API_KEY" not in next(language for language in LANGUAGES if language.id == id).write(shorter)
