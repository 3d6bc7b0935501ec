"""Pixels: files in, files out, colour, effects. Pillow and NumPy; no Qt, no network."""

import os

# NumPy's OpenBLAS would start a thread for each processor, which costs more than a small edit: nothing here multiplies
# matrices by it. It reads this when NumPy is loaded, and NumPy is loaded below this package only.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
