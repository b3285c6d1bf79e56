"""Second stage: articles to segments (headline, body, boilerplate, repeats), and which articles copy one text.

Pure functions of articles; it must not know what claims are.
"""

from factcheck.cleaning.origins import grams, is_copy, origins, origins_of
from factcheck.cleaning.segments import clean
from factcheck.cleaning.wires import wire

__all__ = ["clean", "grams", "is_copy", "origins", "origins_of", "wire"]
