"""Putting the result of an edited part back: undo what the model moved and tinted, match grain, fade in, write.

`fit` measures once what the model did, on the ring around the mask. `prepare` keeps what does not change while the
finish is tried out; `patch` and `stitch` are its two outcomes in one call. Outside the mask every byte stays.
"""

from flux_desktop.imaging.region.stitching.fitting import Fit, fit
from flux_desktop.imaging.region.stitching.patching import Prepared, patch, prepare, stitch

__all__ = ["Fit", "Prepared", "fit", "patch", "prepare", "stitch"]
