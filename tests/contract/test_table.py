"""No provider escapes the contract."""

from __future__ import annotations

from flux_desktop.providers.registry import find_providers
from tests.contract.hosts import HOSTS


def test_every_provider_with_a_host_has_a_line() -> None:
    hosted = {id: cls for id, cls in find_providers().items() if cls.base_url}
    assert {host.id: host.provider for host in HOSTS} == hosted


def test_every_deviation_has_a_reason() -> None:
    assert all(reason for host in HOSTS for _, reason in host.deviations.values())
