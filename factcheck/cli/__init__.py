"""The command line: arguments go in, data on standard output, everything else on standard error, an exit code.

One file a command; `group.py` finds it when it is asked for, so that `factcheck --help` loads none of them.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence


def main(args: Sequence[str] | None = None) -> int:
    """Run one command line (default: that of the process) and give its exit code."""
    gc.set_threshold(100_000, 50, 50)  # a run makes many small objects and few cycles; the default looks for them all the time
    try:
        from factcheck.cli.exits import run

        return run(args)
    except KeyboardInterrupt:  # before the command began, or while it ended
        return 130
