"""How large an HTML report of many findings is, and how long it takes to write; run as `python tests/bench/bench_html.py [FINDINGS]`.

The findings are made up: two or three values each, quotes of usual length with the sentences around, as the pipeline gives them.
"""

from __future__ import annotations

import random
import sys
import time

from factcheck.model.finding import DistinctValue, Finding, Relation
from factcheck.model.report import Report, ReportArticle, ReportClaim, ReportValue
from factcheck.reporters import View
from factcheck.reporters.html import render

WORDS = (
    "the ministry said on Tuesday that engineers had counted again after a night of rain and the harbour was closed to larger ships while "
    "officials from three towns met to agree on a plan for repairs before winter"
).split()
VERDICTS = (("conflict", "disjoint_values", "error"), ("time_dependent", "state_change", "note"), ("agree", "same_value", "none"))
PLACES = ("Ruritania", "Zenda", "Strelsau", "Graustark", "Syldavia", "Borduria")


def many(number: int, seed: int = 7) -> Report:
    """A report of that many findings on a fifth as many articles."""
    dice = random.Random(seed)

    def words(count: int) -> str:
        return " ".join(dice.choice(WORDS) for _ in range(count)).capitalize() + "."

    articles = tuple(
        ReportArticle(
            f"a{at}", f"news/2031-{at % 12 + 1:02d}/{dice.choice(PLACES).lower()}-harbour-{at}.txt", words(8),
            f"{dice.choice(PLACES)} Post {at % 40}",
            f"2031-{at % 12 + 1:02d}-{at % 27 + 1:02d}", None, (), f"o{at // 2 if at % 10 == 0 else at}", None, f"https://news.example/{at}",
        )
        for at in range(max(6, number // 5))
    )  # fmt: skip
    claims: list[ReportClaim] = []
    findings: list[Finding] = []
    for at in range(number):
        verdict, reason, severity = VERDICTS[at % 3]
        place = dice.choice(PLACES)
        subject, attribute = f"soldiers of {place} in the {at}th valley", f"attribute_{at % 30}"
        values = []
        for which in range(1 if verdict == "agree" else 2 + (at % 5 == 0)):
            names, sources = [], []
            for _ in range(2 if verdict == "agree" or which == 0 else 1):
                article = dice.choice(articles)
                point = 1000 + 300 * which + at
                shown = f"about {point:,}"
                sentence = f"{words(9)[:-1]} and {shown} soldiers of {place} {words(10)}"
                start = sentence.index(shown)
                names.append(f"c{len(claims)}")
                sources.append(article.id)
                value = ReportValue(shown, str(point), str(point - 50), str(point + 50), "person", "~")
                line, column = at % 40 + 1, dice.randrange(1, 90)
                claims.append(
                    ReportClaim(
                        f"c{len(claims)}", article.id, "count", subject, attribute, {"place": place}, "asserted", None, article.published, value,
                        shown, "text", 500 + start, 500 + start + len(shown), line, column,
                        sentence, "military.stationed_personnel", line, "", "", 500,
                        words(22), words(22),
                    )
                )  # fmt: skip
            values.append(DistinctValue(shown, tuple(names), tuple(dict.fromkeys(sources)), len(set(sources))))
        relations = tuple(
            Relation(0, other, verdict, reason, f"{values[0].display} against {values[other].display}: the intervals do not meet (200 apart)", False,
                     (), "one counts reserves, or the other is of another year")  # type: ignore[arg-type]
            for other in range(1, len(values))
        )  # fmt: skip
        said = " against ".join(value.display for value in values)
        findings.append(
            Finding(
                f"{dice.getrandbits(64):016x}", verdict, reason, severity, subject, attribute, {"place": place}, tuple(values), relations,  # type: ignore[arg-type]
                f"{said}: the intervals do not meet (200 apart). 2 origins say {values[0].display}.", question="With or without reserves?",
            )
        )  # fmt: skip
    return Report(articles, tuple(claims), tuple(findings), (), {"different_event": number})


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    report = many(number)
    start = time.perf_counter()
    pages = render.pages(report, View(), "report.html")
    taken = time.perf_counter() - start
    for name, text in pages.items():
        print(f"{name:<28} {len(text.encode()) / 1e6:6.2f} MB")
    print(f"{number:,} findings, {len(report.claims):,} claims: {len(pages)} page{'s' if len(pages) > 1 else ''} in {taken:.2f} s")


if __name__ == "__main__":
    main()
