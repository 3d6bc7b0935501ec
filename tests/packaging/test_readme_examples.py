"""What README.md shows is true: its provider and parameter work, its commands run, its files and codes are there."""

from __future__ import annotations

import base64
import importlib.util
import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from flux_desktop.cli import run
from flux_desktop.core import errors
from flux_desktop.core.edit import EditRequest, EncodedImage, Recipe
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.store.paths import Paths
from tests.e2e.support.pictures import photo
from tests.packaging.conftest import PACKAGING
from tests.providers.support import Told
from tests.simulators.base import Simulator

ROOT = PACKAGING.parent
README = (ROOT / "README.md").read_text("utf-8")
PROVIDER, PARAMETER = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
COMMANDS = [
    shlex.split(line, comments=True)[1:]
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if re.match(r"flux-desktop [a-z]+ ", line)
]
KEY = "acme-test-key"


class Acme(Simulator):
    """The service of the example: it sends back what came."""

    def routes(self) -> list[Route]:
        return [Route("/edits", self._edit, methods=["POST"]), Route("/results/one", self._result)]

    async def _edit(self, request: Request) -> Response:
        order = await request.json()
        self.picture = base64.b64decode(order.pop("image"))
        self.order = order
        return JSONResponse({"id": "r-1", "url": f"{self.url}/results/one"})

    async def _result(self, request: Request) -> Response:
        assert "authorization" not in request.headers
        return Response(self.picture, media_type="image/png")


@pytest.fixture
def host() -> Iterator[Acme]:
    with Acme() as server:
        yield server


def module_of(source: str, folder: Path) -> ModuleType:
    """The module that somebody makes who copies the text."""
    file = folder / "acme.py"
    file.write_text(source, "utf-8")
    spec = importlib.util.spec_from_file_location("acme", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def with_parameter() -> str:
    """The provider with the line of the second example among its parameters."""
    with_import: str = PROVIDER.replace(
        "import Model, choice, integer, seed", "import Model, choice, integer, seed, switch"
    )
    return with_import.replace("    seed(),\n", f"    seed(),\n    {PARAMETER.rstrip()},\n")


@pytest.mark.parametrize(("source", "more"), [(PROVIDER, {}), (with_parameter(), {"enrich": False})])
async def test_the_provider_works_as_it_stands(
    source: str, more: dict[str, object], host: Acme, tmp_path: Path
) -> None:
    async def ask() -> str:
        return KEY

    http = Http()
    provider: Provider = module_of(source, tmp_path).Acme(Link(host.url, ask, lambda: http))
    model = provider.models()[0]
    picture = EncodedImage(photo(tmp_path / "photo.jpg", 60, 40).read_bytes(), "image/jpeg", 60, 40)
    request = EditRequest(Recipe("make it blue", "acme", model.id, {**model.defaults(), "seed": 7}), picture)
    told = Told()
    ticket = await provider.start(request, told)
    result = await provider.collect(ticket, told)
    await http.close()
    sent = {"prompt": "make it blue", "num_inference_steps": 28, "seed": 7, "output_format": "png"}
    assert host.order == {**sent, **more}
    assert b"Exif" not in host.picture
    assert (result.images[0].image.data, result.images[0].seed, result.request_id) == (host.picture, 7, "r-1")
    assert told.log == ["uploading", "running", "ordering", "downloading"]
    assert provider.outgoing(request).files[0].changes


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_that_is_shown_runs(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    photo(tmp_path / "photo.jpg", 180, 120)
    assert run(words, os.environ) == 0


def test_every_file_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    inside = [link.partition("#")[0] for link in links if not link.startswith(("http", "#"))]
    assert [link for link in inside if not (ROOT / link).is_file()] == []


def test_every_exit_code_is_listed() -> None:
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    known = {getattr(errors, name).exit_code for name in errors.__all__}
    assert listed == known | {0}


def test_every_file_of_the_home_folder_is_listed() -> None:
    paths = Paths(Path("home"))
    names = [getattr(paths, name).name for name, kind in vars(Paths).items() if isinstance(kind, property)]
    assert [name for name in names if f"`{name}" not in README] == []
