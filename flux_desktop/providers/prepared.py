"""What an order sends, as it is told to the user: pictures made ready, and parameters by the host's own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flux_desktop.core.edit import OutgoingField, OutgoingFile
from flux_desktop.core.params import Model, Value

if TYPE_CHECKING:
    from flux_desktop.imaging.encoding import Encoded

__all__ = ["Prepared", "outgoing_fields", "outgoing_file"]


@dataclass(frozen=True)
class Prepared:
    """A picture as it is sent: its role is `source` or `reference 1`, `reference 2`, …"""

    role: str
    encoded: Encoded


def outgoing_file(prepared: Prepared) -> OutgoingFile:
    image = prepared.encoded.image
    return OutgoingFile(
        prepared.role, image.width, image.height, image.media_type, len(image.data), prepared.encoded.changes
    )


def outgoing_fields(model: Model, params: Mapping[str, Value]) -> tuple[OutgoingField, ...]:
    """The parameters as the provider gets them, in the order of the model's declaration; emulated ones it does not."""
    return tuple(
        OutgoingField(param.name, param.field, param.wire(params[param.name]), param.how)
        for param in model.params
        if param.name in params and not param.emulated
    )
