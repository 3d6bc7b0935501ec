"""The same window against the server in every state and with every fault: what the window says, and what is ordered."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PIL import Image

from tests.e2e.support.studio import Studio
from tests.simulators.faults import Fault, answer, html

pytestmark = pytest.mark.window

ASSETS, FEATURES, RESULT = "POST /api/assets", "POST /api/features", "GET /storage"
SMALL = {"megapixels": "0.25"}


# States on the way.


def test_each_stage_is_shown_while_it_lasts(studio: Studio) -> None:
    host, window = studio.host, studio.window
    studio.set(SMALL)
    host.fault(*(Fault(route, gate=route) for route in (ASSETS, FEATURES, RESULT)))
    studio.run()
    for route, stage in ((ASSETS, "Uploading"), (FEATURES, "Running"), (RESULT, "Downloading")):
        host.wait_held(route)
        studio.follow_to(stage)
        assert window.widget("run_button")["enabled"]
        host.release(route)
    assert studio.end()["job_stage"] == "Done"


def test_the_third_job_waits_for_a_slot(studio: Studio) -> None:
    host, window = studio.host, studio.window
    studio.set(SMALL)
    host.fault(*(Fault(FEATURES, gate="slow") for _ in range(2)))
    for _ in range(3):
        studio.run()
    window.until(lambda: [job["job_stage"] for job in window.jobs()] == ["Waiting", "Running", "Running"], "one waits")
    assert window.words("queue_counts") == "2 running, 1 waiting"
    window.until(lambda: host.arrived.count(FEATURES) == 2, "both orders are made")
    assert host.arrived.count(ASSETS) == 2
    host.release("slow")
    window.until(lambda: {job["job_stage"] for job in window.jobs()} == {"Done"}, "all are done")
    assert len(host.orders) == 3


def test_cancelling_an_order_on_its_way_says_that_it_may_be_charged(studio: Studio) -> None:
    studio.set(SMALL)
    studio.host.fault(Fault(FEATURES, gate="made", when="after"))
    studio.run()
    studio.host.wait_held("made")
    studio.window.until(lambda: studio.window.stage() == "Running", "the job runs")
    studio.window.click("cancel_button")
    row = studio.end()
    studio.host.release("made")
    assert row["job_stage"] == "Cancelled"
    assert "may still be charged" in row["job_notes"]
    assert "run_again_button" in row
    assert "retry_job_button" not in row


def test_a_busy_host_is_asked_again_without_a_word(studio: Studio) -> None:
    studio.set(SMALL)
    studio.host.fault(answer(FEATURES, 429, {"message": "slow down"}, retry_after="0"), html(ASSETS, 502))
    studio.run_to_result()
    assert studio.window.message() == ""
    assert (studio.host.arrived.count(ASSETS), studio.host.arrived.count(FEATURES)) == (2, 2)
    assert len(studio.host.orders) == 1


def test_a_picture_over_the_limit_is_made_smaller_and_it_is_said(studio: Studio) -> None:
    noise = studio.folder / "noise.png"
    Image.effect_noise((700, 500), 90).convert("RGB").save(noise)
    studio.window.drop(noise)
    studio.set(SMALL)
    studio.host.max_bytes = 120_000
    studio.run_to_result()
    row = studio.window.jobs()[0]
    assert "1min.ai finds" in row["job_notes"]
    assert "too large: the picture is made smaller." in row["job_notes"]
    sizes = [len(next(iter(seen.files.values())).data) for seen in studio.host.seen(ASSETS)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 120_000 >= sizes[-1]
    assert len(studio.host.orders) == 1
    studio.window.drop(studio.folder / "photo.jpg")


# Faults.


def record(**changes: object) -> Fault:
    """HTTP 200 with another record of the edit."""
    return Fault(FEATURES, "patch", patch={"aiRecord": changes})


class Trouble(NamedTuple):
    """A fault, and what the window says: the stage of the job, words of its title and hint, its buttons."""

    fault: Fault
    stage: str
    title: str
    hint: str
    button: str


AGAIN, KEYS, UNSURE = "retry_job_button", "keys_job_button", "run_again_button"
CHARGED = "It was probably charged: look for it in your 1min.ai account"
TROUBLES = {
    "invalid": Trouble(answer(FEATURES, 400, {"message": "bad ratio"}), "Failed", "HTTP 400): bad ratio", "Change", ""),
    "moderation": Trouble(answer(FEATURES, 400, {"message": "NSFW content"}), "Failed", "refused it", "moderation", ""),
    "key": Trouble(answer(FEATURES, 401, {"message": "Not valid"}), "Failed", "not accept the key", "Settings", KEYS),
    "credit": Trouble(answer(FEATURES, 402, {"message": "0 left"}), "Failed", "out of credit: 0 left", "Top up", AGAIN),
    "rate": Trouble(
        answer(FEATURES, 429, {"message": "slow"}, retry_after="1000"), "Failed", "asks for a pause", "17 min", AGAIN
    ),
    "crash": Trouble(answer(FEATURES, 500, {"message": "crashed"}), "Failed", "(HTTP 500): crashed", "Retry", AGAIN),
    "full": Trouble(answer(FEATURES, 503, {"message": "full"}), "Failed", "(HTTP 503): full", "Retry", AGAIN),
    "no success": Trouble(
        record(status="FAILED", error="Out of memory."), "Failed", "status FAILED): Out of memory", "Retry", AGAIN
    ),
    "refused in 200": Trouble(record(status="FAILED", error="NSFW"), "Failed", "refused it: NSFW", "moderation", ""),
    "no record": Trouble(answer(FEATURES, 200, {}), "Failed", "without a record", "probably charged", ""),
    "no result": Trouble(
        record(temporaryUrl=None, aiRecordDetail={"resultObject": []}), "Failed", "without a result", CHARGED, ""
    ),
    "no link": Trouble(record(temporaryUrl=None), "Failed", "gave no link to it", CHARGED, ""),
    "unfinished": Trouble(record(status="PROCESSING"), "Outcome unknown", "before the picture", "charged", UNSURE),
    "gateway": Trouble(html(FEATURES, 502), "Outcome unknown", "a gateway lost the order", "charged", UNSURE),
    "lost before": Trouble(Fault(FEATURES, "reset_before"), "Outcome unknown", "connection was lost", "charge", UNSURE),
    "lost after": Trouble(Fault(FEATURES, "reset_after"), "Outcome unknown", "connection was lost", "charge", UNSURE),
    "upload refused": Trouble(
        answer(ASSETS, 401, {"message": "No"}), "Failed", "not accept the key", "Settings › Providers", KEYS
    ),
    "expired": Trouble(answer(RESULT, 403, b"<Error/>", times=0), "Failed", "link has expired", "made and charged", ""),
    "no picture": Trouble(answer(RESULT, 200, "sorry", times=0), "Failed", "result", "without a new order", AGAIN),
}


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_the_window_says_what_went_wrong(studio: Studio, trouble: Trouble) -> None:
    studio.set(SMALL)
    results = len(studio.window.history())
    studio.host.fault(trouble.fault)
    studio.run()
    row = studio.end()
    assert row["job_stage"] == trouble.stage
    assert trouble.title in row["job_error_title"]
    assert trouble.hint in row["job_error_hint"]
    offered = {name for name in row if name in (AGAIN, UNSURE)}
    assert offered == {trouble.button} & {AGAIN, UNSURE} or (trouble.button == KEYS and offered == {AGAIN})
    assert (KEYS in row) == (trouble.button == KEYS)
    said = f"{row['job_error_title']}\n{row['job_error_hint']}"
    studio.window.until(lambda: studio.window.message() == said, "the message bar says the same")
    assert studio.host.arrived.count(FEATURES) <= 1
    assert len(studio.host.orders) <= 1
    assert len(studio.window.history()) == results
    assert studio.host.key not in str(row)


def test_a_link_that_expired_is_not_fetched_with_the_key(studio: Studio) -> None:
    studio.set(SMALL)
    studio.host.link_seconds = -1
    studio.run()
    row = studio.end()
    assert "expired" in row["job_error_title"]
    assert "_edited.webp" in row["job_error_hint"]
    assert row["job_request_id"].startswith("Request id: e5f6a7b8")


def test_a_lost_order_is_repeated_only_when_the_user_says_so(studio: Studio) -> None:
    window, host = studio.window, studio.host
    studio.set(SMALL)
    host.fault(Fault(FEATURES, "reset_after"))
    studio.run()
    assert studio.end()["job_stage"] == "Outcome unknown"
    window.click("run_again_button")
    assert "cost again" in window.words("job_question")
    assert host.arrived.count(FEATURES) == 1
    results = len(window.history())
    window.click("confirm_run_again_button")
    window.until(lambda: window.stage() == "Done", "the job is done")
    window.results(results + 1)
    assert host.arrived.count(FEATURES) == 2
    window.until(lambda: window.message() == "", "the message is out of date and gone")


def test_a_result_that_could_not_be_fetched_is_fetched_without_a_new_order(studio: Studio) -> None:
    window, host = studio.window, studio.host
    studio.set(SMALL)
    host.fault(answer(RESULT, 200, "sorry"))
    studio.run()
    assert studio.end()["job_stage"] == "Failed"
    results = len(window.history())
    window.click("message_action_button")
    window.until(lambda: window.stage() == "Done", "the job is done")
    window.results(results + 1)
    assert len(host.orders) == 1


def test_a_refused_key_leads_to_the_keys(studio: Studio) -> None:
    studio.set(SMALL)
    studio.host.fault(answer(FEATURES, 401, {"message": "Not valid"}))
    studio.run()
    studio.end()
    studio.window.click("keys_job_button")
    studio.window.widget("settings_dialog")
    studio.window.until(
        lambda: any("FLUX_DESKTOP_ONEMIN_KEY" in words for words in studio.told("settings_dialog")),
        "the page tells where the key is",
    )
    told = studio.told("settings_dialog")
    assert studio.host.key not in " ".join(told)
    studio.window.hands.keys("Escape")
    studio.window.until(lambda: studio.window.ask("widget", name="settings_dialog") is None, "the dialog is closed")
