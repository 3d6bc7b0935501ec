"""The user's preferences, declared as parameters; in memory here, on disk in `store/settings.py`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from flux_desktop.core.errors import InvalidParameter
from flux_desktop.core.language import marked
from flux_desktop.core.params import Param, Value, choice, integer, number, switch, text
from flux_desktop.core.signal import Signal

__all__ = [
    "BUDGETS",
    "COMPARISON",
    "DECLARATIONS",
    "EXPORT_MARKS",
    "OWN_PLACE",
    "SHEET",
    "TOOLS",
    "UPDATES",
    "Settings",
]


def _budget(name: str, label: str, help: str) -> Param:
    return number(name, 0.0, 0.0, 1_000_000.0, step=1.0, label=label, help=help)


_ASKS = marked("An edit that goes beyond it is asked about first. In US dollars; 0: no limit.")
_REFUSES = marked("An edit that goes beyond it is refused: nothing is sent. In US dollars; 0: no limit.")


BUDGETS: tuple[Param, ...] = (
    _budget("budget_day_soft", label="Ask above, per day", help=_ASKS),
    _budget("budget_day_hard", label="Never above, per day", help=_REFUSES),
    _budget("budget_month_soft", label="Ask above, per month", help=_ASKS),
    _budget("budget_month_hard", label="Never above, per month", help=_REFUSES),
)
"""Days and months are those of the clock on the wall."""

EXPORT_MARKS: tuple[Param, ...] = (
    switch("export_client_safe", False, label="Client-safe files", help="Leave prompt, model and seed out of them."),
    switch("export_date", True, label="Files keep the date", help="When the original was taken."),
    switch("export_copyright", True, label="Files keep the copyright", help="The notice that the original has."),
    switch("export_author", False, label="Files keep the author", help="The name of who took the original."),
    switch("export_place", False, label="Files keep the place", help="Where the original was taken, by GPS."),
)
"""What a file carries that leaves the program: exported, dragged out, or written by the command line."""

COMPARISON: tuple[Param, ...] = (
    choice(
        "compare_mode",
        "single",
        ("single", "split", "side_by_side", "onion", "blink", "difference"),
        label="Compare",
        help="How two pictures are compared.",
    ),
    switch("compare_across", True, label="Left and right", help="Where the two lie; else above and below each other."),
    integer(
        "onion_opacity", 50, 0, 100, label="Opacity", help="Per cent of the second picture that lies on the first."
    ),
    number("blink_rate", 1.0, 0.5, 3.0, step=0.1, label="Changes", help="How often a second the pictures change."),
    integer("difference_gain", 4, 1, 16, label="Amplified", help="How many times differences are amplified."),
    integer("difference_threshold", 0, 0, 64, label="From", help="Levels of 255 up to which a difference is none."),
)
"""How the canvas compares: made there, and kept."""

UPDATES: tuple[Param, ...] = (
    number(
        "update_asked",
        0.0,
        0.0,
        1e12,
        label="Asked for newer versions",
        help="When that was last, in seconds since 1970.",
    ),
    text(
        "update_skipped", "", label="Version to skip", help="The newer version that the user wants to hear no more of."
    ),
)
"""What is kept of the question for newer versions."""

SHEET: tuple[Param, ...] = (
    choice("sheet_paper", "a4", ("a4", "a4_wide", "letter", "letter_wide", "screen"), label="Page", help="Its size."),
    integer("sheet_columns", 3, 1, 8, label="Columns", help="Pictures side by side."),
    switch("sheet_original", True, label="Originals", help="The picture that results grew from, before the first."),
    switch("sheet_pairs", False, label="Before and after", help="Each beside the picture that it was made from."),
    switch("sheet_prompt", True, label="Prompt", help="The words that made each picture."),
    switch("sheet_model", True, label="Model", help="The model that made each picture."),
    switch("sheet_seed", True, label="Seed", help="The seed of each picture."),
    switch("sheet_cost", False, label="Cost", help="What each picture has cost."),
)
"""How a contact sheet looks and what it tells about each picture."""

LOOKING: tuple[Param, ...] = (
    switch(
        "pixel_grid", True, label="Pixel grid", help="Lines between pixels from 800 %, and their values from 3200 %."
    ),
    switch("info_line", True, label="Info line", help="The place and the colour of the pixel under the pointer."),
    switch("navigator", True, label="Navigator", help="The whole picture in small while only a part of it is seen."),
)
"""What helps to look closely."""

PROMPTING: tuple[Param, ...] = (
    text("prompt_templates", "[]", label="Templates", help="The user's own templates and snippets, as JSON."),
    text("template_erase", "", label="To erase", help="The prompt that erases; empty: the usual one."),
    text("template_replace", "", label="To replace", help="The prompt that replaces; empty: the usual one."),
    text("prompt_hints_dismissed", "[]", label="Prompt hints", help="Those that the user wants to see no more."),
    choice(
        "eyedropper_side", "1", ("1", "3", "5"), label="Eyedropper", help="Pixels on each side that it averages over."
    ),
)
"""What helps to write prompts."""

TOOLS: tuple[Param, ...] = (
    integer("brush_size", 60, 1, 2000, label="Brush", help="Its size, in pixels of the picture."),
    integer("brush_hardness", 80, 0, 100, label="Hardness", help="How sharp the edge of the brush is, in per cent."),
    integer("wand_tolerance", 32, 0, 255, label="Tolerance", help="How unlike colours may be that the wand takes."),
    switch("wand_contiguous", True, label="Contiguous", help="The wand takes only what hangs together."),
    integer("grow_pixels", 8, 1, 500, label="Grow", help="By how many pixels a region grows or shrinks."),
    integer("feather_pixels", 8, 1, 500, label="Feather", help="Over how many pixels the edge of a region fades."),
)
"""What the tools were told last."""

DECLARATIONS: tuple[Param, ...] = (
    choice(
        "language",
        "system",
        ("system", "en", "de"),
        label="Language",
        help="That of the window. Another one counts from the next start of the program.",
    ),
    choice("theme", "system", ("system", "light", "dark"), label="Theme", help="Light, dark, or as the system has it."),
    text("provider", "offline", label="Provider", help="The provider of the next edit, also on the command line."),
    text("model", "", label="Model", help="The model of the next edit; empty: the provider's first."),
    text("generate_model", "", label="Model to generate", help="The model of the next generation; empty: the first."),
    integer(
        "max_megapixels",
        500,
        1,
        2000,
        label="Largest picture",
        help="Megapixels that a picture may declare before it is refused unread.",
    ),
    number(
        "history_budget_gb",
        0.0,
        0.0,
        1_000_000.0,
        step=1.0,
        label="Library at most",
        help="Gigabytes above which the oldest unstarred results in the trash are dropped; 0: no limit.",
    ),
    choice(
        "display_profile",
        "system",
        ("system", "srgb", "file"),
        label="Display profile",
        help="What colours the display shows: as the system says, those of sRGB, or as the profile file says.",
    ),
    text("display_profile_file", "", label="Profile file", help="The path of the display's profile, an .icc file."),
    *LOOKING,
    choice("wheel", "zoom", ("zoom", "scroll"), label="Plain wheel", help="What the wheel does without Ctrl."),
    switch(
        "reduce_motion", False, label="Reduce motion", help="Nothing moves by itself: blinking waits to be started."
    ),
    switch(
        "notify",
        False,
        label="Notifications",
        help="Tell when an edit that took a while has ended and another program is in front.",
    ),
    switch(
        "tell_updates",
        False,
        label="Newer versions",
        help="Ask once a day if there is a newer version. Nothing is sent but the question.",
    ),
    *UPDATES,
    *COMPARISON,
    choice(
        "history_scope",
        "all",
        ("all", "picture"),
        label="History shows",
        help="Every result of the library, or those of the open picture.",
    ),
    choice(
        "history_view",
        "list",
        ("list", "grid", "tree"),
        label="History looks like",
        help="A list, tiles, or the tree of the open picture.",
    ),
    choice(
        "export_format",
        "png",
        ("png", "jpeg", "webp", "avif", "tiff"),
        label="Export format",
        help="The format that the export dialog proposes.",
    ),
    integer("export_quality", 92, 0, 100, label="Export quality", help="For JPEG, WebP and AVIF; 100 is best."),
    *EXPORT_MARKS,
    switch("keys_in_file", False, label="Keys in a plain file", help="Only if there is no keychain, at your own risk."),
    text("kept_keys", "", label="Kept keys", help="Whose keys are in the keychain or the file: names, never keys."),
    text("draft_prompt", "", label="Prompt text", help="What stood in the prompt box when the window closed."),
    text("edits_not_run", "[]", label="Edits not run", help="Their words, where the program ended before their order."),
    text("draft_params", "{}", label="Parameter values", help="What the sidebar showed when the window closed."),
    *BUDGETS,
    text("keys", "{}", label="Keyboard", help="The keys of commands that the user changed, as JSON."),
    *SHEET,
    *PROMPTING,
    *TOOLS,
    switch("remember_recent", True, label="Remember files", help="Offer the files opened last. Off: none is kept."),
    text("recent", "[]", label="Open Recent", help="The files opened last, newest first."),
    switch("hints", True, label="Show hints", help="One line the first time that a tool is used, and never again."),
    text("hints_seen", "[]", label="Hints", help="Those that were shown."),
    text("palette_latest", "[]", label="Commands", help="What was found and done last, newest first."),
    text("window", "", label="Window layout", help="Size, place and panels of the window."),
)

OWN_PLACE = frozenset(
    {
        *("provider", "model", "generate_model", "recent", "window", "draft_prompt", "draft_params", "keys_in_file"),
        *("edits_not_run", "hints_seen", "palette_latest", "kept_keys", "keys", "history_budget_gb"),
        *(param.name for param in (*BUDGETS, *COMPARISON, *PROMPTING, *SHEET, *TOOLS, *UPDATES)),
    }
)
"""Settings that are not on the general page: made by the choosers, on the canvas, for a sheet, by the window itself."""


class Settings:
    """Named values with a declaration each; unset ones have their default. `changed` carries the name.

    Those of a provider are declared when the providers are found, as `<provider>.<option>`.
    """

    def __init__(self, values: Mapping[str, object] | None = None) -> None:
        self.changed: Signal[str] = Signal()
        self._params = {param.name: param for param in DECLARATIONS}
        self._values: dict[str, Value] = {}
        self._undeclared: dict[str, object] = {}
        for name, value in (values or {}).items():
            if name in self._params:
                self._values[name] = self._params[name].check(value)
            else:
                self._undeclared[name] = value

    def declare(self, params: Iterable[Param]) -> None:
        """Take up more settings; a value that was kept for one counts from now on, if it still fits."""
        for param in params:
            self._params[param.name] = param
            if param.name in self._undeclared:
                with suppress(InvalidParameter):
                    self._values[param.name] = param.check(self._undeclared.pop(param.name))

    def get(self, name: str) -> Value:
        """The value of `name`; KeyError for a setting that is not declared."""
        default = self._params[name].default
        assert default is not None, "every setting has a default"
        return self._values.get(name, default)

    def text(self, name: str) -> str:
        return str(self.get(name))

    def integer(self, name: str) -> int:
        return int(self.get(name))

    def number(self, name: str) -> float:
        return float(self.get(name))

    def set(self, name: str, value: object) -> None:
        """InvalidParameter if the setting cannot take `value`."""
        checked = self._params[name].check(value)
        if checked != self.get(name):
            self._values[name] = checked
            self.changed.emit(name)

    def values(self) -> dict[str, Value]:
        """What differs from the defaults."""
        return dict(self._values)
