"""What the frozen program starts: the same `main` as the command of an installed package."""

import sys

from flux_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
