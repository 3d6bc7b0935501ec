"""A host with everything that a script can meet: uploads elsewhere, jobs that take time, results in two kinds."""

from __future__ import annotations

import base64
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from flux_desktop.core.script import SEED, FileData, Script, ScriptFile, Step, Until, Var
from tests.simulators.base import Simulator

__all__ = ["PICTURE", "TICKET", "Rig", "script_of"]

FILE_ID = "f '1' $(exit 9) \\"
PICTURE = b"\x89PNG a picture, as far as this host is concerned \x00\xff"
TICKET = "job '1' \"$(exit 9)\" `exit 9` ${HOME} \\n %s 🎨"
"""What the host calls a job: nothing of it may be taken for code."""


class Rig(Simulator):
    """A job passes through `states`, one a question; then it has its pictures."""

    name = "rig"
    key: ClassVar[str] = "rig-key-55aa"

    def __init__(self, port: int = 0) -> None:
        self.states = ["queued", "running", "done"]
        super().__init__(port)

    def reset(self) -> None:
        super().reset()
        self.states = ["queued", "running", "done"]

    def routes(self) -> list[Route]:
        return [
            Route("/uploads", self._upload, methods=["POST"]),
            Route("/put", self._put, methods=["PUT"]),
            Route("/jobs", self._order, methods=["POST"]),
            Route("/jobs", self._put, methods=["PUT"]),
            Route("/form", self._form, methods=["POST"]),
            Route("/job", self._job),
            Route("/results/{number}", self._result),
            Route("/uploads", self._forget, methods=["DELETE"]),
        ]

    async def _upload(self, request: Request) -> Response:
        return JSONResponse({"put_url": f"{self.url}/put", "required-headers": {"x-file-id": FILE_ID}})

    async def _put(self, request: Request) -> Response:
        return Response(status_code=200)

    async def _order(self, request: Request) -> Response:
        return JSONResponse({"job": {"id": TICKET}, "pictures": [{"b64": base64.b64encode(PICTURE).decode()}] * 2})

    async def _form(self, request: Request) -> Response:
        return JSONResponse({"pictures": {"only": f"{self.url}/results/1"}})

    async def _job(self, request: Request) -> Response:
        state = self.states[min(len(self.seen("GET /job")), len(self.states)) - 1]
        links = [{"url": f"{self.url}/results/{number}"} for number in range(2)]
        return JSONResponse({"state": state, "output": {"images": links if state == "done" else None}})

    async def _result(self, request: Request) -> Response:
        return Response(PICTURE, media_type="image/png")

    async def _forget(self, request: Request) -> Response:
        return Response(status_code=204)


def script_of(url: str, *, until: Until | None = None) -> Script:
    """A script that uses all that a script can have but base64 in its results."""
    files = (
        ScriptFile("source", "source.png", "image/png", b"first\n\x00picture"),
        ScriptFile("reference 1", "reference-1.jpg", "image/jpeg", b"second picture" * 9_000),
    )
    order = {
        "prompt": 'it\'s "here"',
        "steps": 4,
        "strength": 0.75,
        "shift": -1,
        "safe": False,
        "mask": None,
        "tags": [],
        "images": [FileData("source", "data:image/png;base64,"), FileData("reference 1")],
        "seed": SEED,
        "name": ("picture ", SEED, " of {x}, ${y}, `z`"),
    }
    waiting = until or Until("state", ("done", "ready made"), ("Request Moderated", "error"), seconds=0.01)
    place = {"put_url": "put_url", "file_id": "required-headers.x-file-id"}
    return Script(
        "Rig & Sons",
        "RIG_API_KEY",
        {"Authorization": "Key {key}", "X-Key": "{key}"},
        (
            Step("Ask where to upload.", "POST", f"{url}/uploads", json={"type": "image"}, keep=place),
            Step(
                "Upload.", "PUT", Var("put_url"),
                auth=False, content="source", headers={"X-File": ("<", Var("file_id"), ">")},
            ),
            Step("Order.", "POST", f"{url}/jobs", json=order, keep={"job": "job.id"}, each=True),
            Step("Name it.", "PUT", f"{url}/jobs", json={"job": Var("job"), "of": ("job \"", Var("job"))}, each=True),
            Step(
                "Wait.", "GET", (f"{url}/job?number=", SEED, "&b=2"),
                keep={"results": "output.images[].url"}, until=waiting, each=True,
            ),
            Step("Forget the upload.", "DELETE", f"{url}/uploads"),
        ),
        "results",
        suffix=".png",
        files=files,
        notes=("A note\nof two lines; $(exit 9) */ \u202e */",),
        seeds=(7, 4294967295),
    )  # fmt: skip
