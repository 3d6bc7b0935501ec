"""Uploads to addresses that a host names: checked like those of results, and without any key."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from flux_desktop.core.errors import BadAnswer, FluxError, Internal, KeyRefused, Unreachable
from flux_desktop.providers.http import Call, Http
from flux_desktop.providers.http.places import same_origin
from tests.providers.support import Echo, Time
from tests.simulators.faults import Fault, answer


def put(url: str, home: str, **more: object) -> Call:
    return Call("Host", "PUT", url, home=home, content=b"pixels" * 20_000, foreign=True, free=True, **more)  # type: ignore[arg-type]


async def error_of(http: Http, call: Call) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await http.call(call)
    assert caught.value.hint
    return caught.value


@pytest.fixture
async def named(time: Time) -> AsyncIterator[Http]:
    """A client for which every name means this computer."""

    async def resolve(host: str, _port: int) -> list[str]:
        if host.endswith(".invalid"):
            raise OSError("no such name")
        return ["127.0.0.2", "127.0.0.1"]  # nobody listens at the first

    client = Http(clock=time.clock(), resolve=resolve)
    yield client
    await client.close()


async def test_an_upload_arrives_whole(http: Http, echo: Echo) -> None:
    done = await http.call(put(f"{echo.url}/echo?signature=a%2Fb", echo.url, media_type="image/png"))
    (seen,) = echo.seen("PUT /echo")
    assert done.json_object() == {"method": "PUT", "size": 120_000}
    assert seen.body == b"pixels" * 20_000
    assert seen.query == {"signature": "a/b"}
    assert seen.headers["content-type"] == "image/png"
    assert seen.headers["host"] == f"127.0.0.1:{echo.port}"


async def test_the_name_stays_and_another_address_is_tried(named: Http, echo: Echo) -> None:
    await named.call(put(f"http://localhost:{echo.port}/echo", echo.url))
    (seen,) = echo.seen("PUT /echo")
    assert seen.headers["host"] == f"localhost:{echo.port}"
    assert seen.body == b"pixels" * 20_000


@pytest.mark.parametrize(
    ("url", "home"),
    [
        ("http://files.example/echo", "https://api.example"),
        ("http://127.0.0.1:9/echo", "https://api.example"),
        ("https://127.0.0.1:9/echo", "https://api.example"),
        ("https://10.0.0.1/echo", "http://127.0.0.1:9"),
        ("https://[::ffff:10.0.0.1]/echo", "http://127.0.0.1:9"),
        ("https://files.example/echo", "https://api.example"),  # the name means this computer
        ("ftp://files.example/echo", "https://api.example"),
    ],
)
async def test_pictures_do_not_go_where_no_result_may_come_from(named: Http, url: str, home: str) -> None:
    error = await error_of(named, put(url, home))
    assert type(error) is BadAnswer
    assert "the address for the upload" in error.title


async def test_what_is_no_address(http: Http) -> None:
    assert type(await error_of(http, put("https://:::/", "https://api.example"))) is Unreachable


async def test_a_name_that_is_unknown(named: Http, time: Time) -> None:
    assert type(await error_of(named, put("https://files.invalid/echo", "https://api.example"))) is Unreachable
    assert len(time.slept) == 3


async def test_no_key_goes_along(http: Http, echo: Echo) -> None:
    error = await error_of(http, put(f"{echo.url}/echo", echo.url, auth={"X-API-Key": "secret-key"}))
    assert type(error) is Internal
    assert echo.arrived == []


async def test_an_upload_is_tried_again(http: Http, echo: Echo) -> None:
    echo.fault(Fault("PUT /echo", "reset_before"), answer("PUT /echo", 503, b""))
    await http.call(put(f"{echo.url}/echo", echo.url))
    assert len(echo.arrived) == 3


async def test_a_storage_says_why(http: Http, echo: Echo) -> None:
    xml = "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>Request &amp; has expired</Message></Error>"
    echo.fault(answer("PUT /echo", 403, xml))
    error = await error_of(http, put(f"{echo.url}/echo", echo.url))
    assert type(error) is KeyRefused
    assert error.title.endswith(": Request & has expired.")


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("https://api.example/v1/x?y", True),
        ("https://api.example", True),
        ("http://api.example/v1", False),
        ("https://api.example:8443/v1", False),
        ("https://api.example.org/v1", False),
        ("https://user@api.example/v1", False),
        ("//api.example/v1", False),
        ("https://[", False),
        ("", False),
        (None, False),
        (7, False),
    ],
)
def test_the_same_server_is_that_of_scheme_name_and_port(url: object, same: bool) -> None:
    assert same_origin(url, "https://api.example/v1") is same
    assert not same_origin(url, "")
