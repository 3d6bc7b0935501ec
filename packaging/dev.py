"""The commands for a fresh machine: `python3 packaging/dev.py run` opens the editor, `test` passes the tests.

Standard library only. This file is kept to words that old Pythons can read, so that they too get the one sentence.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where the minimum is said
    sys.exit("Flux Desktop needs Python 3.11 or newer, and this is Python {}.{}.".format(*sys.version_info))

from dev_commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
