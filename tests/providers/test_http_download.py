"""Results are fetched without the key, and only from where results can be."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from flux_desktop.core.errors import BadAnswer, FluxError, ResultExpired, TimedOut, Unavailable
from flux_desktop.providers.http import Call, Http
from flux_desktop.providers.http.download import is_loopback, system_resolve
from tests.providers.support import Echo, Time
from tests.simulators.faults import Fault, answer, html, redirect

CERTIFICATE = Path(__file__).with_name("result.example.pem")
"""For result.example, signed by itself, with its key: for this test alone."""


async def download_error(http: Http, url: str, home: str = "") -> FluxError:
    with pytest.raises(FluxError) as caught:
        await http.download(url, "Host", home=home)
    return caught.value


async def test_a_result_comes_without_the_key(http: Http, echo: Echo) -> None:
    await http.call(Call("Host", "GET", f"{echo.url}/echo", auth={"API-KEY": "secret-key"}))
    assert await http.download(f"{echo.url}/file", "Host", home=echo.url) == echo.file
    (seen,) = echo.seen("GET /file")
    assert "secret-key" not in str(seen.headers)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
async def test_a_dead_link_has_expired(http: Http, echo: Echo, status: int) -> None:
    echo.fault(answer("GET /file", status, "<Error>Request has expired</Error>", times=0, x_amz_request_id="TX1"))
    error = await download_error(http, f"{echo.url}/file", echo.url)
    assert type(error) is ResultExpired
    assert (error.exit_code, error.retryable, error.request_id) == (5, False, "TX1")
    assert "account" in error.hint
    assert len(echo.arrived) == 1


@pytest.mark.parametrize("do", ["reset_before", "reset_after", "truncate"])
async def test_a_broken_transfer_is_tried_again(http: Http, echo: Echo, time: Time, do: str) -> None:
    echo.fault(Fault("GET /file", do, times=2))  # type: ignore[arg-type]
    assert await http.download(f"{echo.url}/file", "Host", home=echo.url) == echo.file
    assert time.slept == [0.25, 0.5]


@pytest.mark.parametrize("do", ["reset_after", "truncate"])
async def test_a_transfer_that_stays_broken_can_be_retried_for_free(http: Http, echo: Echo, do: str) -> None:
    echo.fault(Fault("GET /file", do, times=0))  # type: ignore[arg-type]
    error = await download_error(http, f"{echo.url}/file", echo.url)
    assert isinstance(error, Unavailable)
    assert error.retryable
    assert "without a new order" in error.hint
    assert len(echo.arrived) == 4


@pytest.mark.parametrize("status", [429, 500, 503])
async def test_a_storage_that_fails_is_tried_again(http: Http, echo: Echo, time: Time, status: int) -> None:
    echo.fault(answer("GET /file", status, "SlowDown", times=1, retry_after="3"))
    assert await http.download(f"{echo.url}/file", "Host", home=echo.url) == echo.file
    assert time.slept == [3.0]


async def test_slow_is_fine(http: Http, echo: Echo) -> None:
    echo.fault(Fault("GET /file", "slow"))
    assert await http.download(f"{echo.url}/file", "Host", home=echo.url) == echo.file


@pytest.mark.parametrize(
    "fault",
    [
        html("GET /file", 200),
        answer("GET /file", 200, b"  <HTML>hello"),
        answer("GET /file", 200, b""),
        answer("GET /file", 418),
    ],
)
async def test_what_is_no_result(http: Http, echo: Echo, fault: Fault) -> None:
    echo.fault(fault)
    error = await download_error(http, f"{echo.url}/file", echo.url)
    assert type(error) is BadAnswer
    assert error.exit_code == 5


async def test_a_result_above_the_limit_is_not_read_to_its_end(http: Http, echo: Echo) -> None:
    echo.fault(answer("GET /file", 200, bytes(3_000_000)))
    with pytest.raises(BadAnswer, match="more than 1 MB"):
        await http.download(f"{echo.url}/file", "Host", home=echo.url, limit=1_000_000)


async def test_redirects_are_followed_while_they_stay(http: Http, echo: Echo) -> None:
    echo.fault(redirect("GET /first", "/second"), redirect("GET /second", f"{echo.url}/file"))
    assert await http.download(f"{echo.url}/first", "Host", home=echo.url) == echo.file


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "https://127.0.0.1:1/x",
        "http://10.0.0.1/x",
        "http://169.254.169.254/latest",
        "//[bad",
    ],
)
async def test_redirects_elsewhere_are_refused(http: Http, echo: Echo, target: str) -> None:
    echo.fault(redirect("GET /first", target))
    error = await download_error(http, f"{echo.url}/first", echo.url)
    assert type(error) is BadAnswer
    assert "/etc/passwd" not in error.title
    assert len(echo.arrived) == 1


async def test_endless_redirects_end(http: Http, echo: Echo) -> None:
    echo.fault(redirect("GET /first", "/first", times=0))
    assert type(await download_error(http, f"{echo.url}/first", echo.url)) is BadAnswer
    assert len(echo.arrived) == 6


@pytest.mark.parametrize(
    "url",
    [
        "http://results.example/x.png",
        "https://127.0.0.1/x.png",
        "https://[::1]/x.png",
        "https://[::ffff:127.0.0.1]/x.png",
        "https://localhost/x.png",
        "https://10.1.2.3/x.png",
        "https://192.168.0.1/x.png",
        "https://169.254.169.254/latest/meta-data",
        "https://0.0.0.0/x.png",
        "file:///etc/passwd",
        "nonsense",
        "https://",
        "",
    ],
)
async def test_a_host_on_the_internet_cannot_point_into_this_network(http: Http, url: str) -> None:
    error = await download_error(http, url, "https://api.host.example")
    assert type(error) in (BadAnswer, Unavailable)
    assert error.exit_code == 5


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::1", "fe80::1", "::ffff:192.168.1.1", "224.0.0.1"])
async def test_a_name_that_means_a_private_address_is_refused(time: Time, address: str) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return ["93.184.216.34", address]

    http = Http(clock=time.clock(), resolve=resolve)
    error = await download_error(http, "https://results.example/x.png", "https://api.host.example")
    await http.close()
    assert "private address" in error.title
    assert time.slept == []


async def test_a_name_that_is_unknown_is_tried_again(time: Time) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        raise OSError("Name or service not known")

    http = Http(clock=time.clock(), resolve=resolve)
    error = await download_error(http, "https://results.example/x.png", "https://api.host.example")
    await http.close()
    assert type(error) is Unavailable
    assert len(time.slept) == 3


@asynccontextmanager
async def tls_server() -> AsyncIterator[tuple[int, list[bytes]]]:
    """An https server for the name result.example; the heads of the requests that it got."""
    heads: list[bytes] = []

    async def answer_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heads.append(await reader.readuntil(b"\r\n\r\n"))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 7\r\n\r\npicture")
        await writer.drain()
        writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server = await asyncio.start_server(answer_one, "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1], heads


async def test_the_checked_address_is_used_and_the_certificate_is_that_of_the_name(
    time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    asked: list[str] = []

    async def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    http = Http(clock=time.clock(), resolve=resolve)
    async with tls_server() as (port, heads):
        data = await http.download(f"https://result.example:{port}/x.png?sig=1", "Host", home="http://127.0.0.1:1")
        wrong = await download_error(http, f"https://other.example:{port}/x.png", "http://127.0.0.1:1")
    await http.close()
    assert data == b"picture"
    assert f"Host: result.example:{port}".encode() in heads[0]
    assert len(heads) == 1
    assert isinstance(wrong, Unavailable)
    assert asked.count("result.example") == 1, "resolved once: a second answer could be another"


async def test_another_address_is_tried_where_the_first_is_closed(time: Time, echo: Echo) -> None:
    async def resolve(_host: str, _port: int) -> list[str]:
        return ["::1", "127.0.0.1"]

    http = Http(clock=time.clock(), resolve=resolve)
    data = await http.download(f"http://localhost:{echo.port}/file", "Host", home="http://localhost:1")
    await http.close()
    assert data == echo.file
    assert time.slept == []


async def test_the_links_signature_is_not_in_errors(http: Http, echo: Echo, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    echo.fault(answer("GET /file", 403, "no"))
    error = await download_error(http, f"{echo.url}/file?Signature=topsecret", echo.url)
    assert "topsecret" not in f"{error.to_json()}{error.detail}{caplog.text}"


async def test_stalled_downloads_end(echo: Echo, monkeypatch: pytest.MonkeyPatch, time: Time) -> None:
    monkeypatch.setattr("flux_desktop.providers.http.download.TRY_SECONDS", 0.1)
    http = Http(clock=time.clock())
    echo.fault(Fault("GET /file", "stall", times=0))
    error = await download_error(http, f"{echo.url}/file", echo.url)
    await http.close()
    assert type(error) is TimedOut


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://localhost:8/x", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:3", True),
        ("http://[::ffff:127.0.0.1]", True),
        ("http://[bad", False),
        ("https://localhost.example", False),
    ],
)
def test_what_is_this_computer(url: str, expected: bool) -> None:
    assert is_loopback(url) is expected


async def test_the_system_resolves() -> None:
    assert "127.0.0.1" in await system_resolve("127.0.0.1", 80)
