"""Which addresses a provider may have."""

from __future__ import annotations

import pytest

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.services.addresses import checked_address


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("  ", ""),
        ("https://api.example.com/v1/", "https://api.example.com/v1"),
        (" https://gpu.studio.lan:8443 ", "https://gpu.studio.lan:8443"),
        ("http://127.0.0.1:1234", "http://127.0.0.1:1234"),
        ("http://localhost:8080/v1", "http://localhost:8080/v1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_https_anywhere_and_http_on_this_computer(typed: str, kept: str) -> None:
    assert checked_address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "http://api.example.com",
        "http://192.168.1.20:8000",
        "http://localhost.example.com",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "api.example.com",
        "https://",
        "https://api.example.com/v1?key=1",
        "https://api.example.com/#top",
        "https://me:secret@api.example.com",
        "https://@api.example.com",
        "https://api.example.com:99999",
        "https://api.exa mple.com",
        "https://[::1",
    ],
)
def test_nothing_is_sent_anywhere_else(typed: str) -> None:
    with pytest.raises(InvalidParameter) as refused:
        checked_address(typed)
    assert refused.value.hint
    assert "secret@" not in refused.value.title
