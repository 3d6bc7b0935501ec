"""`python3 packaging/release/notes.py 1.2.3`: what the changelog says of a version, as the text of its release."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["main", "notes"]

ROOT = Path(__file__).resolve().parents[2]
_CHECK = """\
## Checking what you fetched

`sha256sum --check --ignore-missing SHA256SUMS` compares the files with their checksums;
`gh attestation verify FILE --repo {repository}` shows that this repository's workflow built them. The `.cdx.json` files
list all that is inside, one for each system.
"""


def main(words: Sequence[str]) -> int:
    """Print the text; with a second word, the repository, also how to check the files. Returns the exit code."""
    if not 1 <= len(words) <= 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        text = notes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), words[0])
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    print(text)
    if len(words) == 2:
        print(_CHECK.format(repository=words[1]))
    return 0


def notes(changelog: str, version: str) -> str:
    """The section of `version` without its heading; ValueError if there is none, or nothing in it."""
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)
    heading = re.compile(rf"\[{re.escape(version)}\]")
    found = [section.partition("\n")[2] for section in sections if heading.match(section)]
    text = re.split(r"^\[.+\]: ", found[0], maxsplit=1, flags=re.MULTILINE)[0].strip() if found else ""
    if not text:
        raise ValueError(f"CHANGELOG.md says nothing of {version}: a release needs a section with that heading.")
    return text + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
