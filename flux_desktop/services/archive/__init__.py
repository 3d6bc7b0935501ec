"""A whole tree as one file, for another machine: its pictures, their recipes, references and masks."""

from flux_desktop.services.archive.reading import Imported, import_tree, looks_like_tree
from flux_desktop.services.archive.writing import SUFFIX, export_tree

__all__ = ["SUFFIX", "Imported", "export_tree", "import_tree", "looks_like_tree"]
