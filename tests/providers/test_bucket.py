"""The user's bucket: signatures as botocore makes them, against storages that check and against real test servers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from botocore.config import Config
from botocore.session import Session
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flux_desktop.core.edit import EncodedImage
from flux_desktop.core.errors import FluxError, InvalidParameter, KeyRefused, Rejected, Unreachable
from flux_desktop.providers.bucket import Addressing, Bucket
from flux_desktop.providers.http import Http
from tests.simulators.faults import Fault
from tests.simulators.s3 import MOMENT, S3

PICTURE = EncodedImage(b"\x89PNG a picture " * 1000, "image/png", 4, 4)
KEY, SECRET = S3.access_key, S3.secret_key


def bucket_at(url: str, **changed: Any) -> Bucket:
    return replace(Bucket(S3.bucket, KEY, SECRET, endpoint=url, region=S3.region, prefix="flux"), **changed)


# The signature is the one that botocore makes.


@cache
def client(endpoint: str, region: str, addressing: str) -> Any:
    style = {"signature_version": "s3v4", "s3": {"addressing_style": addressing.replace("virtual-host", "virtual")}}
    return Session().create_client(
        "s3",
        region_name=region,
        endpoint_url=endpoint,
        aws_access_key_id=KEY,
        aws_secret_access_key=SECRET,
        config=Config(**style),
    )


def taken_apart(url: str) -> tuple[str, str, str, dict[str, list[str]]]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc, parts.path, parse_qs(parts.query)


ODD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
SERVICES: list[tuple[str, str, Addressing]] = [
    ("https://s3.eu-central-1.amazonaws.com", "eu-central-1", "virtual-host"),
    ("https://minio.example:9000", "us-east-1", "path"),
    ("https://account.r2.example", "auto", "virtual-host"),
    ("http://127.0.0.1:9", "local-1", "path"),
]
METHODS = {"GET": "get_object", "PUT": "put_object", "DELETE": "delete_object"}


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50, deadline=None)
@given(
    st.sampled_from(SERVICES),
    st.sampled_from(sorted(METHODS)),
    st.lists(ODD, max_size=3).map("/".join).filter(lambda prefix: not {".", ".."} & set(prefix.split("/"))),
    ODD,
    st.integers(1, 604_800),
)
def test_botocore_signs_the_same(
    service: tuple[str, str, Addressing], method: str, prefix: str, name: str, seconds: int
) -> None:
    endpoint, region, addressing = service
    ours = Bucket("pictures", KEY, SECRET, endpoint, region, prefix, addressing)
    media_type = "image/png" if method == "PUT" else ""
    wanted = {"Bucket": "pictures", "Key": ours.key(name)} | ({"ContentType": media_type} if media_type else {})
    theirs = client(*service).generate_presigned_url(METHODS[method], wanted, seconds)
    moment = datetime.strptime(taken_apart(theirs)[3]["X-Amz-Date"][0], MOMENT).replace(tzinfo=UTC)
    made = ours.presigned(method, ours.key(name), seconds, media_type=media_type, now=moment)
    assert taken_apart(made) == taken_apart(theirs)


def test_aws_is_where_the_region_says() -> None:
    bucket = Bucket("pictures", KEY, SECRET, region="eu-west-3", addressing="virtual-host")
    url = bucket.presigned("GET", "a.png", 60)
    assert url.startswith("https://pictures.s3.eu-west-3.amazonaws.com/a.png?X-Amz-Algorithm=AWS4-HMAC-SHA256&")
    assert SECRET not in url


def test_the_default_port_is_not_signed() -> None:
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    plain, named = (
        bucket_at(f"https://S3.example{port}/").presigned("GET", "a", 9, now=moment) for port in ("", ":443")
    )
    assert plain == named


def test_a_service_may_be_below_a_path() -> None:
    url = bucket_at("https://files.example/storage/v1/s3/").presigned("GET", "a b.png", 60)
    assert url.startswith(f"https://files.example/storage/v1/s3/{S3.bucket}/a%20b.png?")


def test_keys_are_below_the_prefix() -> None:
    assert bucket_at("", prefix="/flux//desktop/").key("a.png") == "flux/desktop/a.png"
    assert bucket_at("", prefix="").key("a.png") == "a.png"


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "a"},
        {"name": "Pictures"},
        {"name": "pictures/.."},
        {"name": "pictures?x"},
        {"region": ""},
        {"region": "eu/s3"},
        {"prefix": "a/../b"},
        {"prefix": "."},
        {"endpoint": "http://minio.example"},
        {"endpoint": "ftp://minio.example"},
        {"endpoint": "https://"},
        {"endpoint": "https://user@minio.example"},
        {"endpoint": "https://minio.example?x=1"},
        {"endpoint": "https://minio.example:many"},
        {"endpoint": "https://minio.example/a b"},
        {"endpoint": "https://[::1"},
    ],
)
def test_what_cannot_be_a_bucket(changed: dict[str, str]) -> None:
    with pytest.raises(InvalidParameter) as caught:
        bucket_at("https://minio.example", **changed)
    assert caught.value.hint
    assert SECRET not in str(caught.value)


def test_keys_are_not_shown() -> None:
    assert KEY not in repr(bucket_at("https://minio.example"))
    assert SECRET not in repr(bucket_at("https://minio.example"))


# A storage that checks every signature.


def fetched(url: str, **headers: str) -> bytes:
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        data: bytes = answer.read()
        return data


def refused(url: str, **more: Any) -> int:
    try:
        urllib.request.urlopen(urllib.request.Request(url, **more)).close()
    except urllib.error.HTTPError as error:
        with error:
            return error.code
    raise AssertionError("it was served")


@pytest.mark.parametrize("prefix", ["", "flux", "Bilder für Müller & Söhne/50% + 1/#é~"])
async def test_a_picture_is_stored_fetched_and_removed(http: Http, s3: S3, prefix: str) -> None:
    bucket = bucket_at(s3.url, prefix=prefix)
    key = bucket.key("a.png")
    await bucket.put(http, key, PICTURE)
    assert s3.objects == {key: ("image/png", PICTURE.data)}
    assert fetched(bucket.presigned("GET", key, 60)) == PICTURE.data
    await bucket.delete(http, key)
    assert s3.objects == {}
    await bucket.delete(http, key)


async def test_virtual_hosts_are_signed_too(http: Http, s3: S3) -> None:
    await bucket_at(s3.url).put(http, "flux/a.png", PICTURE)
    url = bucket_at(s3.url.replace("127.0.0.1", "localhost"), addressing="virtual-host").presigned(
        "GET", "flux/a.png", 60
    )
    host = urlsplit(url).netloc
    assert host == f"{S3.bucket}.localhost:{s3.port}"
    assert fetched(url.replace(host, f"127.0.0.1:{s3.port}"), Host=host) == PICTURE.data


async def test_an_address_is_good_for_what_it_was_signed_for(http: Http, s3: S3) -> None:
    bucket = bucket_at(s3.url)
    await bucket.put(http, "flux/a.png", PICTURE)
    url = bucket.presigned("GET", "flux/a.png", 60)
    assert refused(url, method="DELETE") == 403
    assert refused(url.replace("a.png", "b.png")) == 403
    assert refused(url.replace("X-Amz-Expires=60", "X-Amz-Expires=6000")) == 403
    assert refused(bucket.presigned("GET", "flux/a.png", 60, now=datetime.now(UTC) - timedelta(seconds=61))) == 403
    assert refused(bucket.presigned("PUT", "flux/a.png", 60, media_type="image/png"), method="PUT", data=b"x") == 403
    assert list(s3.objects) == ["flux/a.png"]


async def error_of(http: Http, bucket: Bucket) -> FluxError:
    with pytest.raises(FluxError) as caught:
        await bucket.put(http, "flux/a.png", PICTURE)
    assert S3.bucket in caught.value.title or "elsewhere" in caught.value.title
    assert not {SECRET, "X-Amz-Signature"} & set(re.findall(r"[\w/+-]+", f"{caught.value.to_json()}"))
    return caught.value


async def test_a_wrong_key_is_told_in_the_storages_words(http: Http, s3: S3) -> None:
    error = await error_of(http, bucket_at(s3.url, secret_key="another"))
    assert type(error) is KeyRefused
    assert "The request signature we calculated does not match" in error.title


async def test_a_bucket_that_is_not_there(http: Http, s3: S3) -> None:
    error = await error_of(http, bucket_at(s3.url, name="elsewhere"))
    assert type(error) is Rejected
    assert "The specified bucket does not exist" in error.title


async def test_a_storage_that_is_not_there(http: Http) -> None:
    assert type(await error_of(http, bucket_at("http://127.0.0.1:9"))) is Unreachable


async def test_a_broken_upload_is_tried_again(http: Http, s3: S3) -> None:
    s3.fault(Fault("PUT /", "reset_after"))
    await bucket_at(s3.url).put(http, "flux/a.png", PICTURE)
    assert s3.stored == ["flux/a.png"] * 2


# Real servers, which are laxer, but speak the protocol as others understood it.


@contextmanager
def running(command: list[str], folder: Path, told: str) -> Iterator[str]:
    """The address of a server that is started as a process, and says `told` with its port once it is up."""
    log = folder / "log"
    with (
        log.open("w") as out,
        subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, cwd=folder) as server,
    ):
        try:
            while not (found := re.search(told, log.read_text())):
                if server.poll() is not None:
                    raise AssertionError(log.read_text())
            yield f"http://127.0.0.1:{found[1]}"
        finally:
            server.terminate()


async def check_real_server(http: Http, bucket: Bucket) -> None:
    """What the program does with a bucket, at a server that is not ours."""
    keys = [bucket.key(name) for name in ("a.png", "ä &+=~'(1)!*.png")]
    for key in keys:
        await bucket.put(http, key, PICTURE)
        assert fetched(bucket.presigned("GET", key, 60)) == PICTURE.data
    for key in keys:
        await bucket.delete(http, key)
        assert refused(bucket.presigned("GET", key, 60)) == 404


async def test_moto(http: Http, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", "0"]
    with running(command, tmp_path, r"Running on http://127\.0\.0\.1:(\d+)") as url:
        client(url, S3.region, "path").create_bucket(
            Bucket=S3.bucket, CreateBucketConfiguration={"LocationConstraint": S3.region}
        )
        await check_real_server(http, bucket_at(url))


@pytest.mark.skipif(shutil.which("s3rver") is None, reason="s3rver is not installed (npm install --global s3rver)")
async def test_s3rver(http: Http, tmp_path: Path) -> None:
    command = ["s3rver", "-a", "127.0.0.1", "-p", "0", "-d", str(tmp_path), "--configure-bucket", S3.bucket]
    with running(command, tmp_path, r"listening on 127\.0\.0\.1:(\d+)") as url:
        own = bucket_at(url, access_key="S3RVER", secret_key="S3RVER")
        await check_real_server(http, own)
        late = own.presigned("GET", "flux/a.png", 60, now=datetime.now(UTC) - timedelta(seconds=61))
        assert refused(late) == 403
        assert type(await error_of(http, replace(own, access_key="nobody"))) is KeyRefused
