"""The hash by which code scanning knows a line again after lines above it were added: `primaryLocationLineHash` of SARIF.

The text of a file goes in, a hash a line comes out. The same arithmetic as in GitHub's upload action, so that results keep
their identity whoever adds the hashes: a rolling hash, modulo 2**64 and to the base 37, over the 100 UTF-16 code units from the
beginning of the line on, without spaces, tabs and carriage returns; behind it, how many lines before had the same.
"""

from __future__ import annotations

import struct
from collections import Counter

BLOCK = 100
BASE = 37
WORD = (1 << 64) - 1
END = 65535  # stands for the end of the file
_FIRST = pow(BASE, BLOCK, 1 << 64)


def line_hashes(text: str) -> tuple[str, ...]:
    """The hash of each line, the first line first.

    >>> line_hashes("x = 2\\nx = 1\\n")
    ('1b35a3a44f3e5a40:1', '8e00d41f0ebba6bf:1', 'c129715d7a2bc9a3:1')
    """
    data = text.encode("utf-16-le", "surrogatepass")
    units = struct.unpack(f"<{len(data) // 2}H", data)
    window = [0] * BLOCK
    starts = [False] * BLOCK
    at = hashed = 0
    is_start, after_cr = True, False
    seen: Counter[str] = Counter()
    found: list[str] = []

    def tell() -> None:
        name = f"{hashed:x}"
        seen[name] += 1
        found.append(f"{name}:{seen[name]}")
        starts[at] = False

    for unit in (*units, END):
        if unit in (32, 9) or (after_cr and unit == 10):
            after_cr = False
            continue
        after_cr = unit == 13
        if after_cr:
            unit = 10
        if starts[at]:
            tell()
        starts[at], is_start = is_start, unit == 10
        hashed = (BASE * hashed + unit - _FIRST * window[at]) & WORD
        window[at] = unit
        at = (at + 1) % BLOCK
    for _ in range(BLOCK):
        if starts[at]:
            tell()
        hashed = (BASE * hashed - _FIRST * window[at]) & WORD
        window[at] = 0
        at = (at + 1) % BLOCK
    return tuple(found)
