"""How fast quantities are read, beside the libraries that people use for it: one core, interleaved rounds, CPU time.

    python tests/bench/bench_quantities.py --peer-python PEERS/bin/python      # against quantulum3 and Recognizers-Text
    python tests/bench/bench_quantities.py --scaling                           # cost per KB from 1 KB to 10 MB, odd inputs

PEERS is a virtual environment of its own: `pip install quantulum3 recognizers-text-suite emoji==1.7`. A peer that
cannot be imported there is named and left out. Every contender reads the same generated articles of 3.3 KB, quantulum3
without its classifier, Recognizers with its number, currency, dimension and age models. Hits are what each one finds,
right or wrong.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable

PEERS = ("quantulum3", "recognizers")
_NAMES = "Mara Lindqvist|Tomas Okafor|Ines Carvalho|Pavel Dvorak|Ruth Amadi|Jonas Weber|Leila Haddad|Oscar Niemi".split("|")
_PLACES = "Karlo|Port Ansel|Vesta Bay|Norrin|the Halden valley|East Merin|Lake Odra|Sankt Veit".split("|")
_PLAIN = (
    "Officials in {place} declined to comment on the report, which has not been made public.",
    "{name}, who leads the inquiry, told reporters that the findings would be sent to parliament.",
    "The ministry had earlier described the situation along the coast as calm but uncertain.",
    "Residents said the road to {place} had been closed since the morning, and that help came late.",
    "A spokesman for the company said it was reviewing the decision and would respond in due course.",
    "Opposition leaders called the plan a mistake and asked for a debate before the summer break.",
    "It was not clear who had ordered the withdrawal, or whether the talks in {place} would go on.",
    "Analysts pointed to weak demand abroad and to a currency that has lost ground since the spring.",
    "The agreement follows months of talks between the two governments and their regional partners.",
)
_FIGURES = (
    "At least {n} people were killed and {m} others injured when a ferry sank near {place}.",
    "The government set aside ${f} billion for repairs, up {p}% from a year earlier.",
    "{name}, {age}, was arrested on {month} {day}, {year}, at about {hour}:{minute} p.m.",
    "Around {k},000 soldiers are stationed in {place}, some {n} kilometres from the border.",
    "Sales rose {p} percent to {f} million euros in the third quarter, the firm said.",
    "The {n}-year-old bridge carries between {k},000 and {l},000 vehicles a day.",
    "More than {k},{c} homes lost power in {year}, and repairs took nearly {m} days.",
    "Call {c}-555-01{minute} or see page {n} of report No. {m}.",
    "The vote was {l}-{n}; two-thirds of members backed the plan for {f} million tonnes of grain.",
)


def article(seed: int, size: int = 3300) -> str:
    """An article of about `size` characters with about four quantities per KB, as news has, the same for the same seed."""
    rng = random.Random(seed)
    sentences: list[str] = []
    length = 0
    while length < size:
        made = rng.choice(_FIGURES if rng.random() < 0.16 else _PLAIN).format(
            name=rng.choice(_NAMES), place=rng.choice(_PLACES), n=rng.randint(11, 60), m=rng.randint(2, 99), k=rng.randint(2, 60),
            l=rng.randint(61, 99), c=rng.randint(100, 999), f=f"{rng.uniform(1, 90):.1f}", p=f"{rng.uniform(0.5, 30):.1f}",
            age=rng.randint(18, 80), hour=rng.randint(1, 12), minute=rng.randint(10, 59), day=rng.randint(1, 28),
            month=rng.choice(("March", "May", "October")), year=rng.randint(1998, 2025),
        )  # fmt: skip
        sentences.append(made + ("\n\n" if rng.random() < 0.3 else " "))
        length += len(sentences[-1])
    return "".join(sentences)


def _ours() -> Callable[[str], int]:
    from factcheck import find_quantities

    return lambda text: len(find_quantities(text))


def _quantulum3() -> Callable[[str], int]:
    from quantulum3 import parser  # type: ignore[import-not-found]

    return lambda text: len(parser.parse(text))


def _recognizers() -> Callable[[str], int]:
    from recognizers_number import recognize_number  # type: ignore[import-not-found]
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension  # type: ignore[import-not-found]

    models = (recognize_number, recognize_currency, recognize_dimension, recognize_age)
    return lambda text: sum(len(model(text, "en-us")) for model in models)


_CONTENDERS = {"factcheck": _ours, "quantulum3": _quantulum3, "recognizers": _recognizers}


def work(name: str) -> None:
    """Answers each line `FIRST LAST` on standard input with the CPU time and hits of reading these articles."""
    try:
        read = _CONTENDERS[name]()
        read(article(-1))
    except Exception as error:  # whatever keeps a peer from running is shown, and the peer left out
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), flush=True)
        return
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        first, last = map(int, line.split())
        texts = [article(seed) for seed in range(first, last)]
        begun = time.process_time()
        hits = sum(map(read, texts))
        seconds = time.process_time() - begun
        print(json.dumps({"seconds": seconds, "hits": hits, "chars": sum(map(len, texts)), "texts": len(texts)}), flush=True)


def compare(peer_python: str | None, rounds: int) -> None:
    """Runs all contenders in turn, round after round, and prints rates and ratios."""
    workers: dict[str, subprocess.Popen[str]] = {}
    for name in _CONTENDERS:
        python = sys.executable if name == "factcheck" else peer_python
        if python is None:
            print(f"SKIPPED {name}: no --peer-python given")
            continue
        worker = subprocess.Popen(
            [python, __file__, "--work", name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        assert worker.stdout is not None
        answer = json.loads(worker.stdout.readline() or '{"error": "it did not start"}')
        if "error" in answer:
            print(f"SKIPPED {name}: {answer['error']}")
            continue
        workers[name] = worker
    articles = {"factcheck": 600, "quantulum3": 4, "recognizers": 4}
    best: dict[str, dict[str, float]] = {}
    for turn in range(rounds):
        for name, worker in workers.items():
            assert worker.stdin is not None
            assert worker.stdout is not None
            first = 1000 * turn
            worker.stdin.write(f"{first} {first + articles[name]}\n")
            worker.stdin.flush()
            made = json.loads(worker.stdout.readline())
            old = best.get(name)
            if old is None or made["seconds"] / made["chars"] < old["seconds"] / old["chars"]:
                best[name] = made
    for worker in workers.values():
        assert worker.stdin is not None
        worker.stdin.close()
        worker.wait()
    ours = best["factcheck"]["seconds"] / best["factcheck"]["chars"]
    print(f"{'':12} {'articles/s':>12} {'MB/s':>8} {'hits/KB':>8} {'ours is':>10}")
    for name, made in best.items():
        cost = made["seconds"] / made["chars"]
        ratio = f"{cost / ours:9.0f}x" if name != "factcheck" else ""
        print(f"{name:12} {made['texts'] / made['seconds']:12.1f} {1e-6 / cost:8.3f} {1000 * made['hits'] / made['chars']:8.2f} {ratio:>10}")


def scaling() -> None:
    """Prints what a KB costs at several sizes of one line, and of inputs made to be slow."""
    read = _ours()
    line = article(7, 70_000).replace("\n", " ")
    text = line * (10_000_000 // len(line) + 1)
    read(line)
    print(f"{'one line of':24} {'us/KB':>8}")
    base = 0.0
    for size in (1_000, 4_000, 64_000, 100_000, 10_000_000):
        pieces = [text[i * size : (i + 1) * size] for i in range(max(1, 400_000 // size))]
        cost = min(_cost(read, pieces) for _ in range(5 if size < 1_000_000 else 1))
        base = cost if size == 4_000 else base
        print(f"{size:>20,} B   {cost:8.1f}" + (f"   {cost / base:.2f} of 4 KB" if base and size != 4_000 else ""))
    for name, piece in (
        ("digits", "7"),
        ("one ", "one "),
        ("1,", "1,"),
        ("twenty-", "twenty-"),
        ("(1) ", "(1) "),
        ("5-", "5-"),
        ("$", "$"),
        ("3 a ", "3 a "),
    ):
        small, large = piece * (64_000 // len(piece)), piece * (1_000_000 // len(piece))
        print(f"{name!r:>20} x n   {min(_cost(read, [small]) for _ in range(3)):8.1f} at 64 KB {_cost(read, [large]):8.1f} at 1 MB")


def _cost(read: Callable[[str], int], pieces: list[str]) -> float:
    begun = time.process_time()
    for piece in pieces:
        read(piece)
    return (time.process_time() - begun) * 1e9 / sum(map(len, pieces))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--peer-python", metavar="PYTHON", help="the interpreter of the environment that holds the peers")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--scaling", action="store_true")
    arguments.add_argument("--work", choices=tuple(_CONTENDERS), help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.work:
        work(given.work)
    elif given.scaling:
        scaling()
    else:
        compare(given.peer_python, given.rounds)
