"""Batches against a store, on SQLite and on PostgreSQL: what is new, what is known, what was corrected, and what the store was."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from bench.news import generate

from factcheck.stores import open_store
from factcheck.stores.findings import kept_findings
from stores.desk import article, at_once, check, essence, told

JAN = article("jan", "2031-01-05", "Some 3,400 US troops are stationed in Norway, a committee heard.", "Fjord Daily")
FEB = article("feb", "2031-02-09", "It was a quiet week. About 5,100 US troops are stationed in Norway.", "Skerry Wire")
MAR = article("mar", "2031-03-01", "Some 3,400 US troops are stationed in Norway, the minister said in Bergen.", "Bryggen Post")
OTHER = article("other", "2031-03-02", "The bridge over the sound has a length of 1,200 metres.", "Sund News")
FEB_AGAIN = article(
    "feb", "2031-02-10", "It was a quiet week. Some 3,400 US troops are stationed in Norway. An earlier version was wrong.", "Skerry Wire"
)
COPY = article("copy", "2031-02-12", "About 5,100 US troops are stationed in Norway, an aide told the Holm Herald.", "Holm Herald")
COUNT = 130  # articles of generated news
CONFLICT = ("conflict", "disjoint_values", "stationed_personnel", ("Some 3,400", "About 5,100"))


def test_a_conflict_with_an_earlier_batch_is_new_once(place: str) -> None:
    with open_store(place) as store:
        assert told(check(store, [JAN])) == []
        assert told(check(store, [FEB])) == [(*CONFLICT, "new")]
        assert told(check(store, [OTHER])) == []
        assert told(check(store, [MAR])) == [(*CONFLICT, "known")]


def test_the_report_has_the_articles_of_the_batch_and_those_that_its_findings_name(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, OTHER], "2031-01-06T08:00:00Z")
        report = check(store, [FEB])
    assert [(a.id, a.publisher, a.recorded) for a in report.articles] == [
        ("feb", "Skerry Wire", None),
        ("jan", "Fjord Daily", "2031-01-06T08:00:00Z"),
    ]
    assert [(c.article, c.text, c.sentence) for c in report.claims] == [
        ("feb", "About 5,100", "About 5,100 US troops are stationed in Norway."),
        ("jan", "Some 3,400", "Some 3,400 US troops are stationed in Norway, a committee heard."),
    ]


def test_the_same_batch_twice_changes_nothing(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN])
        check(store, [FEB])
        before = [
            store.db.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("articles", "claims", "links", "placements", "findings", "terms")
        ]
        again = check(store, [FEB])
        after = [
            store.db.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("articles", "claims", "links", "placements", "findings", "terms")
        ]
        assert told(again) == [(*CONFLICT, "known")]
        assert before == after
        assert store.number("SELECT count(*) FROM batches") == 2


def test_a_file_name_alone_makes_no_new_version(place: str) -> None:
    one = article("report", "2031-01-05", JAN.text, explicit=False)
    two = article("report", "2031-02-09", FEB.text, explicit=False)
    with open_store(place) as store:
        check(store, [one])
        report = check(store, [two])
        assert [a.id for a in report.articles] == ["report#2", "report"]
        assert told(report) == [(*CONFLICT, "new")]
        assert told(check(store, [two])) == [(*CONFLICT, "known")]
        assert store.number("SELECT count(*) FROM articles") == 2


def test_a_corrected_article_supersedes_its_old_version_and_names_who_still_carries_the_old_figure(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        check(store, [COPY])
        report = check(store, [FEB_AGAIN])
        revision = next(f for f in report.findings if f.reason == "revision")
        assert [(v.display, v.articles) for v in revision.values] == [("About 5,100", ("feb#v1", "copy")), ("Some 3,400", ("feb",))]
        assert revision.explanation.endswith("The old figure still stands in 1 article: copy.")
        conflict = next(f for f in report.findings if f.verdict == "conflict")
        assert [(v.display, v.articles) for v in conflict.values] == [("Some 3,400", ("jan", "feb")), ("About 5,100", ("copy",))]


def test_claims_of_a_superseded_version_do_not_count(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        check(store, [FEB_AGAIN])
        assert [t[:2] for t in told(check(store, [MAR]))] == [("agree", "same_value")]
        assert store.db.rows("SELECT article, old_version, new_version FROM corrections") == [("feb", 1, 2)]


def test_an_old_version_that_is_read_again_changes_nothing(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        check(store, [FEB_AGAIN])
        check(store, [FEB])
        assert store.db.rows("SELECT name, version, superseded_by IS NULL FROM articles ORDER BY id") in (
            [("jan", 1, 1), ("feb", 1, 0), ("feb", 2, 1)],
            [("jan", 1, True), ("feb", 1, False), ("feb", 2, True)],
        )


def test_a_version_that_is_older_by_its_date_comes_too_late(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB_AGAIN])
        report = check(store, [FEB])
        assert [d.message for d in report.diagnostics] == [
            '"feb" is older than the version that the store has; it is kept, and its claims do not count'
        ]
        assert [t[:2] for t in told(check(store, [MAR]))] == [("agree", "same_value")]


def test_one_url_is_one_article(place: str) -> None:
    one = article("a", "2031-02-09", FEB.text, url="https://skerry.example/5", explicit=False)
    two = article("b", "2031-02-10", FEB_AGAIN.text, url="https://skerry.example/5", explicit=False)
    with open_store(place) as store:
        check(store, [one])
        report = check(store, [two])
    assert [(f.reason, [v.articles for v in f.values]) for f in report.findings] == [("revision", [("a#v1",), ("a",)])]


def test_as_of_a_day_the_store_answers_as_it_stood(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN], "2031-01-06T08:00:00Z")
        check(store, [FEB], "2031-02-10T08:00:00Z")
        check(store, [FEB_AGAIN], "2031-02-11T08:00:00Z")
        assert [t[:2] for t in told(check(store, [MAR], as_of="2031-01-31T23:59:59Z", keep=False))] == [("agree", "same_value")]
        assert [t[:2] for t in told(check(store, [MAR], as_of="2031-02-10T23:59:59Z", keep=False))] == [("conflict", "disjoint_values")]
        assert [t[:2] for t in told(check(store, [MAR], as_of="2031-02-11T23:59:59Z", keep=False))] == [("agree", "same_value")]
        assert store.number("SELECT count(*) FROM articles") == 3


def test_as_of_a_day_before_they_came_articles_are_looked_at_as_new(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN], "2031-01-06T08:00:00Z")
        check(store, [FEB, OTHER], "2031-02-10T08:00:00Z")
        check(store, [FEB_AGAIN], "2031-02-11T08:00:00Z")
        told_then = told(check(store, [FEB_AGAIN, OTHER], as_of="2031-01-31T23:59:59Z", keep=False))
        assert [t[:2] for t in told_then] == [("agree", "same_value")]
        assert told(check(store, [FEB_AGAIN], as_of="2031-02-10T23:59:59Z", keep=False))  # its first version had come
        assert store.number("SELECT count(*) FROM articles") == 4


def test_since_a_day_what_came_then_counts_as_new(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN], "2031-01-06T08:00:00Z")
        check(store, [FEB], "2031-02-10T08:00:00Z")
        assert told(check(store, [OTHER], "2031-03-02T08:00:00Z", since="2031-02-01T00:00:00Z", keep=False)) == [(*CONFLICT, "new")]
        assert told(check(store, [OTHER], "2031-03-02T08:00:00Z", since="2031-03-01T00:00:00Z", keep=False)) == []


def test_three_times_are_kept_apart(place: str) -> None:
    past = article("past", "2031-03-05", "In May 2030, about 2,000 US troops were stationed in Norway.", "Fjord Daily")
    with open_store(place) as store:
        check(store, [past], "2031-03-06T08:00:00Z")
        row = store.db.rows("SELECT valid_first, valid_last, published, recorded FROM who_said_what WHERE attribute = 'stationed_personnel'")
    assert row == [("2030-05-01", "2030-05-31", "2031-03-05", "2031-03-06T08:00:00Z")]


def test_sql_answers_who_said_what(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        rows = store.db.rows("SELECT publisher, value, article, line FROM who_said_what WHERE subject LIKE '%Norway%' ORDER BY publisher")
        assert rows == [("Fjord Daily", "Some 3,400", "jan", 1), ("Skerry Wire", "About 5,100", "feb", 1)]
        assert store.db.rows("SELECT verdict, reason, attribute FROM open_findings") == [("conflict", "disjoint_values", "stationed_personnel")]
        assert sorted(store.db.rows("SELECT side, value, publisher FROM sides")) == [
            (0, "Some 3,400", "Fjord Daily"),
            (1, "About 5,100", "Skerry Wire"),
        ]


@cache
def wanted() -> frozenset[object]:
    """What one run says of the generated news."""
    return frozenset(essence(finding) for finding in at_once(generate(COUNT).articles).findings if finding.verdict != "not_comparable")


@pytest.mark.slow
@pytest.mark.parametrize("size", [17, 60])
def test_batches_say_what_one_run_over_all_says_and_flag_a_conflict_once(tmp_path: Path, size: int) -> None:
    made = generate(COUNT).articles
    flagged: list[str] = []
    with open_store(str(tmp_path / "desk.sqlite")) as store:
        for at in range(0, len(made), size):
            flagged += [f.id for f in check(store, made[at : at + size]).findings if f.status == "new" and f.verdict == "conflict"]
        store.look()
        kept = {essence(one.finding) for one in kept_findings(store)}
    assert len(wanted()) > 80
    assert kept == wanted()
    assert len(flagged) > 8
    assert len(flagged) == len(set(flagged))
