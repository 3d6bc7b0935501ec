"""The client: what is sent, what is tried again, and which error a broken exchange means."""

from __future__ import annotations

import asyncio
import logging
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from flux_desktop.core.errors import (
    BadAnswer,
    FluxError,
    Internal,
    InvalidParameter,
    KeyRefused,
    OutcomeUnknown,
    OutOfCredit,
    RateLimited,
    Refused,
    Rejected,
    ServerFault,
    TimedOut,
    Unreachable,
)
from flux_desktop.providers.http import Base64, Call, Http, UnusableOrder, Upload
from tests.providers.support import Echo, Time
from tests.simulators.faults import Do, Fault, answer, html, redirect

KEY = "sk-very-secret-key-93"


def read(server: Echo, **changes: object) -> Call:
    return Call("Host", "GET", f"{server.url}/echo", **changes)  # type: ignore[arg-type]


def upload(server: Echo, **changes: object) -> Call:
    return Call("Host", "POST", f"{server.url}/echo", content=b"picture", free=True, **changes)  # type: ignore[arg-type]


def order(server: Echo, **changes: object) -> Call:
    url = f"{server.url}/echo"
    whole = {"json": {"prompt": "x"}, "auth": {"Authorization": f"Bearer {KEY}"}, **changes}
    return Call("Host", "POST", url, home=server.url, order=True, **whole)  # type: ignore[arg-type]


async def error_of(http: Http, call: Call) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await http.call(call)
    return caught.value


async def test_sends_method_query_headers_key_and_json(http: Http, echo: Echo) -> None:
    got = await http.call(
        order(echo, query={"isStreaming": "false"}, headers={"X-Mode": "a"}, json={"prompt": "Ü", "n": 2})
    )
    assert got.json_object()["method"] == "POST"
    assert got.request_id == "r-1"
    (seen,) = echo.log
    assert seen.query == {"isStreaming": "false"}
    assert seen.json == {"prompt": "Ü", "n": 2}
    assert seen.headers["authorization"] == f"Bearer {KEY}"
    assert seen.headers["x-mode"] == "a"
    assert seen.headers["content-type"] == "application/json"
    assert "transfer-encoding" not in seen.headers
    assert seen.headers["user-agent"].startswith("flux-desktop/")


async def test_sends_a_form_with_repeated_fields_and_a_big_file_in_pieces(http: Http, echo: Echo) -> None:
    data = bytes(range(256)) * 40_000
    files = (Upload("asset", 'a"b.png', "image/png", data),)
    await http.call(
        Call("Host", "POST", f"{echo.url}/echo", fields=(("prompt", "blau ü"), ("n", "2")), files=files, free=True)
    )
    (seen,) = echo.log
    assert seen.fields == {"prompt": "blau ü", "n": "2"}
    assert seen.files["asset"].data == data
    assert seen.files["asset"].media_type == "image/png"


async def test_sends_a_picture_inside_json(http: Http, echo: Echo) -> None:
    data = b"\x00\xff" * 1_000_000
    await http.call(order(echo, json={"images": [Base64(data, "data:image/png;base64,")], "n": 1}))
    import base64

    assert echo.log[0].json == {"images": ["data:image/png;base64," + base64.b64encode(data).decode()], "n": 1}


STATUSES = [
    (400, Rejected, 4, "input"),
    (401, KeyRefused, 3, "key"),
    (402, OutOfCredit, 6, "credit"),
    (403, KeyRefused, 3, "key"),
    (404, Rejected, 4, "input"),
    (405, Rejected, 4, "input"),
    (409, Rejected, 4, "input"),
    (413, Rejected, 4, "input"),
    (415, Rejected, 4, "input"),
    (422, Rejected, 4, "input"),
    (429, RateLimited, 5, "rate"),
    (500, ServerFault, 5, "unavailable"),
    (503, ServerFault, 5, "unavailable"),
]


@pytest.mark.parametrize(("status", "kind", "exit_code", "word"), STATUSES)
@pytest.mark.parametrize("make", [read, order])
async def test_a_status_becomes_its_error(
    http: Http, echo: Echo, status: int, kind: type[FluxError], exit_code: int, word: str, make: object
) -> None:
    body = {"error": {"message": "The lamp is broken."}}
    echo.fault(answer("", status, body, times=0, x_request_id="abc-1"))
    error = await error_of(http, make(echo))  # type: ignore[operator]
    assert type(error) is kind
    assert (error.exit_code, error.kind) == (exit_code, word)
    assert error.title.startswith("Host")
    assert error.title.endswith("The lamp is broken.")
    assert error.hint
    assert error.request_id == "abc-1"


async def test_moderation_is_a_refusal_at_any_4xx(http: Http, echo: Echo) -> None:
    echo.fault(answer("", 400, {"error": {"message": "No.", "code": "CONTENT_POLICY_VIOLATION"}}))
    assert type(await error_of(http, order(echo))) is Refused


async def test_an_accepted_status_is_returned(http: Http, echo: Echo) -> None:
    echo.fault(answer("", 413, {"message": "File too large"}))
    got = await http.call(upload(echo, accept=(413,)))
    assert got.status == 413
    assert type(got.failure()) is Rejected


@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 429, 524])
async def test_a_read_is_tried_again(http: Http, echo: Echo, time: Time, status: int) -> None:
    echo.fault(html("", status, times=2))
    assert (await http.call(read(echo))).status == 200
    assert len(echo.arrived) == 3
    assert time.slept == [0.25, 0.5]


async def test_a_read_is_given_up_after_four_tries(http: Http, echo: Echo) -> None:
    echo.fault(answer("", 500, "oops", times=0))
    assert type(await error_of(http, read(echo))) is ServerFault
    assert len(echo.arrived) == 4


@pytest.mark.parametrize("do", ["reset_before", "reset_after", "truncate"])
@pytest.mark.parametrize("make", [read, upload])
async def test_a_free_call_survives_a_lost_connection(http: Http, echo: Echo, do: Do, make: object) -> None:
    echo.fault(Fault("", do, times=2))
    assert (await http.call(make(echo))).status == 200  # type: ignore[operator]
    assert len(echo.arrived) == 3


async def test_a_post_that_is_not_free_is_not_repeated_after_it_left(http: Http, echo: Echo) -> None:
    echo.fault(Fault("", "reset_after", times=0))
    error = await error_of(http, Call("Host", "POST", f"{echo.url}/echo", json={}))
    assert type(error) is Unreachable
    assert len(echo.arrived) == 1


@pytest.mark.parametrize("do", ["reset_before", "reset_after", "truncate", "stall"])
async def test_an_order_whose_answer_is_lost_is_unknown_and_never_repeated(http: Http, echo: Echo, do: Do) -> None:
    echo.fault(Fault("", do, times=0))
    error = await error_of(http, order(echo, silence=0.3))
    assert type(error) is OutcomeUnknown
    assert (error.exit_code, error.kind, error.retryable) == (7, "unavailable", False)
    assert "may have been charged" in error.hint
    assert len(echo.arrived) == 1


async def test_an_order_past_its_deadline_is_unknown(http: Http, echo: Echo) -> None:
    echo.fault(Fault("", "slow", seconds=0.2))
    assert type(await error_of(http, order(echo, deadline=0.3))) is OutcomeUnknown


@pytest.mark.parametrize(
    "fault",
    [
        html("", 502),
        html("", 504),
        html("", 500),
        html("", 524),
        answer("", 500, b""),
        answer("", 504, {"message": "Endpoint request timed out"}),
        answer("", 408, "timeout"),
    ],
)
async def test_an_order_that_a_gateway_lost_is_unknown(http: Http, echo: Echo, fault: Fault) -> None:
    echo.fault(fault)
    error = await error_of(http, order(echo))
    assert type(error) is OutcomeUnknown
    assert "may have been charged" in error.hint
    assert len(echo.arrived) == 1


@pytest.mark.parametrize("status", [500, 501, 503])
async def test_an_order_that_the_host_says_failed_is_not_repeated_by_itself(
    http: Http, echo: Echo, status: int
) -> None:
    echo.fault(answer("", status, {"message": "model crashed"}, times=0))
    error = await error_of(http, order(echo))
    assert type(error) is ServerFault
    assert len(echo.arrived) == 1


async def test_an_order_that_found_the_host_full_was_not_accepted(http: Http, echo: Echo) -> None:
    """503 says that the request was not handled, also where a gateway's page says it."""
    echo.fault(html("", 503, "503 Service Unavailable"))
    assert type(await error_of(http, order(echo))) is ServerFault
    assert len(echo.arrived) == 1


@pytest.mark.parametrize("status", [429, 503])
async def test_an_order_that_was_not_accepted_waits_as_asked(http: Http, echo: Echo, time: Time, status: int) -> None:
    echo.fault(answer("", status, {"message": "slow down"}, retry_after="7"))
    assert (await http.call(order(echo))).status == 200
    assert time.slept == [7.0]
    assert len(echo.seen("POST /echo")) == 2


async def test_retry_after_may_be_a_date(http: Http, echo: Echo, time: Time) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=20), usegmt=True)
    echo.fault(answer("", 429, {}, retry_after=date))
    await http.call(order(echo))
    assert 17 < time.slept[0] <= 20


async def test_retry_after_beyond_the_deadline_is_not_waited_for(http: Http, echo: Echo, time: Time) -> None:
    echo.fault(answer("", 429, {"message": "quota"}, retry_after="600"))
    error = await error_of(http, order(echo))
    assert type(error) is RateLimited
    assert error.hint == "Retry in 10 minutes."
    assert time.slept == []


async def test_no_connection_is_tried_again_and_then_said(http: Http, time: Time) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    error = await error_of(http, Call("Host", "POST", f"http://127.0.0.1:{port}/x", json={}, order=True))
    assert type(error) is Unreachable
    assert "127.0.0.1" in error.title
    assert error.hint.startswith("Nothing was ordered")
    assert len(time.slept) == 3


async def test_an_order_that_did_not_leave_whole_is_sent_again(http: Http, echo: Echo) -> None:
    """A body that is too large for the sockets' buffers is cut off by the reset: the host cannot have the order."""
    echo.fault(Fault("", "reset_before"))
    await http.call(order(echo, json={"image": Base64(bytes(30_000_000))}))
    assert len(echo.arrived) == 2
    assert len(echo.log) == 1


async def test_a_stalled_read_ends_in_a_timeout(http: Http, echo: Echo) -> None:
    echo.fault(Fault("", "stall", times=0))
    error = await error_of(http, read(echo, silence=0.1))
    assert type(error) is TimedOut
    assert len(echo.arrived) == 4


async def test_a_redirect_is_not_followed_with_the_key(http: Http, echo: Echo) -> None:
    with Echo() as other:
        echo.fault(redirect("POST /echo", f"{other.url}/echo"))
        error = await error_of(http, order(echo))
        assert other.arrived == []
    assert type(error) is BadAnswer


async def test_the_key_goes_to_its_home_only(http: Http, echo: Echo) -> None:
    call = Call("Host", "GET", f"{echo.url}/echo", home="https://api.host.example/v1", auth={"API-KEY": KEY})
    error = await error_of(http, call)
    assert type(error) is Internal
    assert echo.arrived == []


@pytest.mark.parametrize("key", ["with\nnewline", "schlüssel"])
async def test_a_key_that_cannot_be_one_is_not_sent(http: Http, echo: Echo, key: str) -> None:
    error = await error_of(http, order(echo, auth={"API-KEY": key}))
    assert type(error) is KeyRefused
    assert key not in str(error.to_json())
    assert echo.arrived == []


async def test_the_key_is_in_no_text(http: Http, echo: Echo, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    call = order(echo)
    echo.fault(answer("", 401, {"error": f"bad key {KEY}"}, x_request_id=KEY))
    refused = await error_of(http, call)
    echo.fault(answer("", 500, f"<html><title>{KEY}</title>"))
    failed = await error_of(http, call)
    echo.fault(Fault("", "reset_after"))
    lost = await error_of(http, call)
    for error in (refused, failed, lost):
        assert KEY not in f"{error.to_json()} {error.detail} {error!r} {error.__cause__!r} {error.__context__!r}"
    assert KEY not in repr(call)
    assert KEY not in repr(await http.call(call))
    assert KEY not in caplog.text


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"", b"\xff\xfe", b"[" * 100_000])
async def test_an_answer_that_is_no_json(http: Http, echo: Echo, body: bytes) -> None:
    echo.fault(answer("", 200, body), answer("", 200, body))
    with pytest.raises(BadAnswer) as caught:
        (await http.call(read(echo))).json()
    assert caught.value.retryable
    with pytest.raises(UnusableOrder) as paid:
        (await http.call(order(echo))).json()
    assert (paid.value.retryable, paid.value.action) == (False, "look_up")
    assert "charged" in paid.value.hint


@pytest.mark.parametrize("url", ["nonsense", "ftp://host.example/x", "http://[::1/x", "http://"])
async def test_an_address_that_is_none(http: Http, url: str) -> None:
    assert type(await error_of(http, Call("Host", "GET", url))) is Unreachable


@pytest.mark.parametrize("url", ["http://host.example/x", "http://192.168.0.7:8080/x", "HTTP://host.example/x"])
async def test_nothing_goes_to_another_computer_unencrypted(http: Http, url: str) -> None:
    error = await error_of(http, Call("Host", "POST", url, json={"prompt": "a lake"}, order=True))
    assert (type(error), error.exit_code) == (InvalidParameter, 2)
    assert "https" in error.hint


async def test_cancelling_ends_the_exchange_and_leaves_the_client_usable(http: Http, echo: Echo) -> None:
    echo.fault(Fault("", gate="hold"))
    task = asyncio.create_task(http.call(order(echo)))
    await asyncio.to_thread(echo.wait_held, "hold")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    echo.release("hold")
    assert (await http.call(read(echo))).status == 200


async def test_close_ends_what_is_under_way_and_a_later_call_opens_anew(http: Http, echo: Echo) -> None:
    echo.fault(Fault("", gate="hold"))
    task = asyncio.create_task(http.call(read(echo)))
    await asyncio.to_thread(echo.wait_held, "hold")
    await http.close()
    with pytest.raises(asyncio.CancelledError):
        await task
    echo.release("hold")
    assert (await http.call(read(echo))).status == 200


async def test_warm_builds_without_a_request(http: Http, echo: Echo) -> None:
    await http.warm()
    assert echo.arrived == []
    assert (await http.call(read(echo))).status == 200


async def test_no_cookie_is_kept(http: Http, echo: Echo) -> None:
    echo.fault(answer("", 200, {}, set_cookie="track=1; Path=/"))
    await http.call(read(echo))
    await http.call(read(echo))
    assert "cookie" not in echo.log[1].headers


async def test_a_proxy_is_not_asked_for_this_computer(time: Time, echo: Echo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    http = Http(clock=time.clock())
    assert (await http.call(read(echo))).status == 200
    assert await http.download(f"{echo.url}/file", "Host", home=echo.url) == echo.file
    await http.close()


def test_the_http_library_is_loaded_with_the_first_call_only() -> None:
    code = (
        "import sys; from flux_desktop.providers.registry import find_providers;"
        "from flux_desktop.providers.http import Http;"
        "Http(); find_providers(); print(sorted({'httpx', 'numpy', 'PIL', 'truststore', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
