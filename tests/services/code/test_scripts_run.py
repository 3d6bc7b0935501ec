"""Every provider's runs as code, started against its simulator: they order what the program orders."""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from flux_desktop.core.edit import EditRequest, Recipe
from flux_desktop.core.params import Mode, Model, Value
from flux_desktop.core.script import Script
from flux_desktop.providers.base import Provider
from flux_desktop.providers.http import Http
from flux_desktop.providers.link import Link
from flux_desktop.providers.registry import find_providers
from flux_desktop.services.code import LANGUAGES
from flux_desktop.services.recipes import complete
from tests.providers.onemin_support import picture
from tests.providers.support import Told
from tests.services.code.support import Ran, installed, language, simulator_of, start, write
from tests.simulators.base import Simulator

PROMPT = 'Make the sign say "5 €" in Ana\'s $HOME, `now`; keep \\n as it is.\nAnd the \U0001f469\u200d\U0001f3a8 too!'
WITH_SCRIPT = [
    cls
    for cls in find_providers().values()
    if cls.script is not Provider.script and cls.__module__.startswith("flux_desktop.")
]
HOSTED = [cls for cls in WITH_SCRIPT if simulator_of(cls.id)]


@dataclass
class Host:
    """A provider and the simulator that it talks to."""

    provider: Provider
    simulator: Any

    @property
    def key(self) -> str:
        return str(getattr(self.simulator, "key", ""))

    def model(self, mode: Mode) -> Model:
        return next(model for model in self.provider.offered() if model.mode == mode)


@pytest.fixture(scope="module", params=HOSTED, ids=[cls.id for cls in HOSTED])
def simulated(request: pytest.FixtureRequest) -> Iterator[tuple[type[Provider], Simulator]]:
    found = simulator_of(request.param.id)
    assert found is not None
    with found() as simulator:
        yield request.param, simulator


@pytest.fixture
async def hosted(simulated: tuple[type[Provider], Simulator]) -> AsyncIterator[Host]:
    cls, simulator = simulated
    simulator.reset()
    http = Http()

    async def key() -> str:
        return str(getattr(simulator, "key", ""))

    provider = cls(Link(simulator.base_url, key, lambda: http))
    provider.catalogue = await provider.fetch_catalogue() if provider.publishes else {}
    yield Host(provider, simulator)
    await http.close()


def request_of(model: Model, count: int = 1) -> EditRequest:
    """All that the model takes: references too, and several pictures where it can make them."""
    megapixels = model.param("megapixels")
    small: dict[str, Value] = {"megapixels": "0.25"} if megapixels and "0.25" in megapixels.choices else {}
    several: dict[str, Value] = {"count": count} if model.param("count") else {}
    recipe = complete(Recipe(PROMPT, model.provider, model.id, small | several), model).with_seed(41)
    if not any(param.picked for param in model.params):
        recipe = recipe.with_seed(None)
    if model.mode == "generate":
        return EditRequest(recipe)
    sizes = ((96, 64), (48, 80))[: min(2, model.references)]
    return EditRequest(recipe, picture(64, 64), tuple(picture(width, height) for width, height in sizes))


async def as_the_program(host: Host, request: EditRequest) -> list[bytes]:
    """The pictures that the program itself gets."""
    told, made = Told(), []
    for part in host.provider.orders(request):
        result = await host.provider.collect(await host.provider.start(part, told), told)
        made += [image.image.data for image in result.images]
    return made


async def as_code(host: Host, script: Script, id: str, folder: Path) -> Ran:
    path = write(impatient(script), language(id), folder)
    return await asyncio.to_thread(start, path, {script.key: host.key} if script.key else {})


def impatient(script: Script) -> Script:
    """`script` with shorter pauses: simulators count questions, not seconds."""
    steps = (replace(step, until=step.until and replace(step.until, seconds=0.02)) for step in script.steps)
    return replace(script, steps=tuple(steps))


GIVEN = re.compile(r"^(images/|https?://)")
"""How the names begin that a host gives to uploads: they are new each time."""


def comparable(value: Any) -> Any:
    """An order without what differs each time."""
    if isinstance(value, dict):
        return {key: comparable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [comparable(inner) for inner in value]
    if isinstance(value, str):
        # By its standard, a form of JavaScript sends CR LF where a line of text ends.
        return "an upload" if GIVEN.match(value) else value.replace("\r\n", "\n")
    return value


def uploads(simulator: Simulator) -> list[tuple[str, bytes]]:
    """The files that went beside the JSON: their media types and bytes."""
    parts = [(file.media_type, file.data) for seen in simulator.log for file in seen.files.values()]
    return parts + [(seen.headers["content-type"], seen.body) for seen in simulator.log if seen.method == "PUT"]


def pixels(data: bytes) -> tuple[tuple[int, int], bytes]:
    image = Image.open(io.BytesIO(data))
    return image.size, image.convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["edit", "generate"])
async def test_code_orders_what_the_program_orders(hosted: Host, tmp_path: Path, mode: Mode) -> None:
    request = request_of(hosted.model(mode), count=2 if mode == "edit" else 1)
    made = await as_the_program(hosted, request)
    ordered, sent = comparable(hosted.simulator.orders), uploads(hosted.simulator)
    script = await asyncio.to_thread(hosted.provider.script, request)
    assert script is not None
    for id in installed() if mode == "edit" else installed()[:1]:
        hosted.simulator.reset()
        ran = await as_code(hosted, script, id, tmp_path / id)
        assert (id, ran.code, ran.err) == (id, 0, "")
        assert comparable(hosted.simulator.orders) == ordered, id
        assert set(uploads(hosted.simulator)) == set(sent), id
        assert [pixels(result) for result in ran.results] == [pixels(image) for image in made], id
        assert ran.out.split() == [f"result-{number}{script.suffix}" for number in range(1, len(made) + 1)]


async def test_every_model_has_code_without_secrets_paths_and_pixels(hosted: Host) -> None:
    for model in hosted.provider.offered():
        script = await asyncio.to_thread(hosted.provider.script, request_of(model, count=2))
        assert script is not None
        assert script.results in [name for step in script.steps for name in step.keep]
        texts = {language.id: language.write(script) for language in LANGUAGES}
        compile(texts["python"], model.id, "exec")
        for text in texts.values():
            assert not hosted.key or hosted.key not in text
            assert str(Path.home()) not in text
            assert "/tmp" not in text
            assert len(text) < 10_000
            assert max(map(len, text.splitlines())) < 400


def test_every_provider_with_a_script_is_tested() -> None:
    assert [cls.id for cls in WITH_SCRIPT if cls not in HOSTED] == []
    assert "onemin" in [cls.id for cls in HOSTED]
