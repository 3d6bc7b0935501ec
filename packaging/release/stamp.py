"""`python3 packaging/release/stamp.py --repository OWNER/NAME --commit SHA`: says in a build where it comes from.

In a workflow of GitHub `--github` stands for all of them: a tag is released, anything else is a preview.

It writes `resources/build.json`, which comes along in every installer. There the program finds the address that it asks
for newer versions, should the user have switched that on. In a checkout there is no such file, and nothing to ask.
With `--tag` the tag has to be that of the program's version.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["BUILD", "main", "program_version", "stamp"]

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "resources" / "build.json"
_UPDATES = "https://api.github.com/repos/{repository}/releases/latest"
_REPOSITORY = re.compile(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+")
_FINAL = re.compile(r"v[0-9.]+")
_COMMIT = re.compile(r"[0-9a-f]{40}")


def main(words: Sequence[str]) -> int:
    """Write the file; returns the exit code."""
    parser = argparse.ArgumentParser(prog="stamp.py", description="Say in a build where it comes from.")
    parser.add_argument("--repository", default="", metavar="OWNER/NAME", help="on GitHub")
    parser.add_argument("--commit", default="", metavar="SHA", help="all 40 digits")
    parser.add_argument("--channel", default="stable", choices=("stable", "preview"))
    parser.add_argument("--tag", help="what is released: v and the program's version")
    parser.add_argument("--github", action="store_true", help="all of these by the environment of a workflow")
    parser.add_argument("--out", type=Path, default=BUILD)
    options = parser.parse_args(words)
    if options.github:
        parser.set_defaults(**_of_workflow(os.environ))
        options = parser.parse_args(words)
    try:
        values = stamp(program_version(), options.repository, options.commit, options.channel, options.tag)
    except ValueError as error:
        parser.error(str(error))
    options.out.write_text(json.dumps(values, indent=2) + "\n", encoding="utf-8")
    return 0


def stamp(version: str, repository: str, commit: str, channel: str, tag: str | None = None) -> dict[str, str]:
    """What the file holds; ValueError for a name that is none, or a tag of another version."""
    if not _REPOSITORY.fullmatch(repository):
        raise ValueError(f"{repository!r} is no repository like owner/name")
    if not _COMMIT.fullmatch(commit):
        raise ValueError(f"{commit!r} is no commit of 40 digits")
    if tag is not None and tag != f"v{version}":
        raise ValueError(f"the tag {tag!r} does not fit the version {version} in flux_desktop/__init__.py")
    updates = _UPDATES.format(repository=repository)
    return {"version": version, "commit": commit, "channel": channel, "updates": updates}


def program_version() -> str:
    """Read without importing the program: nothing has to be installed for it."""
    text = (ROOT / "flux_desktop" / "__init__.py").read_text(encoding="utf-8")
    return text.partition('__version__ = "')[2].partition('"')[0]


def _of_workflow(environ: Mapping[str, str]) -> dict[str, str]:
    """The same words, as GitHub has them: its "default environment variables"."""
    told = {"repository": environ.get("GITHUB_REPOSITORY", ""), "commit": environ.get("GITHUB_SHA", "")}
    if environ.get("GITHUB_REF_TYPE") != "tag":
        return {**told, "channel": "preview"}
    tag = environ.get("GITHUB_REF_NAME", "")
    return {**told, "tag": tag, "channel": "stable" if _FINAL.fullmatch(tag) else "preview"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
