"""One upload a job: known for its other orders, forgotten with the job."""

from __future__ import annotations

import gc
import weakref

import pytest

from flux_desktop.core.edit import EncodedImage
from flux_desktop.providers.uploads import Uploads
from tests.providers.support import Told


def picture(data: bytes) -> EncodedImage:
    return EncodedImage(data, "image/png", 1, 1)


class Host:
    """Takes uploads and numbers them."""

    def __init__(self) -> None:
        self.count = 0

    async def upload(self) -> str:
        self.count += 1
        return f"file {self.count}"


async def test_orders_of_one_job_share_an_upload(told: Told) -> None:
    uploads, host = Uploads[str](), Host()
    for _ in range(3):
        pictures = [picture(b"source"), picture(bytes(bytearray(b"reference")))]
        assert await uploads.once(told, pictures, host.upload) == "file 1"


async def test_other_pictures_another_order_or_another_job_are_uploaded(told: Told) -> None:
    uploads, host = Uploads[str](), Host()
    for pictures in ([picture(b"a"), picture(b"b")], [picture(b"b"), picture(b"a")], [picture(b"a")]):
        await uploads.once(told, pictures, host.upload)
    assert host.count == 3
    assert await uploads.once(Told(), [picture(b"a")], host.upload) == "file 4"
    assert await uploads.once(told, [picture(b"a")], host.upload) == "file 3"


async def test_what_is_forgotten_or_failed_is_uploaded_again(told: Told) -> None:
    uploads, host = Uploads[str](), Host()

    async def fail() -> str:
        raise EOFError

    with pytest.raises(EOFError):
        await uploads.once(told, [picture(b"a")], fail)
    assert await uploads.once(told, [picture(b"a")], host.upload) == "file 1"
    assert uploads.forget(told) == "file 1"
    assert uploads.forget(told) is None
    assert await uploads.once(told, [picture(b"a")], host.upload) == "file 2"


async def test_a_job_that_is_gone_leaves_nothing() -> None:
    class Place:
        """What is remembered of an upload."""

    uploads, told = Uploads[Place](), Told()

    async def upload() -> Place:
        return Place()

    place = weakref.ref(await uploads.once(told, [picture(b"a")], upload))
    assert place() is not None
    del told
    gc.collect()
    assert place() is None
