"""The gated frame engine beside the same rules run one by one with `re`, and 320 rules beside 40.

    python tests/bench/bench_frames.py [--articles 300] [--rounds 5] [--size 3300]

CPU time of one process, interleaved rounds on the same masked articles, the best of each. The drafts of both ways are
compared and must be equal. Rules are those of the packs, made-up ones of which one in ten has the vocabulary of the
articles, and ones with words that no article has. The targets: gated at least 10 times as fast, 320 rules in at most twice
the time of 40, and frames whose words are never met next to nothing.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from bench.dice import Dice  # noqa: E402
from bench.news import articles  # noqa: E402

from factcheck.cleaning import clean  # noqa: E402
from factcheck.extraction.coding import CodedLine, Compiled  # noqa: E402
from factcheck.extraction.engine import FrameEngine, Hit  # noqa: E402
from factcheck.extraction.masking import Masked  # noqa: E402
from factcheck.extraction.reading import Extractor  # noqa: E402
from factcheck.model.reading import Draft  # noqa: E402
from factcheck.packs.frames import Frame, parse  # noqa: E402
from factcheck.packs.loader import load_rules  # noqa: E402
from factcheck.packs.patterns import compile_frame  # noqa: E402
from factcheck.packs.rulebook import Attribute, FrameRule, RuleBook  # noqa: E402

NOUNS = """goals|bridges|tractors|licences|seats|patients|cattle|turbines|barrels|satellites|petitions|loans|statues|passengers|vaccines|medals
libraries|submarines|wells|orchards|tickets|drones|acres|passports|paintings|engines|recipes|beacons|parcels|violins""".replace("\n", "|").split("|")
VERBS = """delivered|inspected|sold|registered|opened|repaired|stolen|exported|counted|insured|planted|issued|ordered|seized|auctioned
recalled|launched|tested|donated|mapped""".replace("\n", "|").split("|")
OF_THE_NEWS = (
    "{count} homes were (destroyed|ruined)",
    "(evacuated|moved) {count} residents",
    "{count} residents were (evacuated|moved) from ...2",
    "won {count} votes",
    "(employs|has) {count} workers in {name}",
    "(sent|needed) {count} [police] officers",
    "{count} (spectators|fans) (watched|came)",
    "{count} firefighters (fought|battled) the (flames|blaze)",
)
FORMS = (
    "{count} NOUN ...3 (was|were|have been) [already|also] VERB*",
    "(VERB|to VERB) ...4 {count} [more] NOUN*",
    "{place} ...6 VERB {count} NOUN",
    "number of NOUN [VERB] ...5 (rose|fell|climbed|dropped|came) to {count}",
    "{person}, ...8, VERB {count} ...2 NOUN",
    "{count} of the [other] NOUN [that] (were|are|will be) VERB",
)


class NaiveEngine(FrameEngine):
    """Runs each rule over each whole text, as a regular expression over its words."""

    def pattern(self, frame: Frame, captured: frozenset[str] = frozenset()) -> Compiled:
        key = (frame.text, captured)
        if key not in self._compiled:
            self._compiled[key] = Compiled(compile_frame(frame, self._lexicons, captured), is_coded=False)
        return self._compiled[key]

    def _hits(self, masked: Masked) -> Iterator[tuple[Hit, Masked]]:
        grouped, in_groups = masked, masked.text
        if any(rule.reads_people for rule in self.rules):
            starts = accumulate((len(line) + 1 for line in masked.text.split("\n")), initial=0)
            lines = [CodedLine(line, start, self._codes) for line, start in zip(masked.text.split("\n"), starts, strict=False)]
            grouped, lines = self._people.grouped(masked, lines)
            in_groups = "\n".join(line.text for line in lines)
        for rule in self.rules:
            text, found_in = (grouped, in_groups) if rule.reads_people else (masked, masked.text)
            compiled = self.pattern(rule.frame.frame, rule.captured)
            whole = CodedLine(found_in, 0, self._codes)
            for match in compiled.finditer(whole):
                start = found_in.rfind("\n", 0, match.start()) + 1
                line = CodedLine(found_in[start : found_in.index("\n", match.end() - 1)], start, self._codes)
                yield from ((hit, text) for hit in self._matches(rule, line, text) if hit.start == match.start())


class Recorder:
    """Stands in for an extractor's engine and keeps what it is given."""

    def __init__(self, engine: FrameEngine) -> None:
        self.engine = engine
        self.kept: list[Masked] = []

    def drafts(self, masked: Masked) -> list[Draft]:
        self.kept.append(masked)
        return self.engine.drafts(masked)


def masked_articles(rules: RuleBook, count: int, size: int) -> list[Masked]:
    extractor = Extractor(rules)
    recorder = Recorder(extractor.engine)
    extractor.engine = recorder  # type: ignore[assignment]
    for article in articles(count, size=size):
        extractor.read(replace(article, title=None), clean(article))
    return recorder.kept


def made_up(rules: RuleBook, count: int) -> RuleBook:
    """A book with so many frames, each an attribute of its own, one in ten with words of the generated news."""
    base = next(
        a for a in rules.attributes if a.kind == "count" and a.frames and not any(k in ("group", "part") for f in a.frames for _, k in f.frame.roles)
    )
    dice = Dice("frames")
    made = []
    for number in range(count):
        text = FORMS[number % len(FORMS)].replace("NOUN", dice.pick(NOUNS)).replace("VERB", dice.pick(VERBS))
        if number % 10 == 0:
            text = OF_THE_NEWS[number // 10 % len(OF_THE_NEWS)]
        made.append(replace(base, pack="made", name=f"r{number}", frames=(FrameRule(parse(text)),)))
    return replace(rules, attributes=tuple(made), needs=())


def unheard(rules: RuleBook, count: int) -> list[Attribute]:
    """So many frames with nouns and verbs that nobody uses."""
    base = next(a for a in rules.attributes if a.kind == "count" and a.frames)
    texts = (
        form.replace("NOUN", f"nurn{number % 97}").replace("VERB", f"virb{number}") for number, form in zip(range(count), cycle(FORMS), strict=False)
    )
    return [replace(base, pack="unheard", name=f"r{number}", frames=(FrameRule(parse(text)),)) for number, text in enumerate(texts)]


def best_of(engines: Sequence[FrameEngine], texts: Sequence[Masked], rounds: int) -> tuple[list[float], int]:
    """The best CPU seconds of each engine in interleaved rounds; all must give the same drafts where they have the same rules."""
    best = [float("inf")] * len(engines)
    hits = 0
    first: list[list[Draft]] = []
    for turn in range(rounds + 1):  # the first round compiles
        for number, engine in enumerate(engines):
            begun = time.process_time()
            found = [engine.drafts(text) for text in texts]
            spent = time.process_time() - begun
            if turn:
                best[number] = min(best[number], spent)
            elif number and engine.rules == engines[0].rules and found != first:
                raise SystemExit("the gated engine and the naive one differ")
            if not number:
                first, hits = found, sum(map(len, found))
    return best, hits


def compare(name: str, rules: RuleBook, texts: Sequence[Masked], rounds: int) -> None:
    (gated, naive), hits = best_of((FrameEngine(rules), NaiveEngine(rules)), texts, rounds)
    frames = sum(len(attribute.frames) for attribute in rules.attributes)
    rates = f"gated {len(texts) / gated:8,.0f} articles/s  naive {len(texts) / naive:7,.0f}  {naive / gated:5.1f} times"
    print(f"{name:20} {frames:4} rules  {rates}  {hits} hits, identical", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", type=int, default=3300)
    arguments = parser.parse_args()
    rules = load_rules([], reference=False)
    texts = masked_articles(rules, arguments.articles, arguments.size)
    few, many = made_up(rules, 40), made_up(rules, 320)
    compare("rules of the packs", rules, texts, arguments.rounds)
    compare("made-up rules", few, texts, arguments.rounds)
    compare("made-up rules", many, texts, arguments.rounds)
    (of_few, of_many), _ = best_of((FrameEngine(few), FrameEngine(many)), texts, arguments.rounds)
    print(f"320 rules cost {of_many / of_few:.2f} times what 40 cost (target at most 2)")
    frames = sum(len(attribute.frames) for attribute in rules.attributes)
    foreign = replace(rules, attributes=(*rules.attributes, *unheard(rules, 9 * frames)), needs=())
    (of_own, of_all), _ = best_of((FrameEngine(rules), FrameEngine(foreign)), texts, arguments.rounds)
    print(f"ten times the frames of the packs, nine in ten with words never met, cost {of_all / of_own:.2f} times what those of the packs cost")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
