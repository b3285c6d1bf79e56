"""Markdown: what stands on the page, and what article text may not do to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.markdown import escape, fenced, render

from .made import ABOUT_900, ARTICLES, CONFLICT, EMPTY, REPORT, claim


def test_the_document_reads_so() -> None:
    assert render(REPORT) == (
        "# Where the sources stand\n"
        "\n"
        "Checked 3 articles (1 dated by what it says), 3 claims, 1 attribute  \n"
        "1 conflict; 1 time-dependent; 1 agree; 4 pairs not comparable (different_event 3, modality 1)\n"
        "\n"
        "| Verdict | Attribute | Subject | Values | Articles | Finding |\n"
        "| --- | --- | --- | --- | ---: | --- |\n"
        "| conflict | stationed_personnel | soldiers in Ruritania | 780; about 900 | 3 | `a91f3c` |\n"
        "| time-dependent | holder | warden of Zenda | Ada Holm; Bo Lind | 2 | `7d02be` |\n"
        "| agree | length | Zenda bridge | 40 metres | 2 | `a91f3e` |\n"
        "\n"
        "## conflict: stationed_personnel, soldiers in Ruritania (`a91f3c`)\n"
        "\n"
        "The intervals do not meet (65 apart). 2 origins say 780, 1 origin says about 900.\n"
        "\n"
        "**780** · news/a.txt:3:19 · Strelsau Post, 2 Apr 2031 and 1 more article\n"
        "\n"
        "```text\n"
        "    3 | The kingdom keeps 780 soldiers in the valley.\n"
        "      |                   ^^^ 780: 775 to 785\n"
        "```\n"
        "\n"
        "**about 900** · news/b.txt:12:10 · Zenda Wire, 11 May 2031\n"
        "\n"
        "```text\n"
        "   12 | For now, about 900 soldiers are based in Ruritania.\n"
        "      |          ^^^^^^^^^ about 900: 850 to 950\n"
        "```\n"
        "\n"
        "Would agree if: one counts reserves. Reserves included?\n"
        "\n"
        "## time-dependent: holder, warden of Zenda (`7d02be`)\n"
        "\n"
        "Ada Holm until 5 May 2031, then Bo Lind.\n"
    )


def test_claims_alone_make_a_table_of_claims() -> None:
    assert (
        render(REPORT, View(shows="claims")).splitlines()[2] == "| news/a.txt:3:19 | stationed_personnel | soldiers in Ruritania | 780 | asserted |"
    )


def test_no_findings_make_totals_alone() -> None:
    assert render(EMPTY) == "# Where the sources stand\n\nChecked 1 article, 0 claims, 0 attributes\n"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a | b", "a \\| b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:1)", "\\[x\\](javascript:1)"),
        ("![x](y)", "!\\[x\\](y)"),
        ("two\nlines", "two lines"),
        ("# heading", "\\#&#8203; heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("@everyone", "@&#8203;everyone"),
        ("see #12", "see \\#&#8203;12"),
        ("http://a.b www.c.d", "http&#58;//a.b www&#46;c.d"),
        ("`code` *bold* _it_", "\\`code\\` \\*bold\\* \\_it\\_"),
        ("a&lt;b", "a&amp;lt;b"),
        ("back\\slash", "back\\\\slash"),
        ("esc\x1b[0m", "esc\\\\x1b\\[0m"),
    ],
)
def test_text_makes_no_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize("text", ["54,000 soldiers", "stationed_personnel", "9.5 (about 3%)", "well-known"])
def test_plain_text_stays(text: str) -> None:
    assert escape(text) == text


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert fenced(["```", "x ```` y"]) == "`````text\n```\nx ```` y\n`````"


def test_a_quote_with_a_fence_stays_in_its_block() -> None:
    hostile = claim("c1", "a", "```\n<img src=x onerror=alert(1)> 780 ``` # end", "780", ABOUT_900)
    shown = render(Report(ARTICLES, (hostile, *REPORT.claims[1:]), (replace(CONFLICT, subject="x | y\n# z"),), ()))
    assert "````text\n    1 | ``` <img src=x onerror=alert(1)> 780 ``` # end\n" in shown
    assert "| conflict | stationed_personnel | x \\| y \\#&#8203; z |" in shown
