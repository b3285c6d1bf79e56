"""Looking after a store: what is in it, copies of it, taking old articles out, and what people decided."""

from __future__ import annotations

import pytest
from bench.news import articles

from factcheck.errors import UsageError
from factcheck.model.decision import Decision
from factcheck.stores import claims, open_store
from factcheck.stores.decisions import decide, decisions_on, tallies, undo
from factcheck.stores.findings import kept_findings
from factcheck.stores.transfer import export, take_in
from factcheck.stores.upkeep import info, prune, verify
from stores.desk import article, check, essence, told

JAN = article("jan", "2031-01-05", "Some 3,400 US troops are stationed in Norway, a committee heard.", "Fjord Daily")
FEB = article("feb", "2031-02-09", "It was a quiet week. About 5,100 US troops are stationed in Norway.", "Skerry Wire")
FEB_AGAIN = article("feb", "2031-02-10", "It was a quiet week. Some 3,400 US troops are stationed in Norway.", "Skerry Wire")
MAR = article("mar", "2031-03-01", "Some 3,400 US troops are stationed in Norway, the minister said in Bergen.", "Bryggen Post")


def test_a_store_says_what_is_in_it(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB], "2031-02-10T08:00:00Z")
        check(store, [FEB_AGAIN], "2031-02-11T08:00:00Z")
        store.look()
        found = info(store)
    assert (found.batches, found.articles, found.superseded, found.claims, found.subjects) == (2, 2, 1, 2, 1)
    assert (found.first_recorded, found.last_recorded) == ("2031-02-10T08:00:00Z", "2031-02-11T08:00:00Z")
    assert (found.first_published, found.last_published) == ("2031-01-05", "2031-02-10")
    assert found.findings == (("agree", 1), ("time_dependent", 1))


def test_a_store_holds_together_after_every_batch(place: str) -> None:
    made = articles(60)
    with open_store(place) as store:
        for at in range(0, 60, 20):
            check(store, made[at : at + 20])
            store.look()
            assert verify(store) == []
            store.rollback()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        ("DELETE FROM placements", "articles without a place in a story or origin: jan, feb"),
        ("DELETE FROM links", "claims without a subject: "),
        ("UPDATE terms SET documents = documents + 1", "words counted wrongly, so that stories may be joined or parted wrongly: "),
        ("DELETE FROM finding_claims", "findings without claims: "),
    ],
)
def test_what_does_not_hold_together_is_told(place: str, harm: str, said: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        store.begin()
        store.db.run(harm)
        assert any(line.startswith(said) for line in verify(store))


def test_an_export_is_the_store(place: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_store(place) as store:
        check(store, [*articles(20), JAN, FEB])
        check(store, [FEB_AGAIN])
        store.look()
        lines = list(export(store))
    with open_store(str(tmp_path_factory.mktemp("copy") / "copy.sqlite")) as copy:
        copy.begin()
        take_in(copy, lines, "desk.jsonl")
        copy.commit()
        copy.look()
        assert list(export(copy)) == lines
        assert verify(copy) == []
        copy.rollback()
        assert [t[:2] for t in told(check(copy, [MAR]))] == [("agree", "same_value")]


def test_an_export_of_sqlite_fills_a_server_and_comes_back(postgres: object, tmp_path: object) -> None:
    with open_store(f"{tmp_path}/desk.sqlite") as store:
        check(store, [*articles(20), JAN, FEB])
        store.look()
        lines = list(export(store))
    with open_store(postgres.new_store()) as copy:  # type: ignore[attr-defined]
        copy.begin()
        take_in(copy, lines, "desk.jsonl")
        copy.commit()
        copy.look()
        assert list(export(copy)) == lines


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "e.jsonl: empty, no factcheck-store/1"),
        (["{"], "e.jsonl:1: not JSON"),
        (['{"format": "other/1"}'], 'e.jsonl:1: expected {"format": "factcheck-store/1"'),
        (['{"format": "factcheck-store/1", "schema": 99}'], "e.jsonl:1: of schema 99"),
        (['{"format": "factcheck-store/1", "schema": 1}', '{"table": "loaves"}'], "e.jsonl:2: not a row of a store of this version"),
    ],
)
def test_what_is_no_export_is_told_with_its_line(tmp_path: object, lines: list[str], said: str) -> None:
    with open_store(f"{tmp_path}/desk.sqlite") as store:
        store.begin()
        with pytest.raises(UsageError) as error:
            take_in(store, lines, "e.jsonl")
    assert str(error.value).startswith(said)


def test_a_store_with_batches_takes_no_import(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN])
        store.begin()
        with pytest.raises(UsageError, match="has batches already; import into a new store"):
            take_in(store, ['{"format": "factcheck-store/1", "schema": 1}'], "e.jsonl")


def test_pruned_articles_are_compared_no_more_and_what_was_told_stays_known(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN])
        check(store, [FEB])
        store.begin()
        gone = prune(store, "2031-02-01")
        store.commit()
        assert (gone.articles, gone.claims, gone.findings) == (1, 1, 1)
        store.look()
        assert verify(store) == []
        store.rollback()
        assert told(check(store, [article("x", "2031-02-12", "The bridge is 300 metres long.")])) == []
        assert [t[0::4] for t in told(check(store, [JAN]))] == [("conflict", "known")]


def test_after_pruning_all_the_store_is_as_good_as_new(place: str) -> None:
    made = articles(20)
    with open_store(place) as store:
        check(store, made)
        store.begin()
        prune(store, "2999-01-01")
        store.commit()
        store.look()
        assert verify(store) == []
        assert store.number("SELECT count(*) FROM terms") == store.number("SELECT count(*) FROM grams") == 0
        store.rollback()
        check(store, made)
        store.look()
        assert verify(store) == []


def test_decisions_are_kept_undone_and_counted(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN, FEB])
        store.begin()
        finding = kept_findings(store)[0].finding
        decide(store, Decision(finding.id, "not", "both right", "A. Holm"), finding.attribute, "2031-02-11T08:00:00Z")
        number = decide(store, Decision(finding.id, "real", "", "B. Dahl"), finding.attribute, "2031-02-12T08:00:00Z")
        store.commit()
        assert decisions_on(store, [finding.id])[finding.id].decision == Decision(finding.id, "real", "", "B. Dahl")
        assert [(t.attribute, t.counts["real"], t.counts["not"], t.precision) for t in tallies(store)] == [("stationed_personnel", 1, 0, 1.0)]
        store.begin()
        undo(store, number, "2031-02-13T08:00:00Z")
        store.commit()
        assert decisions_on(store, [finding.id])[finding.id].decision.decision == "not"
        assert store.number("SELECT count(*) FROM decisions") == 2


def test_what_was_waived_stays_waived_until_its_day(place: str) -> None:
    with open_store(place) as store:
        check(store, [JAN])
        report = check(store, [FEB])
        store.begin()
        decide(store, Decision(report.findings[0].id, "waived", "two counts", "A. Holm"), "stationed_personnel", "2031-02-11T08:00:00Z", "2031-03-31")
        store.commit()
        found = check(store, [MAR], "2031-03-02T08:00:00Z").findings[0]
        assert (found.status, found.waiver and found.waiver.reason, found.waiver and found.waiver.until) == ("waived", "two counts", "2031-03-31")
        assert check(store, [MAR], "2031-04-01T08:00:00Z").findings[0].status == "known"


def test_of_a_subject_with_very_many_claims_the_ends_of_each_value_are_compared(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "WHOLE_GROUP", 12)
    monkeypatch.setattr(claims, "FROM_EACH_END", 3)
    told = "Some 3,400 US troops are stationed in Norway, {0} Berg of the {0}vik Gazette told {0} Holm at a fair in {0}stad."
    names = [first + last for first in ("Bren", "Cal", "Dor", "Ens") for last in ("dar", "mer", "tol", "van", "wik")]
    made = [article(f"n{n}", f"2031-02-{n:02}", told.format(name)) for n, name in enumerate(names, 1)]
    with open_store(place) as store:
        check(store, made)
        report = check(store, [article("odd", "2031-02-25", "Some 7,800 US troops are stationed in Norway, a clerk said.")])
    assert [(f.verdict, f.status, [len(v.claims) for v in f.values]) for f in report.findings] == [("conflict", "new", [6, 1])]
    assert [a.id for a in report.articles] == ["odd", "n1", "n2", "n3", "n18", "n19", "n20"]
    assert next(d.message for d in report.diagnostics).endswith(": 21 claims; the first and last of each value were compared")


def test_findings_come_back_as_they_were(place: str) -> None:
    with open_store(place) as store:
        report = check(store, articles(40))
        store.look()
        kept = {essence(one.finding): one.finding for one in kept_findings(store)}
        for finding in report.findings:
            if finding.verdict != "not_comparable":
                again = kept[essence(finding)]
                assert (again.explanation, again.qualifiers, again.question) == (finding.explanation, finding.qualifiers, finding.question)
