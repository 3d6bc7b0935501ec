"""The composition root of the window, and the one place where asyncio meets Qt.

The order is the reason that the program is there at once: the window is painted first, without its panels; these are
then loaded in a thread and put in; so are the services, and the window is attached to them.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEventLoop, QTimer

from flux_desktop.core.errors import FileProblem, FluxError, Internal
from flux_desktop.core.language import marked, tr
from flux_desktop.resources import resource
from flux_desktop.store.paths import Paths, home
from flux_desktop.store.settings import SettingsFile
from flux_desktop.ui import theme
from flux_desktop.ui.loading import in_thread, load_live, load_opening, load_panels
from flux_desktop.ui.main_window import MainWindow
from flux_desktop.ui.system.application import NO_DISPLAY, Application, has_display, made_application
from flux_desktop.ui.system.turns import come_soon, take_short_turns, workers
from flux_desktop.ui.translating import use_language
from flux_desktop.ui.window_layout import layout_text, restore_frame

if TYPE_CHECKING:
    import asyncio

    from PySide6.QtGui import QIcon

    from flux_desktop.imaging.first_view import FirstReading
    from flux_desktop.services.assembly import Program
    from flux_desktop.services.session import Session
    from flux_desktop.store.instance import Instance
    from flux_desktop.ui.system.manners import Manners

    Ready = Callable[[MainWindow, Session], object]

__all__ = ["Start", "run_window"]

BESIDE = marked("Another window on this library does not answer. This one works beside it.")
WITHOUT_USER = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""What the user does waits, and is not lost."""
MOST_WAITED = 1.0
"""Seconds for the first view of a picture, once the window is painted."""
MOST_OPENED = 10.0
"""Seconds for that picture to be open, before the connection is made ready beside it."""
log = logging.getLogger(__name__)


class Start(NamedTuple):
    """Why the program was started.

    `pictures` are to be opened, `ready` is called once, when the window works. `instance` is how later starts find
    this one, None where they are not to; `beside` says that an earlier one was found and does not answer. `first`
    reads a first view of the first picture already.
    """

    pictures: list[str]
    ready: Ready | None = None
    instance: Instance | None = None
    beside: bool = False
    first: FirstReading | None = None


def run_window(start: Start) -> int:
    """Open the window; the exit code when it is closed."""
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    take_short_turns()
    app = made_application()
    app.setApplicationName("flux-desktop")
    app.setApplicationDisplayName("Flux Desktop")
    app.setDesktopFileName("flux-desktop")
    app.setQuitOnLastWindowClosed(False)
    try:
        folder = home()
    except FluxError as error:
        sys.stderr.write(f"{error.title} {error.hint}\n")
        return error.exit_code
    if start.instance is not None:
        start.instance.claim()  # once more: the folder may be new
    kept = SettingsFile(Paths(folder).settings)
    use_language(app, kept.settings.text("language"))
    theme.dress(app, kept.settings.text("theme"))
    window = MainWindow()
    restore_frame(window, kept.settings.text("window"))
    if start.first is not None:
        window.await_picture(start.first, kept.settings.integer("max_megapixels"))
    window.show()
    window.look_for_view()
    _paint(app, window)
    _show_view(app, window)
    in_thread(app, load_panels)
    theme.apply(app, kept.settings.text("theme"))
    _describe_controls()
    window.fill(lambda: app.processEvents(WITHOUT_USER))
    app.processEvents(WITHOUT_USER)  # it is painted before a thread begins to load, which would hold that up
    return _work(_Made(app, window, folder, kept, start))


def _describe_controls() -> None:
    """Let screen readers know what each control is, before there are any. Its binding is loaded with the panels."""
    from flux_desktop.ui import accessible

    accessible.install()


def _paint(app: Application, window: MainWindow) -> None:
    """Let the window appear before anything else is loaded."""
    painted: list[bool] = []
    window.painted.connect(lambda: painted.append(True))
    QTimer.singleShot(3000, lambda: painted.append(False))  # a window that is started minimised is never painted
    while not painted:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _show_view(app: Application, window: MainWindow) -> None:
    """Let the first view of the picture appear before the panels are loaded, unless it is long in coming.

    Not beside that: Qt's binding makes its types at their first use, and fails where two threads do so at once.
    """
    end = time.monotonic() + MOST_WAITED
    looking = QTimer()
    looking.start(3)
    while not window.look_for_view():
        if time.monotonic() > end:
            window.end_waiting()
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    looking.stop()


class _Made(NamedTuple):
    """What a start has made when its window is there."""

    app: Application
    window: MainWindow
    folder: Path
    kept: SettingsFile
    start: Start

    def save(self) -> None:
        """Keep what the panels hold, and how the window looks."""
        self.window.save()
        self.kept.settings.set("window", layout_text(self.window))


def _work(made: _Made) -> int:
    """Load what is heavy while the window reacts, then run until it is closed."""
    in_thread(made.app, _load_services)
    import asyncio

    come_soon()
    with asyncio.Runner(loop_factory=lambda: _loop(made.app)) as runner:
        try:
            return runner.run(_run(made))
        except KeyboardInterrupt:  # before the program listened for it
            return 130


def _loop(app: Application) -> asyncio.AbstractEventLoop:
    import qasync

    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(app)
    loop.set_default_executor(workers())
    return loop


def _load_services() -> None:
    """Import what the services need: a few hundred milliseconds that must not fall into one gap between frames."""
    import asyncio  # noqa: F401

    import PySide6.QtSvg  # noqa: F401  for the icons
    import qasync  # noqa: F401

    import flux_desktop.services.archive
    import flux_desktop.services.assembly
    import flux_desktop.services.updates  # noqa: F401
    from flux_desktop.providers.registry import find_providers

    load_live()
    load_opening()
    find_providers()


async def _run(made: _Made) -> int:
    """From the services' start to their end. The coroutine ends the program, not Qt: jobs have to come to a stop."""
    import asyncio

    from flux_desktop.services.assembly import assemble
    from flux_desktop.ui import icons
    from flux_desktop.ui.system.manners import Manners

    closing, window, instance = asyncio.Event(), made.window, made.start.instance
    manners = Manners(made.app, window, closing.set, made.save)
    if window.is_leaving:  # while it was loading
        closing.set()
    if instance is not None and instance.is_first and not manners.listen(instance.address):
        instance.release()
    try:
        program = await asyncio.to_thread(assemble, made.folder, made.kept.settings, os.environ)
    except FluxError as error:
        window.end_waiting()
        window.messages.show_error(error)
        icons.keep_dressed(window)
        await closing.wait()
        window.hide()
        manners.close()
        return manners.exit_code
    with made.kept.writing_aside(asyncio.get_running_loop().call_soon_threadsafe):
        session = await _attach(made, manners, program)
        await closing.wait()
    made.save()
    window.hide()
    manners.close()
    if instance is not None:
        instance.release()  # a start from now on has a window of its own
    await session.close(manners.grace)
    await program.close()
    window.be_still()
    return manners.exit_code


async def _attach(made: _Made, manners: Manners, program: Program) -> Session:
    """Bring the window to life."""
    import asyncio

    from flux_desktop.services.updates import Updates, feed_address
    from flux_desktop.ui import icons
    from flux_desktop.ui.system.garbage import Garbage

    app, window, kept = made.app, made.window, made.kept
    session = program.session()
    _tell_faults(window)
    kept.failed.connect(window.messages.show_error)
    kept.settings.changed.connect(
        lambda name: theme.apply(app, kept.settings.text("theme")) if name == "theme" else None
    )
    await _in_steps(app, window.attaching(session, made.folder / "dragged"))
    _tell(window, (*kept.problems, *program.problems, *([tr(BESIDE)] if made.start.beside else [])))
    await asyncio.sleep(0)  # so that what happened meanwhile is not kept waiting
    session.resume()
    _end_waiting_without_picture(window, session)
    opened = _opened(session)
    if made.start.pictures and window.desk is not None:
        window.desk.pictures_in.open_chosen(made.start.pictures)
    for _ in icons.begin_to_dress(window):
        await asyncio.sleep(0)
    app.setWindowIcon(_icon())
    Garbage(window)
    manners.attach(session, Updates(kept.settings, program.http, feed_address()))
    session.run(_warm(program, opened if made.start.pictures else None))
    session.in_background(lambda: _new_problems(program), lambda found: _tell(window, found))
    if made.start.ready is not None:
        made.start.ready(window, session)
    return session


async def _in_steps(app: Application, steps: Iterator[None]) -> None:
    """Take `steps`, and let the window react between them; what the user does waits for their end.

    That is not done in this task: what is done meanwhile may run other ones, and no task runs inside another.
    """
    import asyncio

    loop = asyncio.get_running_loop()
    taken: asyncio.Future[None] = loop.create_future()

    def take() -> None:
        try:
            for _ in steps:
                app.processEvents(WITHOUT_USER)
            taken.set_result(None)
        except Exception as error:  # noqa: BLE001  raised where it is waited for
            taken.set_exception(error)

    loop.call_soon(take)
    await taken


def _end_waiting_without_picture(window: MainWindow, session: Session) -> None:
    """Take the first view away where the picture turns out to be none; otherwise the canvas takes its place."""

    def check() -> None:
        if session.current is None:
            window.end_waiting()

    # What was opened is current only after it is said that nothing is being opened any more.
    session.opening.connect(lambda name: None if name else QTimer.singleShot(0, window, check))


def _opened(session: Session) -> asyncio.Event:
    """Is set once a picture that is being opened is open, or turns out to be none."""
    import asyncio

    opened = asyncio.Event()
    session.opening.connect(lambda name: None if name else opened.set())
    return opened


async def _warm(program: Program, opened: asyncio.Event | None) -> None:
    """Load the HTTP library once the first picture is `opened`: both at once would keep the window waiting."""
    import asyncio

    if opened is not None:
        with suppress(TimeoutError):
            await asyncio.wait_for(opened.wait(), MOST_OPENED)
    await program.http.warm()


def _icon() -> QIcon:
    """The program's own, in the sizes that title bars and switchers show; the desktop's file names it, too."""
    from PySide6.QtGui import QIcon

    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addFile(str(resource(f"app/flux-desktop-{size}.png")))
    return icon


def _new_problems(program: Program) -> Sequence[str]:
    """What a look through the whole library finds; slow, and only now, when the window is in use."""
    return [problem for problem in program.pictures.check() if problem not in program.problems]


def _tell(window: MainWindow, problems: Sequence[str]) -> None:
    """What needs more than one sentence stays until it is dismissed."""
    for problem in map(tr, problems):
        title, _, rest = problem.partition(". ")
        if rest:
            window.messages.show_error(FileProblem(f"{title}.", rest))
        else:
            window.messages.show_info(problem)


def _tell_faults(window: MainWindow) -> None:
    """Faults of ours outside of jobs end in the message bar, with their traceback in the log."""
    import asyncio

    def tell(error: BaseException) -> None:
        words = tr("Something went wrong in the program: {kind}.", kind=type(error).__name__)
        window.messages.show_error(error if isinstance(error, FluxError) else Internal(words, detail=str(error)[:500]))

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.error("a fault of the program", exc_info=(kind, error, trace))
        tell(error)

    def on_loop(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        del loop
        error = context.get("exception")
        log.error("a fault of the program: %s", context.get("message"), exc_info=error)
        if isinstance(error, Exception):
            tell(error)

    sys.excepthook = on_exception
    asyncio.get_running_loop().set_exception_handler(on_loop)
