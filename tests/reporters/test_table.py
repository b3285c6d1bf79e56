"""The table as it stands on the page: overview, blocks, totals, and what hostile text may not do to it."""

from __future__ import annotations

from dataclasses import replace

from factcheck.model.article import Diagnostic
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.table import render

from .made import ABOUT_900, AGREEMENT, ARTICLES, CONFLICT, EMPTY, REPORT, SUCCESSION, claim


def test_the_table_reads_so() -> None:
    assert render(REPORT) == (
        "verdict         attribute            subject                values                articles  id\n"
        "--------------  -------------------  ---------------------  ------------------  ----------  ------\n"
        "conflict        stationed_personnel  soldiers in Ruritania  780 | about 900              3  a91f3c\n"
        "time-dependent  holder               warden of Zenda        Ada Holm | Bo Lind           2  7d02be\n"
        "agree           length               Zenda bridge           40 metres                    2  a91f3e\n"
        "\n"
        "stationed_personnel  soldiers in Ruritania                                          conflict  a91f3c\n"
        "  news/a.txt:3:19    Strelsau Post, 2 Apr 2031\n"
        "    3 | The kingdom keeps 780 soldiers in the valley.\n"
        "      |                   ^^^ 780: 775 to 785\n"
        "          and 1 more article\n"
        "  news/b.txt:12:10    Zenda Wire, 11 May 2031\n"
        "   12 | For now, about 900 soldiers are based in Ruritania.\n"
        "      |          ^^^^^^^^^ about 900: 850 to 950\n"
        "  The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.\n"
        "  Would agree if: one counts reserves. Reserves included?\n"
        "\n"
        "holder  warden of Zenda                                                       time-dependent  7d02be\n"
        "  Ada Holm until 5 May 2031, then Bo Lind.\n"
        "\n"
        "Checked 3 articles (1 dated by what it says), 3 claims, 1 attribute\n"
        "1 conflict; 1 time-dependent; 1 agree; 4 pairs not comparable (different_event 3, modality 1)\n"
    )


def test_a_report_without_findings_says_that_nothing_was_compared() -> None:
    assert render(EMPTY) == "No two claims were about one thing, so nothing was compared.\n\nChecked 1 article, 0 claims, 0 attributes\n"


def test_the_order_of_findings_in_the_report_does_not_matter() -> None:
    assert render(replace(REPORT, findings=(SUCCESSION, CONFLICT, AGREEMENT))) == render(REPORT)


def test_twenty_agreements_are_listed_and_the_rest_counted() -> None:
    agreeing = tuple(replace(AGREEMENT, id=f"{number:06x}ffff", subject=f"bridge {number:02}") for number in range(23))
    shown = render(replace(REPORT, findings=(CONFLICT, *agreeing)))
    assert "bridge 19" in shown
    assert "bridge 20" not in shown
    assert "\n... and 3 more agreements\n" in shown
    assert "1 conflict; 23 agree;" in shown


def test_exactly_twenty_agreements_leave_nothing_out() -> None:
    agreeing = tuple(replace(AGREEMENT, id=f"{number:06x}ffff", subject=f"bridge {number:02}") for number in range(20))
    assert "more agreement" not in render(replace(REPORT, findings=agreeing))


def test_a_disputed_finding_gets_a_block_and_an_undetermined_one_does_not() -> None:
    assert "Would agree if" in render(
        replace(REPORT, findings=(replace(CONFLICT, verdict="disputed", reason="speakers", relations=CONFLICT.relations),))
    )
    assert "news/a.txt:3:19" not in render(replace(REPORT, findings=(replace(CONFLICT, verdict="undetermined", reason="undated"),)))


def test_verbose_quotes_every_finding() -> None:
    undetermined = replace(REPORT, findings=(replace(CONFLICT, verdict="undetermined", reason="undated"),))
    assert "news/a.txt:3:19" in render(undetermined, View(is_verbose=True))


def test_colour_is_there_when_asked_for_and_not_else() -> None:
    assert "\x1b[1;31mconflict\x1b[0m" in render(REPORT, View(has_color=True))
    assert "\x1b" not in render(REPORT)


def test_control_characters_of_an_article_come_out_as_text() -> None:
    hostile = claim("c1", "a", "We saw \x1b[2J\x1b]0;pwned\x07 780 \u202esreidlos\nthere.", "780", ABOUT_900)
    shown = render(Report(ARTICLES, (hostile, *REPORT.claims[1:]), (replace(CONFLICT, subject="sol\x1b[31mdiers\r\nexit 0"),), ()))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "\r" not in shown
    assert "We saw \\x1b[2J\\x1b]0;pwned\\x07 780 \\u202esreidlos there." in shown
    assert "sol\\x1b[31mdiers  exit 0" in shown


def test_no_line_is_wider_than_the_view_and_the_span_stays_in_sight() -> None:
    sentence = "word " * 60 + "about 900 soldiers " + "more words " * 40
    long = claim("c2", "b", sentence, "about 900", ABOUT_900, line=12)
    finding = replace(CONFLICT, subject="soldiers of the kingdom " * 8, explanation="A long explanation of what is said here. " * 6)
    for width in (60, 80, 100):
        shown = render(Report(ARTICLES, (REPORT.claims[0], long), (finding,), ()), View(width=width, is_terminal=True))
        assert max(len(line) for line in shown.splitlines() if not line.startswith("--")) <= max(width, 80)
        quoted = next(line for line in shown.splitlines() if line.startswith("   12 |"))
        carets = next(line for line in shown.splitlines() if "about 900: 850" in line)
        assert quoted[carets.index("^") : carets.rindex("^") + 1] == "about 900"
        assert len(quoted) <= width


def test_where_no_terminal_limits_it_the_overview_keeps_names_whole() -> None:
    finding = replace(CONFLICT, subject="secretary of agriculture of the United States")
    whole = f"conflict   stationed_personnel  {finding.subject}  780 | about 900"
    assert whole in render(replace(REPORT, findings=(finding,)))
    assert whole not in render(replace(REPORT, findings=(finding,)), View(width=80, is_terminal=True))


def test_wide_characters_keep_the_carets_under_the_span() -> None:
    wide = claim("c2", "b", "東京 (Tokyo) says about 900 came.", "about 900", ABOUT_900, line=12)
    shown = render(Report(ARTICLES, (REPORT.claims[0], wide), (CONFLICT,), ()))
    assert "   12 | 東京 (Tokyo) says about 900 came.\n      |                   ^^^^^^^^^ about 900" in shown


def test_two_findings_with_one_beginning_get_longer_names() -> None:
    twin = replace(AGREEMENT, id="a91f3c88ee")
    shown = render(replace(REPORT, findings=(CONFLICT, twin)))
    assert "a91f3c7" in shown
    assert "a91f3c8" in shown


def test_claims_alone_make_a_table_of_claims() -> None:
    assert render(REPORT, View(shows="claims")) == (
        "place             attribute            subject                value      modality\n"
        "----------------  -------------------  ---------------------  ---------  ----------\n"
        "news/a.txt:3:19   stationed_personnel  soldiers in Ruritania  780        asserted\n"
        "news/b.txt:12:10  stationed_personnel  soldiers in Ruritania  about 900  asserted\n"
        "news/c.txt:7:6    stationed_personnel  soldiers in Ruritania  780        asserted\n"
        "\n"
        "Read 3 articles, 3 claims, 1 attribute\n"
    )


def test_no_claims_make_no_table() -> None:
    assert render(EMPTY, View(shows="claims")) == "Read 1 article, 0 claims, 0 attributes\n"


def test_pairs_that_do_not_compare_are_listed_up_to_twenty_too() -> None:
    apart = tuple(
        replace(CONFLICT, id=f"{number:06x}ffff", verdict="not_comparable", reason="modality", subject=f"fort {number:02}") for number in range(22)
    )
    agreeing = tuple(replace(AGREEMENT, id=f"{number:06x}eeee", subject=f"bridge {number:02}") for number in range(21))
    shown = render(replace(REPORT, findings=(*apart, *agreeing)))
    assert ("fort 19" in shown, "fort 20" in shown) == (True, False)
    assert "\n... and 2 more not comparable and 1 more agreement\n" in shown


def test_inputs_that_could_not_be_read_are_counted() -> None:
    unread = (Diagnostic("error", "x.html", None, "binary"), Diagnostic("error", "y.txt", 3, "no UTF-8"))
    assert "1 attribute; 2 inputs could not be read\n" in render(replace(REPORT, diagnostics=unread))
