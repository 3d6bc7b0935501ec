"""What the two launchers run: the program, with a place to say why it could not start.

`flux-desktop.exe` has no console. What would be said there at a start that fails is shown in a box instead.
"""

import io
import sys
import traceback

TITLE = "Flux Desktop"
LONGEST = 1500


def main() -> int:
    """The exit code of the program."""
    from flux_desktop.__main__ import main as run

    if sys.stderr is not None:
        return run()
    said = io.StringIO()
    sys.stdout = sys.stderr = said
    try:
        code = run()
    except SystemExit as ended:  # words that make no sense
        code = ended.code if isinstance(ended.code, int) else 1
    except Exception:  # noqa: BLE001  there is no console that could show it
        traceback.print_exc()
        code = 70
    words = said.getvalue().strip()
    if code and words:
        show(words[-LONGEST:])
    return code


def show(words: str) -> None:
    """A box with `words`, until it is closed."""
    import ctypes

    error_icon = 0x10
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, words, TITLE, error_icon)


if __name__ == "__main__":
    sys.exit(main())
