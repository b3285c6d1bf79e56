"""Times our reading of dates beside dateparser's search and, where it is installed, Recognizers-Text.

    python tests/bench/bench_times.py [--rounds 3] [--articles 12] [--warm 60] [--recognizers VENV/bin/python]

All run on one core, in this order again and again, on the same generated articles of about 3.3 KB; CPU time counts, the
best round of each. Recognizers-Text wants old companions, so it lives in a virtual environment of its own
(`pip install recognizers-text-suite "emoji<2"`), whose interpreter is given.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime

from factcheck import find_times

PUBLISHED = datetime(2025, 10, 29)
MONTHS = ("January", "March", "May", "Sept.", "October", "Dec.")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WHEN: tuple[Callable[[random.Random], str], ...] = (
    lambda r: f"on {r.choice(DAYS)}",
    lambda r: f"on {r.choice(DAYS)} night",
    lambda r: f"last {r.choice(DAYS)}",
    lambda r: f"on {r.choice(MONTHS)} {r.randint(1, 28)}",
    lambda r: f"on {r.choice(MONTHS)} {r.randint(1, 28)}, {r.randint(1950, 2026)}",
    lambda r: f"in {r.randint(1950, 2026)}",
    lambda r: f"since {r.choice(MONTHS)}",
    lambda r: f"{r.choice(('two', 'three', 'ten'))} {r.choice(('days', 'weeks', 'months', 'years'))} ago",
    lambda r: f"in the {r.choice(('first', 'third'))} quarter",
    lambda r: f"for the past {r.randint(2, 12)} months",
    lambda r: r.choice(("yesterday", "last week", "next month", "this year", "recently", "early next year", "now")),
    lambda r: f"at {r.randint(1, 12)}:{r.randint(10, 59)} p.m.",
)
FILLER = (
    "The council approved the plan after hearing from residents who had come to the hall with signs and letters.",
    "Officials said the road would stay closed while engineers inspected the bridge and its eastern supports.",
    "The company, which makes pumps for farms, did not say how many of its 2,400 workers would be affected.",
    "A spokeswoman for the ministry declined to comment on the talks, citing the sensitivity of the matter.",
    "The two sides remain far apart on fishing rights, tariffs and the fate of 31 detained sailors.",
    "Rescue crews with dogs searched the rubble of the market, where at least 14 people were hurt.",
)


def articles(count: int, size: int = 3300, seed: int = 1) -> list[str]:
    """Invented articles of about `size` characters with about three expressions of time a KB."""
    chance = random.Random(seed)
    made = []
    for _ in range(count):
        sentences: list[str] = []
        length = 0
        while length < size:
            sentences += [f"It happened {chance.choice(WHEN)(chance)}, witnesses said.", *chance.sample(FILLER, 3)]
            length += sum(len(sentence) + 1 for sentence in sentences[-4:])
        made.append(" ".join(sentences))
    return made


def ours(texts: list[str]) -> int:
    """Hits of this project."""
    return sum(len(find_times(text, published=PUBLISHED)) for text in texts)


def dateparser(texts: list[str]) -> int:
    """Hits of dateparser's search."""
    from dateparser.search import search_dates

    return sum(len(search_dates(text, languages=["en"], settings={"RELATIVE_BASE": PUBLISHED}) or ()) for text in texts)


RECOGNIZERS = """
import json, sys, time, datetime
from recognizers_date_time import recognize_datetime, Culture
base = datetime.datetime(2025, 10, 29)
recognize_datetime("today", Culture.English, reference=base)
for line in sys.stdin:
    started = time.process_time()
    hits = sum(len(recognize_datetime(text, Culture.English, reference=base)) for text in json.loads(line))
    print(json.dumps([time.process_time() - started, hits]), flush=True)
"""


def measure(rounds: int, count: int, warm: int, recognizers: str | None) -> dict[str, tuple[float, int]]:
    """Best CPU seconds and hits by name."""
    best: dict[str, tuple[float, int]] = {}
    worker = subprocess.Popen([recognizers, "-c", RECOGNIZERS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) if recognizers else None

    def keep(name: str, seconds: float, hits: int) -> None:
        if name not in best or seconds < best[name][0]:
            best[name] = (seconds, hits)

    for run in (ours, dateparser):  # both remember what they have read: measure them as they run in a batch
        run(articles(warm, seed=1000))
    for number in range(rounds):
        fresh = articles(count, seed=number + 2)
        for name, run in (("factcheck", ours), ("dateparser search", dateparser)):
            started = time.process_time()
            hits = run(fresh)
            keep(name, time.process_time() - started, hits)
        if worker and worker.stdin and worker.stdout:
            worker.stdin.write(json.dumps(fresh) + "\n")
            worker.stdin.flush()
            seconds, hits = json.loads(worker.stdout.readline())
            keep("Recognizers-Text date-time", seconds, hits)
    if worker and worker.stdin:
        worker.stdin.close()
        worker.wait()
    return best


def by_size() -> list[tuple[int, float]]:
    """KB of one line and CPU microseconds a KB, best of a few."""
    made = []
    for size in (1_000, 4_000, 64_000, 100_000, 10_000_000):
        text = articles(1, size, seed=9)[0]
        seconds = min(_once(text) for _ in range(1 if size > 1_000_000 else 5))
        made.append((size // 1000, seconds / len(text) * 1e6 * 1e3))
    return made


def _once(text: str) -> float:
    started = time.process_time()
    ours([text])
    return time.process_time() - started


def main() -> int:
    """Prints ratios, MB/s and hits, then the cost a KB by size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--articles", type=int, default=12)
    parser.add_argument("--warm", type=int, default=60, help="articles read before the first round")
    parser.add_argument("--recognizers", metavar="PYTHON", help="interpreter of the environment with recognizers-text-suite")
    args = parser.parse_args()
    best = measure(args.rounds, args.articles, args.warm, args.recognizers)
    size = sum(map(len, articles(args.articles)))
    mine = best["factcheck"][0]
    for name, (seconds, hits) in best.items():
        rate, speed = args.articles / seconds, size / seconds / 1e6
        print(f"{name:28} {rate:9.1f} articles/s  {speed:7.3f} MB/s  {hits:5} hits  {seconds / mine:7.1f} times our time")
    for kilobytes, cost in by_size():
        print(f"{kilobytes:7} KB on one line: {cost:6.1f} us/KB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
