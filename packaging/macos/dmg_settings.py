"""How the disk image looks, for dmgbuild: `dmgbuild -s dmg_settings.py -D app=PATH "Flux Desktop" OUT.dmg`.

dmgbuild runs this file with `defines` in it, and takes the names that it knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    defines: dict[str, str]

application = defines["app"]  # noqa: F821
files = [application]
symlinks = {"Applications": "/Applications"}

format = "ULFO"  # small and quick to open; every system since 10.11 has it
filesystem = "APFS"
badge_icon = defines["icon"]  # noqa: F821

window_rect = ((200, 200), (560, 340))
default_view = "icon-view"
icon_size = 112
text_size = 13
icon_locations = {application.rpartition("/")[2]: (150, 150), "Applications": (410, 150)}
