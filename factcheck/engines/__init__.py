"""Where articles are read: in this process, or in several. Articles go in, their outlines come out in the same order."""

from factcheck.engines.outliner import Outliner, is_english
from factcheck.engines.processes import outlines

__all__ = ["Outliner", "is_english", "outlines"]
