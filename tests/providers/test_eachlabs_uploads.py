"""Where pictures go so that eachlabs can fetch them: who gets what, for how long, and that it is removed."""

from __future__ import annotations

import asyncio
import re

import pytest
from PIL import Image

from flux_desktop.core.edit import Ticket
from flux_desktop.core.errors import BadAnswer, FluxError, InvalidParameter, KeyMissing, KeyRefused, Rejected
from flux_desktop.providers.http import Http
from tests.providers.eachlabs_support import (
    BASE_EDIT,
    BUCKET_KEYS,
    CREATE,
    PRESIGN,
    PUT,
    REMOVE,
    RESULT,
    Provider,
    bucket_options,
    error_of,
    picture,
    provider_for,
    request_for,
    run,
)
from tests.providers.support import Told
from tests.simulators.eachlabs import Eachlabs as Simulator
from tests.simulators.faults import Fault, answer, html
from tests.simulators.s3 import S3

# What leaves this machine.


async def test_the_key_reaches_the_api_and_nothing_else(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    await run(eachlabs, request_for(BASE_EDIT), told)
    for seen in eachlabs_host.log:
        own = seen.path.startswith("/v1/")
        assert seen.headers.get("authorization") == (f"Bearer {eachlabs_host.key}" if own else None)
        assert seen.headers.get("x-api-key") == (eachlabs_host.key if own else None)
        assert eachlabs_host.key not in f"{seen.path}{seen.query}{seen.body!r}"
    assert len(eachlabs_host.seen(PUT)) == len(eachlabs_host.seen(RESULT)) == 1


@pytest.mark.parametrize("header", ["authorization", "x-api-key"])
async def test_either_header_of_the_documents_is_enough(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, header: str
) -> None:
    eachlabs_host.headers = (header,)
    assert len((await run(eachlabs, request_for(BASE_EDIT), told)).images) == 1


async def test_an_upload_lives_for_an_hour_and_is_removed(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = await eachlabs.start(request_for(BASE_EDIT), told)
    assert eachlabs_host.seen(PRESIGN)[0].json == {
        "content_type": "image/png",
        "file_type": "image",
        "expires_in_seconds": 3600,
    }
    await eachlabs.collect(ticket, told)
    assert len(eachlabs_host.files) == 1
    await eachlabs.tidy(told)
    assert eachlabs_host.files == {}
    assert told.notes == []


def test_what_leaves_is_shown_without_sending_it(eachlabs: Provider, eachlabs_host: Simulator) -> None:
    outgoing = eachlabs.outgoing(request_for(BASE_EDIT, picture(), picture(32, 32), safety=False))
    assert eachlabs_host.arrived == []
    assert outgoing.host == eachlabs_host.base_url
    assert [file.role for file in outgoing.files] == ["source", "reference 1"]
    assert all("one hour" in file.readers and "eachlabs" in file.readers for file in outgoing.files)
    fields = {field.name: (field.field, field.value, field.how) for field in outgoing.fields}
    assert fields["safety"] == ("enable_safety_checker", False, "renamed")
    assert "aspect_ratio" not in fields
    assert any("result" in note for note in outgoing.notes)


async def test_what_was_shown_is_what_is_sent(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    request = request_for("flux-2-klein-9b-base-edit", picture(media_type="image/jpeg"), aspect_ratio="16:9")
    outgoing = eachlabs.outgoing(request)
    await eachlabs.start(request, told)
    assert len(eachlabs_host.seen(PUT)[0].body) == outgoing.files[0].size
    sent = {name: value for name, value in eachlabs_host.orders[0]["input"].items() if name != "image_urls"}
    assert sent == {field.field: field.value for field in outgoing.fields}


def test_a_generation_sends_no_file(eachlabs: Provider) -> None:
    assert eachlabs.outgoing(request_for("flux-2-klein-4b")).files == ()


async def test_a_picture_goes_without_metadata_or_name(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    exif = Image.Exif()
    exif[0x010E] = "my holiday"
    await run(eachlabs, request_for(BASE_EDIT, picture(media_type="image/jpeg", exif=exif)), told)
    assert b"my holiday" not in eachlabs_host.seen(PUT)[0].body


# Faults of eachlabs' own storage.


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (answer(PRESIGN, 400, {"error": "content_type is required"}), Rejected),
        (answer(PRESIGN, 200, {"id": "x", "public_url": "https://cdn.example/x"}), BadAnswer),
        (answer(PRESIGN, 200, ["x"]), BadAnswer),
        (html(PRESIGN, 200), BadAnswer),
        (answer(PUT, 403, "<Error><Code>X</Code><Message>Request has expired</Message></Error>"), BadAnswer),
        (Fault(PRESIGN, "patch", patch={"presigned_url": "http://192.168.0.1/x"}), BadAnswer),
        (Fault(PRESIGN, "patch", patch={"presigned_url": "https://10.0.0.1/x"}), BadAnswer),
        (Fault(PRESIGN, "patch", patch={"public_url": "http://files.example/x"}), BadAnswer),
        (Fault(PRESIGN, "patch", patch={"public_url": "file:///etc/passwd"}), BadAnswer),
        (Fault(PRESIGN, "patch", patch={"public_url": "https://[x"}), BadAnswer),
    ],
)
async def test_a_picture_that_cannot_be_uploaded_is_not_ordered(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, fault: Fault, kind: type[FluxError]
) -> None:
    eachlabs_host.fault(fault)
    error = await error_of(eachlabs, told)
    assert type(error) is kind
    assert "ordering" not in told.log
    assert eachlabs_host.orders == []


@pytest.mark.parametrize("route", [PRESIGN, PUT])
@pytest.mark.parametrize("do", ["reset_before", "reset_after"])
async def test_an_upload_is_tried_again(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told, route: str, do: str
) -> None:
    eachlabs_host.fault(Fault(route, do))  # type: ignore[arg-type]
    await run(eachlabs, request_for(BASE_EDIT), told)
    assert len(eachlabs_host.orders) == 1


async def test_headers_of_the_host_do_not_change_the_request(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    odd = {
        "Host": "evil.example",
        "content-length": "3",
        "x-odd": "a\r\nb",
        "bad name": "x",
        "x-amz-tag": "fine",
        "n": 1,
    }
    eachlabs_host.fault(Fault(PRESIGN, "patch", patch={"required_headers": odd}))
    await run(eachlabs, request_for(BASE_EDIT), told)
    (seen,) = eachlabs_host.seen(PUT)
    assert seen.headers["host"] == f"127.0.0.1:{eachlabs_host.port}"
    assert seen.headers["x-amz-tag"] == "fine"
    assert "x-odd" not in seen.headers


async def test_what_cannot_be_removed_is_a_note(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.fault(answer(REMOVE, 409, {"error": "conflict"}))
    result = await run(eachlabs, request_for(BASE_EDIT), told)
    assert len(result.images) == 1
    assert told.notes == [
        "The uploaded picture could not be removed from eachlabs: it can be fetched for an hour at most."
    ]


async def test_a_failed_edit_leaves_nothing_behind(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.failure = {"error_code": "PROVIDER_FAILED", "error_message": "no output"}
    await error_of(eachlabs, told)
    assert eachlabs_host.files == {}


async def test_one_of_two_uploads_fails(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.fault(answer(PUT, 400, "no"))
    await error_of(eachlabs, told, request_for(BASE_EDIT, picture(), picture(32, 32)))
    assert eachlabs_host.files == {}
    assert len(eachlabs_host.seen(REMOVE)) == 2


async def test_an_upload_that_is_cancelled_is_removed(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.fault(Fault(PUT, gate="stored", when="after"))
    task = asyncio.create_task(run(eachlabs, request_for(BASE_EDIT), told))
    await asyncio.to_thread(eachlabs_host.wait_held, "stored")
    assert len(eachlabs_host.files) == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    eachlabs_host.release("stored")
    assert eachlabs_host.files == {}
    assert eachlabs_host.orders == []


async def test_a_refused_order_uploads_again(eachlabs: Provider, eachlabs_host: Simulator, told: Told) -> None:
    eachlabs_host.fault(answer(CREATE, 400, {"error": "bad"}))
    with pytest.raises(Rejected):
        await eachlabs.start(request_for(BASE_EDIT), told)
    await run(eachlabs, request_for(BASE_EDIT), told)
    assert eachlabs_host.arrived.count(PRESIGN) == 2
    assert eachlabs_host.files == {}


# A bucket of the user's own.


@pytest.fixture
def own(eachlabs_host: Simulator, http: Http, s3: S3) -> Provider:
    return provider_for(eachlabs_host, http, options=bucket_options(s3), secrets=BUCKET_KEYS)


async def test_pictures_go_through_the_bucket(own: Provider, eachlabs_host: Simulator, s3: S3, told: Told) -> None:
    ticket = await own.start(request_for(BASE_EDIT, picture(), picture(32, 32, "image/jpeg")), told)
    urls = eachlabs_host.orders[0]["input"]["image_urls"]
    assert all(url.startswith(f"{s3.url}/{s3.bucket}/flux-desktop/") for url in urls)
    assert all("X-Amz-Expires=3600&" in url for url in urls)
    assert {media_type for media_type, _ in s3.objects.values()} == {"image/png", "image/jpeg"}  # side by side
    assert all(re.fullmatch(r"flux-desktop/[\w-]{24}\.(png|jpeg)", key) for key in s3.stored)
    assert eachlabs_host.files == {}
    assert "X-Amz" not in str(ticket.to_json(lambda _: ""))
    result = await own.collect(ticket, told)
    assert len(result.images) == 1
    assert eachlabs_host.predictions[ticket.id].state == "success"
    await own.tidy(told)
    assert s3.objects == {}
    assert told.notes == []


async def test_no_key_of_eachlabs_reaches_the_bucket_and_none_of_the_bucket_eachlabs(
    own: Provider, eachlabs_host: Simulator, s3: S3, told: Told
) -> None:
    await run(own, request_for(BASE_EDIT), told)
    assert all(eachlabs_host.key not in f"{seen.headers}{seen.query}{seen.body!r}" for seen in s3.log)
    assert all(s3.secret_key not in f"{seen.headers}{seen.query}{seen.body!r}" for seen in eachlabs_host.log + s3.log)


async def test_a_cancelled_edit_leaves_the_bucket_empty(own: Provider, eachlabs_host: Simulator, s3: S3) -> None:
    eachlabs_host.seconds = None
    ticket = await own.start(request_for(BASE_EDIT), Told())
    assert len(s3.objects) == 1
    assert await own.cancel(ticket)
    assert s3.objects == {}


async def test_a_bucket_with_another_key_is_refused_in_its_words(
    eachlabs_host: Simulator, http: Http, s3: S3, told: Told
) -> None:
    keys = {**BUCKET_KEYS, "s3_secret": "wrong-secret-0000"}
    error = await error_of(provider_for(eachlabs_host, http, options=bucket_options(s3), secrets=keys), told)
    assert type(error) is KeyRefused
    assert s3.bucket in error.title
    assert "signature" in error.title
    assert eachlabs_host.orders == []


async def test_a_bucket_needs_its_keys(eachlabs_host: Simulator, http: Http, s3: S3, told: Told) -> None:
    keys = {"s3_access": s3.access_key}
    error = await error_of(provider_for(eachlabs_host, http, options=bucket_options(s3), secrets=keys), told)
    assert type(error) is KeyMissing
    assert "FLUX_DESKTOP_EACHLABS_S3_SECRET_KEY" in error.hint
    assert s3.arrived == eachlabs_host.arrived == []


async def test_a_bucket_needs_a_name(eachlabs_host: Simulator, http: Http, s3: S3, told: Told) -> None:
    options = {**bucket_options(s3), "s3_bucket": ""}
    provider = provider_for(eachlabs_host, http, options=options, secrets=BUCKET_KEYS)
    assert type(await error_of(provider, told)) is InvalidParameter
    with pytest.raises(InvalidParameter):
        provider.outgoing(request_for(BASE_EDIT))


async def test_a_bucket_that_was_exchanged_meanwhile_is_left_alone(
    own: Provider, eachlabs_host: Simulator, http: Http, s3: S3, told: Told
) -> None:
    ticket: Ticket = await own.start(request_for(BASE_EDIT), told)
    options = {**bucket_options(s3), "s3_bucket": "another-bucket"}
    later = provider_for(eachlabs_host, http, options=options, secrets=BUCKET_KEYS)
    told_later = Told()
    await later.collect(ticket, told_later)
    await later.tidy(told_later)
    assert [seen.method for seen in s3.log] == ["PUT", "GET"]
    (note,) = told_later.notes
    assert f"could not be removed from {s3.url}/{s3.bucket}" in note


def test_who_can_fetch_from_the_bucket_is_told(own: Provider, s3: S3) -> None:
    (file,) = own.outgoing(request_for(BASE_EDIT)).files
    assert f"your bucket at {s3.url}/{s3.bucket}" in file.readers
    assert "one hour" in file.readers


def test_a_script_says_that_it_does_not_use_the_bucket(own: Provider) -> None:
    assert "not to your bucket" in own.script(request_for(BASE_EDIT)).notes[0]
    assert own.script(request_for("flux-2-klein-4b")).notes == ()


async def test_a_picture_that_is_gone_before_it_was_fetched(
    eachlabs: Provider, eachlabs_host: Simulator, told: Told
) -> None:
    ticket = await eachlabs.start(request_for(BASE_EDIT), told)
    eachlabs_host.files.clear()
    with pytest.raises(Rejected) as caught:
        await eachlabs.collect(ticket, told)
    assert "could not be downloaded" in caught.value.title
    assert caught.value.over
    assert "uploads it again" in caught.value.hint
