"""The real command line in processes of its own, against a simulated 1min.ai."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from flux_desktop.cli import run
from tests.simulators.onemin import OneMin

__all__ = ["Commands", "commands"]

ROOT = Path(__file__).parents[3]


class Commands:
    """Commands over one home folder; every process that is still there at the end is killed."""

    def __init__(self, folder: Path, host: OneMin) -> None:
        self.folder = folder
        self.out = folder / "out.webp"
        self.host = host
        self.environ = {
            **os.environ,
            "FLUX_DESKTOP_HOME": str(folder / "home"),
            "FLUX_DESKTOP_ONEMIN_URL": host.url,
            "FLUX_DESKTOP_ONEMIN_KEY": host.key,
            "PYTHONPATH": str(ROOT),
        }
        self._running: list[subprocess.Popen[str]] = []

    def start(self, *words: object, environ: Mapping[str, str] | None = None, **how: Any) -> subprocess.Popen[str]:
        """A command on its way."""
        command = [sys.executable, "-m", "flux_desktop", *map(str, words)]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **how}
        process = subprocess.Popen(
            command, env={**self.environ, **(environ or {})}, cwd=self.folder, text=True, **streams
        )
        self._running.append(process)
        return process

    def edit(self, *words: object, **how: Any) -> subprocess.Popen[str]:
        """An edit of `photo.jpg` at 1min.ai, on its way."""
        small = ("--provider", "onemin", "--set", "megapixels=0.25", "--set", "seed=7")
        return self.start("edit", "photo.jpg", "-p", "make it blue", "-o", self.out, "--json", *small, *words, **how)

    def jobs(self, action: str, *words: str) -> tuple[int, list[dict[str, Any]]]:
        """Exit code and jobs of `jobs … --json`, run in this process: that is quicker."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["jobs", action, *words, "--json"], self.environ)
        assert out.getvalue().count("\n") == 1, out.getvalue() + err.getvalue()
        return code, json.loads(out.getvalue())["jobs"]

    def close(self) -> None:
        for process in self._running:
            process.kill()
            process.wait()
            for stream in (process.stdout, process.stderr):
                if stream is not None:
                    stream.close()


@contextmanager
def commands(folder: Path, host: OneMin) -> Iterator[Commands]:
    """Commands that work in `folder`."""
    made = Commands(folder, host)
    try:
        yield made
    finally:
        made.close()
