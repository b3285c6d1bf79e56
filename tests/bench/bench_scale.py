"""How stories and comparison grow from 1,000 to 50,000 generated articles, and what the whole extraction gives a second.

    python tests/bench/bench_scale.py [--sizes 1000,10000,50000]     # about four minutes and 2 GB for the default
    python tests/bench/bench_scale.py --extraction                    # articles/s of 3.3 KB, best of five rounds

CPU time of one process; rules without reference facts. `ms` are milliseconds an article. Memory is what the process
holds at the end, less what it held with the articles made and none of them read. The targets: stories at most 0.5 ms an article,
comparison at least 100,000 claims a second, both linear; extraction at least 1,000 articles a second. `told` is what it takes on top
to write what the findings tell, which the program does when somebody looks at them.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.news import articles  # noqa: E402

from factcheck import comparison  # noqa: E402
from factcheck.cleaning import clean, grams, origins_of, wire  # noqa: E402
from factcheck.engines.outliner import TOGETHER  # noqa: E402
from factcheck.extraction.reading import Extractor  # noqa: E402
from factcheck.model.claim import Claim  # noqa: E402
from factcheck.model.outline import Terms  # noqa: E402
from factcheck.model.setting import Dating, Setting  # noqa: E402
from factcheck.packs.loader import load_rules  # noqa: E402
from factcheck.pipeline import link  # noqa: E402
from factcheck.resolution import Book, date_article, national_names, resolve  # noqa: E402
from factcheck.stories import stories, terms_of  # noqa: E402

T = TypeVar("T")
WARM = 40


class Clock:
    """CPU seconds by stage."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def time(self, stage: str, work: Callable[[], T]) -> T:
        begun = time.process_time()
        done = work()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + time.process_time() - begun
        return done


def memory_mb() -> float:
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def run(count: int, extractor: WarmExtractor) -> tuple[dict[str, float], int, int, float]:
    """Seconds by stage, claims, findings and MB for so many articles. As in the pipeline, nothing of a text is held once it was read."""
    rules, clock = extractor.engine_rules, Clock()
    made = articles(count)
    gc.collect()
    before = memory_mb()
    book = Book(rules)
    settings: dict[str, Setting] = {}
    claims: list[Claim] = []
    terms: dict[str, Terms] = {}
    marks: dict[str, tuple[int, ...]] = {}
    datings: dict[str, Dating] = {}
    for at in range(0, count, TOGETHER):  # each stage over some articles before the next, as the program reads
        some = made[at : at + TOGETHER]
        cleaned = clock.time("clean", lambda some=some: [clean(article) for article in some])
        pairs = list(zip(some, cleaned, strict=True))
        copies = clock.time("origins", lambda pairs=pairs: [tuple(sorted(grams(*pair))) for pair in pairs])
        readings = clock.time("extract", lambda pairs=pairs: extractor.read_all(pairs))
        dated = clock.time("date", lambda readings=readings: [date_article(reading, book) for reading in readings])
        told = list(zip(readings, dated, strict=True))
        resolved = clock.time("resolve", lambda told=told: [resolve(reading, held, dating, book) for reading, (dating, held) in told])
        about = clock.time(
            "stories",
            lambda told=told, some=resolved: [
                terms_of(reading, national_names(held), made) for (reading, (_, held)), made in zip(told, some, strict=True)
            ],
        )
        claims += [claim for one in resolved for claim in one]
        for article, copy, (dating, _), term in zip(some, copies, dated, about, strict=True):
            marks[article.id], datings[article.id], terms[article.id] = copy, dating, term
    gc.collect()
    texts = {article.id: article for article in made}
    origin = clock.time("origins", lambda: origins_of(marks, lambda name: wire(texts[name])))
    story = clock.time("stories", lambda: stories(terms, [dating.interval for dating in datings.values()]))
    for article in made:
        settings[article.id] = Setting(article.id, datings[article.id], origin[article.id], story[article.id], article.publisher, article.version_of)
    linked = clock.time("link", lambda: link(claims, settings, rules))
    attributes = {attribute.rule: attribute for attribute in rules.attributes}
    found = clock.time("compare", lambda: comparison.compare(linked.claims, settings, attributes, rules.given_names, comparison.convert))
    clock.time("told", lambda: [(finding.values, finding.relations, finding.explanation) for finding in found.findings])
    return clock.seconds, len(claims), len(found.findings), memory_mb() - before


def extraction(extractor: Extractor, rounds: int = 5, count: int = 300) -> float:
    """Articles of 3.3 KB a second of cleaning and reading, as many together as the program reads, the best of some rounds of fresh articles."""
    best = 0.0
    made = articles(count * rounds, seed=7, size=3300)
    for turn in range(rounds):
        part = made[turn * count : (turn + 1) * count]
        begun = time.process_time()
        for at in range(0, count, TOGETHER):
            extractor.read_all([(article, clean(article)) for article in part[at : at + TOGETHER]])
        best = max(best, count / (time.process_time() - begun))
    return best


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1000,10000,50000")
    parser.add_argument("--extraction", action="store_true", help="only the articles a second of the extraction")
    arguments = parser.parse_args()
    extractor = WarmExtractor()
    print(f"extraction: {extraction(extractor):.0f} articles of 3.3 KB a second (target 1,000)")
    if arguments.extraction:
        return 0
    rows = {}
    for size in map(int, arguments.sizes.split(",")):
        seconds, claims, findings, held = run(size, extractor)
        rows[size] = seconds
        per_stage = "  ".join(f"{stage} {1e3 * spent / size:.3f}" for stage, spent in seconds.items())
        print(f"{size:>7,} articles  ms: {per_stage}", flush=True)
        compared, told = claims / seconds["compare"], claims / (seconds["compare"] + seconds["told"])
        print(f"{'':16}  {claims:,} claims, {findings:,} findings, {1e3 * held / size:.0f} KB an article")
        print(f"{'':16}  {compared:,.0f} claims/s compared, {told:,.0f} with all that is told of them", flush=True)
    small, large = min(rows), max(rows)
    for stage in rows[small]:
        growth = rows[large][stage] / large / (rows[small][stage] / small or 1)
        print(f"{stage:8} costs an article of {large:,} {growth:.2f} times what it costs one of {small:,}")
    return 0


class WarmExtractor(Extractor):
    """An extractor of all packs that has read some articles, so that nothing is compiled while it is timed."""

    def __init__(self) -> None:
        self.engine_rules = load_rules([], reference=False)
        super().__init__(self.engine_rules)
        for article in articles(WARM, seed=99):
            self.read(article, clean(article))


if __name__ == "__main__":
    raise SystemExit(main())
