"""Cold start to report on the five articles of seeds/alliance: `python tests/bench/bench_cold_start.py [RUNS]`.

Each run is a new process on one core, with an empty home folder that may not be written and no cache of ours. Printed are
the median, the fastest and the slowest run in seconds of wall time,
and beside it runs that find the rules in a cache. The target is a median under 1.5 s.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET_S = 1.5


def pin_to_one_core() -> None:
    """Children inherit it; where the system cannot, the run goes on unpinned."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def run_once(home: Path, *options: str) -> float:
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", "seeds/alliance", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    elapsed_s = time.perf_counter() - started
    if done.returncode != 1:
        raise SystemExit(f"expected exit code 1, got {done.returncode}: {done.stderr.decode()}")
    return elapsed_s


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    pin_to_one_core()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o555)
        seconds = [run_once(home, "--no-cache") for _ in range(runs)]
        left = list(home.iterdir())
        own = Path(folder) / "own"
        own.mkdir(mode=0o700)
        kept = [run_once(own) for _ in range(runs + 1)][1:]
    print(f"factcheck check seeds/alliance, {runs} cold runs on one core: ", end="")
    print(f"median {statistics.median(seconds):.2f} s, fastest {min(seconds):.2f} s, slowest {max(seconds):.2f} s (target {TARGET_S} s)")
    print(f"with the rules kept by an earlier run: median {statistics.median(kept):.2f} s, fastest {min(kept):.2f} s")
    if left:
        print(f"left behind in the home folder: {left}")
    return 0 if statistics.median(seconds) < TARGET_S and not left else 1


if __name__ == "__main__":
    raise SystemExit(main())
