"""What the window does around the region of an edit: its tools draw it, and the session has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from flux_desktop.core.language import figures, tr
from flux_desktop.ui.canvas.tools import Drawn, How, Look, Tool, Toolbox
from flux_desktop.ui.canvas.tools.frame import Frame
from flux_desktop.ui.canvas.tools.held_tool import HeldTool
from flux_desktop.ui.desk.region_files import RegionFiles
from flux_desktop.ui.desk.region_orders import RegionOrders
from flux_desktop.ui.desk.region_shapes import moved
from flux_desktop.ui.desk.tool_memory import ToolMemory
from flux_desktop.ui.focusing import give_focus
from flux_desktop.ui.naming import announce
from flux_desktop.ui.wording import named_node

if TYPE_CHECKING:
    from flux_desktop.core.history import HistoryNode
    from flux_desktop.core.keymap import Keymap
    from flux_desktop.core.region import Crop, Size
    from flux_desktop.imaging.region.mask import Box, Mask
    from flux_desktop.services.session import Session
    from flux_desktop.ui.main_window import MainWindow

__all__ = ["RegionDesk", "sent_words"]

SOFTER = 0.1
"""By which a press of its key changes the hardness of the brush."""
SETTLES = 300
"""Milliseconds after the last arrow key until the region goes there: a walk of many pixels is one step."""
SLACK = 8
"""Logical pixels that the frame may be dragged beyond the picture without extending it."""


class RegionDesk(QObject):
    """Connects the tools on the canvas with `session.selection`; `commands` are those that it carries out.

    A region belongs to the picture that is edited: while another one is looked at, or two are compared, nothing can
    be drawn, and the options say so.
    """

    def __init__(self, window: MainWindow, session: Session, keymap: Keymap) -> None:
        super().__init__(window)
        self._window = window
        self._canvas, self._bar, self._options = window.canvas, window.tool_bar, window.tool_options
        self._session = session
        self._selection = session.selection
        self._files = RegionFiles(session, window)
        self.tools = Toolbox(self._canvas)
        self.tools.veil.background = session.in_background
        self.tools.veil.is_calm = lambda: bool(session.settings.get("reduce_motion"))
        self._orders = RegionOrders(session, self._canvas, self.tools)
        self._target: Box | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLES)
        self._settling.timeout.connect(self._settle)
        self._connect_tools()
        self._connect_session()
        HeldTool(self.tools, self._canvas, keymap)
        ToolMemory(self.tools, self._options.adjust, session.settings)
        self._name_keys(keymap)
        keymap.changed.connect(lambda: self._name_keys(keymap))
        self._follow()

    def commands(self) -> dict[str, Callable[[], object]]:
        selection, tools, options = self._selection, self.tools, self._options
        return {
            **{f"tool_{tool.value}": partial(self._take_up, tool) for tool in Tool},
            "brush_larger": lambda: tools.enlarge_brush(1),
            "brush_smaller": lambda: tools.enlarge_brush(-1),
            "brush_harder": lambda: self._harden(SOFTER),
            "brush_softer": lambda: self._harden(-SOFTER),
            "region_whole": selection.whole,
            "region_clear": selection.clear,
            "region_invert": selection.invert,
            "region_grow": options.open_adjust,
            "region_feather": lambda: options.open_adjust(feather=True),
            "region_look": self._next_look,
            "region_load": self._files.ask_load,
            "region_save": self._files.ask_save,
            "frame_reset": selection.reset_crop,
        }

    @property
    def has_region(self) -> bool:
        """Whether a part of the picture is selected."""
        mask = self._selection.mask
        return mask is not None and not mask.is_empty

    # Putting together.

    def _connect_tools(self) -> None:
        tools, bar, options, selection = self.tools, self._bar, self._options, self._selection
        tools.drawn.connect(self._draw)
        tools.cleared.connect(selection.clear)
        tools.moved.connect(lambda x, y: self._walk((x, y), resize=False))
        tools.resized.connect(lambda x, y: self._walk((x, y), resize=True))
        tools.begun.connect(self._begin)
        tools.frame_wanted.connect(lambda crop: self._set_frame(crop, tools.pixels(SLACK)))
        tools.changed.connect(self._on_tool)
        bar.tool_chosen.connect(self._choose)
        options.how_chosen.connect(self._set_how)
        options.box_chosen.connect(self._go_to)
        options.brush_chosen.connect(tools.set_brush)
        options.wand_chosen.connect(tools.set_wand)
        options.grow_requested.connect(selection.grow)
        options.feather_requested.connect(selection.feather)
        options.look_requested.connect(self._next_look)
        options.clear_requested.connect(selection.clear)
        options.reset_requested.connect(selection.reset_crop)
        options.back_requested.connect(self._show_source)
        options.left.connect(lambda: give_focus(self._canvas))

    def _connect_session(self) -> None:
        session = self._session
        session.source_changed.connect(lambda node: self._follow())
        session.current_changed.connect(lambda node: self._follow())
        self._selection.changed.connect(self._on_region)
        self._canvas.compare_changed.connect(self._follow)
        self._canvas.picture_shown.connect(lambda id: self._follow())

    def _name_keys(self, keymap: Keymap) -> None:
        self._bar.set_keymap(keymap)
        self._options.set_keymap(keymap)

    # What there is.

    def _source(self) -> HistoryNode | None:
        """The picture that can be drawn on: the one that is edited, while it alone is seen."""
        source, canvas = self._session.source, self._canvas
        seen = source is not None and canvas.picture is not None and canvas.picture.id == source.id
        return source if seen and not canvas.is_comparing else None

    def _follow(self) -> None:
        """Show the region, or why there is none to be seen."""
        source, selection = self._source(), self._selection
        there = self._session.source is not None and self._canvas.has_picture
        self._bar.setVisible(there)
        self._options.setVisible(there)
        self._bar.setEnabled(source is not None)
        self.tools.set_picture((source.width, source.height) if source is not None else None)
        self.tools.set_mask(selection.mask if source is not None else None, self._origin)
        self.tools.set_frame(self._frame() if source is not None else None)
        self._show_region()

    def _on_region(self) -> None:
        self._follow()
        announce(self._canvas, self._words())

    def _frame(self) -> Frame | None:
        """Round what is sent; round all of the picture where its tool is to extend that."""
        crop, sent, source = self._selection.crop, self._selection.sent, self._session.source
        if crop is not None:
            return Frame(_shifted(crop, self._origin), sent_words(crop, sent) if sent is not None else "")
        if self.tools.tool is Tool.FRAME and source is not None:
            return Frame((0, 0, source.width, source.height), tr("Drag the frame beyond the picture to extend it"))
        return None

    @property
    def _origin(self) -> tuple[int, int]:
        """Where masks and crops begin in the source: elsewhere than there where it is extended."""
        extent = self._selection.extent
        return extent[:2] if extent is not None else (0, 0)

    def _show_region(self) -> None:
        is_source = self._source() is not None
        self._options.show_region(self._words(), there=self.has_region, is_source=is_source)
        node = self._session.source
        if node is not None:
            frame = self._frame()
            box = (frame.crop if frame is not None else None) if self.tools.tool is Tool.FRAME else self._box()
            self._options.show_box(box, (node.width, node.height))

    def _box(self) -> Crop | None:
        mask = self._selection.mask
        if mask is None or mask.is_empty:
            return None
        return _shifted((mask.box.left, mask.box.top, mask.box.width, mask.box.height), self._origin)

    def _words(self) -> str:
        source, box = self._session.source, self._box()
        if source is not None and self._source() is None:
            if self._canvas.is_comparing:
                return tr("Regions are drawn on a single picture, not in a comparison.")
            return tr("Regions are drawn on the picture that is edited: {picture}", picture=named_node(source))
        if box is None:
            return tr("No region: all of the picture may change")
        return tr("Region of {width} × {height} px", width=box[2], height=box[3])

    # What the user does.

    def _take_up(self, tool: Tool) -> None:
        """Take a tool; the canvas then has the keys."""
        self.tools.tool = tool
        give_focus(self._canvas)

    def _choose(self, tool: str) -> None:
        """The same by its button; who works by keys stays there."""
        self.tools.tool = Tool(tool)
        if not any(button.hasFocus() for button in self._bar.buttons()):
            give_focus(self._canvas)

    def _on_tool(self) -> None:
        self._bar.set_tool(self.tools.tool)
        self._options.show_tool(self.tools)
        self._follow()

    def _set_how(self, how: str) -> None:
        self.tools.how = How(how)

    def _harden(self, by: float) -> None:
        self.tools.hardness += by

    def _next_look(self) -> None:
        self._show_as(self.tools.veil.look.following)

    def _show_as(self, look: Look) -> None:
        self.tools.veil.look = look
        self._options.show_look(hidden=look is Look.HIDDEN)

    def _show_source(self) -> None:
        """Go back to where a region can be drawn."""
        if self._canvas.is_comparing:
            self._window.compare_bar.mode_chosen.emit("single")
        self._session.show(self._session.source)

    def _begin(self) -> None:
        """A shape in the middle of what is seen, half as wide and high: for who works by keys."""
        source, seen = self._source(), self.tools.seen
        if source is not None and seen is not None:
            (left, top), (right, bottom) = seen
            across, down = (right - left) / 4, (bottom - top) / 4
            corners = (round(left + across), round(top + down)), (round(right - across), round(bottom - down))
            self._draw(Drawn(self.tools.tool, corners))

    def _go_to(self, box: Crop) -> None:
        """Numbers were typed: of the frame, of the region, or of one that is to be."""
        from flux_desktop.imaging.region.mask import Box

        mask = self._selection.mask
        if self.tools.tool is Tool.FRAME:
            self._set_frame(box, 0)
        elif mask is not None and not mask.is_empty:
            left, top, width, height = self._own(box)
            self._put(mask, Box(left, top, left + width, top + height))
        else:
            left, top, width, height = box
            tool = Tool.ELLIPSE if self.tools.tool is Tool.ELLIPSE else Tool.RECTANGLE
            self._draw(Drawn(tool, ((left, top), (left + width, top + height))))

    def _set_frame(self, crop: Crop, slack: float) -> None:
        """The frame is wanted there: where that is beyond the picture, by more than `slack` pixels, it is extended.

        Until what can be sent is worked out it is seen as it was.
        """
        source, frame = self._source(), self._frame()
        if source is None or frame is None:
            return
        size = source.width, source.height
        now, then = _beyond(crop, size), _beyond(frame.crop, size)
        if any(far > before + slack for far, before in zip(now, then, strict=True)):
            self._selection.set_extent(crop)
        elif self.has_region:
            self._selection.set_crop(self._own(crop))
        self._follow()

    def _own(self, crop: Crop) -> Crop:
        """What lies there in the picture, as masks and crops have it."""
        return _shifted(crop, (-self._origin[0], -self._origin[1]))

    def _walk(self, by: tuple[int, int], *, resize: bool) -> None:
        """Arrow keys: a frame goes at once, the region when they rest."""
        mask = self._selection.mask
        if mask is None or mask.is_empty:
            return
        if self._target is None:
            self._selection.begin_drawing()
        self._target = target = moved(self._target or mask.box, by, mask.size, resize=resize)
        x, y = self._origin
        self.tools.set_ghost(((target.left + x, target.top + y), (target.right + x, target.bottom + y)))
        self._settling.start()

    def _settle(self) -> None:
        mask, target, self._target = self._selection.mask, self._target, None
        self.tools.set_ghost(None)
        if mask is not None and target is not None and target != mask.box:
            self._orders.move(mask, target)  # also if another picture, or a comparison, is seen by now
        self._selection.end_drawing()

    def _draw(self, drawn: Drawn) -> None:
        if (source := self._source()) is not None:
            if self.tools.veil.look is Look.HIDDEN:  # what is drawn is meant to be seen
                self._show_as(Look.OUTLINE)
            self._orders.draw(drawn, source)

    def _put(self, mask: Mask, box: Box) -> None:
        if self._source() is not None:
            self._orders.move(mask, box)


def sent_words(crop: Crop, sent: Size) -> str:
    """How large a part is sent, and how much smaller or larger than it is."""
    size = {"width": sent[0], "height": sent[1]}
    scale = sent[0] / crop[2]
    if abs(scale - 1) < 0.005:
        return tr("{width} × {height} px sent, pixel by pixel", **size)
    times = figures(f"{max(scale, 1 / scale):.1f}")
    if scale < 1:
        return tr("{width} × {height} px sent, {times}× smaller", **size, times=times)
    return tr("{width} × {height} px sent, {times}× larger", **size, times=times)


def _beyond(crop: Crop, size: Size) -> tuple[int, int, int, int]:
    """How far a crop reaches beyond each side of a picture."""
    left, top, width, height = crop
    return max(0, -left), max(0, -top), max(0, left + width - size[0]), max(0, top + height - size[1])


def _shifted(crop: Crop, by: tuple[int, int]) -> Crop:
    return crop[0] + by[0], crop[1] + by[1], crop[2], crop[3]
