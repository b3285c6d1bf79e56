"""What a batch of 20 articles costs against stores of 1,000, 10,000 and 100,000 articles of generated news.

    python tests/bench/bench_store.py [--sizes 1000,10000,100000] [--store FILE] [--batches 5]

The store is filled once and grows from size to size; with `--store FILE` a store that a run made before is gone on with.
At each size several batches of 20 articles that follow are checked, and forgotten again. `read` is reading the articles,
`check` everything that is done with the store: looking up, comparing, recording; CPU milliseconds of the batch, median, and
wall-clock beside it. The target: the check of a batch against 100,000 articles costs at most twice that against 1,000.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.news import articles  # noqa: E402

from factcheck.batches import Asked, check_batch  # noqa: E402
from factcheck.batches.check import prepared  # noqa: E402
from factcheck.engines import Outliner  # noqa: E402
from factcheck.model.article import Article  # noqa: E402
from factcheck.packs.loader import load_rules  # noqa: E402
from factcheck.pipeline import Options  # noqa: E402
from factcheck.readers import Inputs  # noqa: E402
from factcheck.stores import Store, open_store  # noqa: E402

BATCH = 20
FILL = 1000  # articles that are recorded at a time while the store is filled


class Desk:
    """Rules made ready once, and the store that they work on."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.rules = load_rules([], reference=False)
        self.outliner = Outliner(self.rules, with_credit=True)

    def check(self, batch: list[Article], keep: bool) -> tuple[float, float, float, int]:
        """CPU ms of reading and of the check, wall-clock ms of the check, and the findings."""
        begun = time.process_time()
        ready = prepared(Inputs(tuple(batch), (), len(batch)), self.rules, self.store, Options(), outliner=self.outliner)
        read, wall = time.process_time(), time.perf_counter()
        report = check_batch(self.store, ready, Asked("2026-01-01T00:00:00Z"))
        if keep:
            self.store.commit()
        spent = time.process_time() - read, time.perf_counter() - wall
        self.store.rollback()
        return 1e3 * (read - begun), 1e3 * spent[0], 1e3 * spent[1], len(report.findings)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--store", default=None)
    parser.add_argument("--batches", type=int, default=5)
    arguments = parser.parse_args()
    sizes = sorted(map(int, arguments.sizes.split(",")))
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or str(Path(folder) / "store.sqlite")
        made = articles(max(sizes) + BATCH * arguments.batches)
        checks = {}
        with open_store(path) as store:
            desk = Desk(store)
            desk.check(made[:BATCH], keep=False)  # nothing is compiled while it is timed
            held = store.number("SELECT count(*) FROM articles")
            for size in sizes:
                begun = time.process_time()
                for at in range(held, size, FILL):
                    desk.check(made[at : min(at + FILL, size)], keep=True)
                filled, held = time.process_time() - begun, max(held, size)
                times = [desk.check(made[at : at + BATCH], keep=False) for at in range(size, size + BATCH * arguments.batches, BATCH)]
                read, check, wall = (statistics.median(column) for column in list(zip(*times, strict=True))[:3])
                checks[size] = check
                disk = Path(path).stat().st_size / 1e6
                print(
                    f"{size:>7,} articles: read {read:.0f} ms, check {check:.0f} ms (wall {wall:.0f}), {sum(t[3] for t in times)} findings; "
                    f"store {disk:.0f} MB, filled in {filled:.0f} s",
                    flush=True,
                )
        print(f"a batch against {max(sizes):,} articles costs {checks[max(sizes)] / checks[min(sizes)]:.2f} times one against {min(sizes):,}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
