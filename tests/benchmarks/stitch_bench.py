"""Stitch what a simulated model makes of real photographs, and say how well it lies in them, against a plain paste.

    python -m tests.benchmarks.stitch_bench [--photographs FOLDER] [--cases N] [--seed N]

Prints Markdown: for each case what the model did, what is left of it, the same of a plain paste in brackets, and after
a stroke what the size that came back and its lossy codec leave by themselves, below which no stitch can get.

Without a folder of JPEG files it fetches two Debian packages (27 MB) into a folder for temporary files and unpacks them
there: lomiri-wallpapers-16.04 and -20.04, photographs under CC0 1.0, CC BY 4.0, CC BY-SA 3.0 and 4.0, by the people who
are named in the packages' copyright files.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from flux_desktop.core.region import Size
from flux_desktop.imaging.master import Master, open_master
from tests.imaging.region.seams import LIMITS, Case, Floor, Seam, blob, floor, measured
from tests.simulators.model_behaviour import any_behaviour

PACKAGES = ("lomiri-wallpapers-16.04", "lomiri-wallpapers-20.04")
DRAWN = ("Fossa", "Infinite-Sea", "Painting-Colors", "analogpattern", "umang")
"""Those of the pictures that are no photographs of things."""
SENT = ((1024, 768), (1024, 1024), (768, 1024), (1152, 896))
SCALES = (0.5, 1.0, 1.0, 1.5, 2.0)
"""Of a crop against what is sent."""
MEASURES = {
    "shift": "shift px",
    "delta_e": "ΔE",
    "per_pixel": "ΔE per pixel",
    "edge": "edge",
    "band": "band",
    "grained": "with grain",
    "texture": "texture",
}
"""The fields of a `Seam` that are shown, and what they are called."""


def main() -> None:
    options = _options()
    folder = options.photographs or fetched(Path(tempfile.gettempdir()) / "flux-desktop-photographs")
    files = [file for file in sorted(folder.rglob("*.jpg")) if not file.name.startswith(DRAWN)]
    if not files:
        sys.exit(f"There are no JPEG files in {folder}.")
    begun = time.perf_counter()
    seams, floors = [], []
    say(heading())
    for case in cases(files, options.cases, options.seed):
        seams.append(measured(case))
        floors.append(floor(case))
        say(row(case, *seams[-1], floors[-1]))
    say(summary(seams, floors))
    say(f"\n{len(seams)} cases in {time.perf_counter() - begun:.0f} s.")


def fetched(folder: Path) -> Path:
    """The photographs of the packages, unpacked in `folder`; fetched if they are not there yet."""
    folder.mkdir(exist_ok=True)
    for package in PACKAGES:
        if not list(folder.glob(f"{package}_*.deb")):
            subprocess.run(["apt-get", "download", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (file,) = folder.glob(f"{package}_*.deb")
        if not (folder / package).exists():
            subprocess.run(["dpkg", "-x", str(file), str(folder / package)], check=True)
    return folder


def cases(files: Sequence[Path], count: int, seed: int) -> Iterator[Case]:
    """`count` regions of each photograph, and what the model does to each."""
    for number, file in enumerate(files):
        rng = np.random.default_rng([seed, number])
        master = open_master(file.read_bytes(), name=file.name)
        if master.mode == "RGB" and master.depth == 8:
            for _ in range(count):
                yield drawn_case(file.stem.split("_by_")[0], master, rng)


def drawn_case(name: str, master: Master, rng: np.random.Generator) -> Case:
    sent = SENT[int(rng.integers(len(SENT)))]
    scale = float(rng.choice(SCALES))
    while sent[0] * scale > master.size[0] or sent[1] * scale > master.size[1]:
        scale -= 0.25
    size = round(sent[0] * scale), round(sent[1] * scale)
    left, top = (int(rng.integers(whole - side + 1)) for whole, side in zip(master.size, size, strict=True))
    middle = left + size[0] * float(rng.uniform(0.4, 0.6)), top + size[1] * float(rng.uniform(0.4, 0.6))
    mask = blob(master.size, middle, min(size) * float(rng.uniform(0.12, 0.3)), int(rng.integers(1000)))
    return Case(name, master, (left, top, *size), sent, mask, any_behaviour(rng))


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def heading() -> str:
    names = ("photograph", "crop → sent", "shift, scale, tint, WebP", *MEASURES.values(), "score", "within")
    return f"| {' | '.join(names)} |\n{'|---' * len(names)}|"


def row(case: Case, ours: Seam, plain: Seam, least: Floor) -> str:
    """One case; the plain paste in brackets."""
    does = case.behaviour
    did = f"{np.hypot(*does.shift):.1f} px, {does.scale:.3f}, ΔE {does.tint:.1f}, {does.quality}"
    figures = " | ".join(_figure(name, ours, plain, least) for name in MEASURES)
    within = "yes" if ours.is_good else "no" if ours.is_sure else "unsure"
    sizes = f"{_size(case.crop[2:])} → {_size(case.sent)}"
    return f"| {case.name} | {sizes} | {did} | {figures} | {ours.score:.2f} | {within} |"


def summary(seams: Sequence[tuple[Seam, Seam]], floors: Sequence[Floor]) -> str:
    """How many of those whose alignment is sure are within the limits."""
    sure = [(*pair, least) for pair, least in zip(seams, floors, strict=True) if pair[0].is_sure]
    lines = ["", f"Sure of the alignment: {len(sure)} of {len(seams)}. Of those (a plain paste in brackets):", ""]
    lines += [_spread(name, *zip(*sure, strict=True)) for name in (MEASURES if sure else ())]
    lines.append(f"- bytes changed outside the mask, in all cases: {sum(ours.changed for ours, _ in seams)}")
    return "\n".join(lines)


def _spread(name: str, ours: Sequence[Seam], plain: Sequence[Seam], floors: Sequence[Floor]) -> str:
    """One measure over all cases."""
    place = Seam._fields.index(name)
    limit = LIMITS[place] if place < len(LIMITS) else None
    own, other = (np.array([getattr(seam, name) for seam in seams]) for seams in (ours, plain))
    within = "" if limit is None else f" ≤ {limit}: {(own <= limit).sum()} ({(other <= limit).sum()})"
    told = f"median {np.median(own):.2f} ({np.median(other):.2f}), most {own.max():.2f} ({other.max():.2f})"
    if name == "texture":
        told += f", least {own.min():.2f} ({other.min():.2f})"
    if name in Floor._fields:
        least = np.array([getattr(one, name) for one in floors])
        told += f"; the codec alone: median {np.median(least):.2f}, most {least.max():.2f}"
        told += f"; above it by {np.median(own - least):.2f}, at most {(own - least).max():.2f}"
    return f"- {MEASURES[name]}{within}; {told}"


def _figure(name: str, ours: Seam, plain: Seam, least: Floor) -> str:
    floor_of_it = f" / {getattr(least, name):.2f}" if name in Floor._fields else ""
    return f"{getattr(ours, name):.2f} ({getattr(plain, name):.2f}){floor_of_it}"


def _size(size: Size) -> str:
    return f"{size[0]}×{size[1]}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photographs", type=Path, help="a folder of JPEG files, also in folders below it")
    parser.add_argument("--cases", type=int, default=3, help="regions of each photograph")
    parser.add_argument("--seed", type=int, default=6)
    return parser.parse_args()


if __name__ == "__main__":
    main()
