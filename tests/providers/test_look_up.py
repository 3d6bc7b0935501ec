"""An order whose outcome is unknown can be looked up: every host that charges names the page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from flux_desktop.providers.base import Provider
from flux_desktop.providers.registry import find_providers

HOSTED = {id: cls for id, cls in find_providers().items() if cls.base_url.startswith("https://")}


@pytest.mark.parametrize("cls", HOSTED.values(), ids=list(HOSTED))
def test_a_host_that_charges_names_the_page_of_the_account(cls: type[Provider]) -> None:
    page = urlsplit(cls.account_url)
    assert page.scheme == "https"
    assert page.hostname
    assert page.hostname != urlsplit(cls.base_url).hostname, "a page for people is not at the API"
    assert not cls.repeatable


def test_what_is_free_needs_none() -> None:
    free = {id: cls for id, cls in find_providers().items() if id not in HOSTED}
    assert {"offline", "sdcpp"} <= set(free)
    assert all(cls.repeatable and not cls.account_url for cls in free.values())
