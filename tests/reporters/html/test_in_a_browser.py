"""The HTML report as a person uses it: in a browser, by mouse and by keys, with scripts and without."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factcheck.model.article import Diagnostic
from factcheck.model.decision import Decision
from factcheck.model.finding import DistinctValue, Waiver
from factcheck.model.report import Report
from factcheck.reporters import Run, View
from factcheck.reporters.decisions import read
from factcheck.reporters.terminal import clean
from reporters.made import AGREEMENT, ARTICLES, CLAIMS, CONFLICT, EMPTY, REPORT, SUCCESSION, article

from .conftest import Show, Shown

# What the hand-made report says of a succession, in claims of its own.
HOLDERS = (
    replace(CLAIMS[0], id="c4", text="780", attribute="holder", subject="warden of Zenda"),
    replace(CLAIMS[1], id="c5", attribute="holder", subject="warden of Zenda"),
)
FULL = replace(REPORT, claims=(*CLAIMS, *HOLDERS))
RUN = Run("9.9", ("news/",), (("military", "3"),), (("fail_level", "warning", "factcheck.toml:2"),), 1, '1 finding at or above "warning".')


@pytest.fixture(scope="module")
def plain(show_once: Show) -> Shown:
    """A page that is only looked at."""
    return show_once(FULL, View(run=RUN))


def many(number: int) -> Report:
    findings = tuple(replace(CONFLICT, id=f"{at:06x}77d0", subject=f"soldiers of valley {at}") for at in range(number))
    return replace(REPORT, findings=findings)


def test_nothing_is_asked_of_any_network_and_nothing_goes_wrong(plain: Shown) -> None:
    assert (plain.said, plain.asked) == ([], [(plain.folder / "report.html").as_uri()])


def test_the_header_says_what_was_run_and_why_it_ended_so(plain: Shown) -> None:
    header = plain.texts("body > header")[0]
    for words in ('Exit code 1: 1 finding at or above "warning".', "factcheck 9.9", "news/", "fail_level = warning (factcheck.toml:2)", "military 3"):
        assert words in header


def test_an_input_that_was_not_read_stands_open_with_the_reason(show: Show) -> None:
    lost = replace(FULL, diagnostics=(Diagnostic("error", "news/bad.html", None, "no UTF-8: byte 17"),))
    assert show(lost).texts(".lost") == ["Not read: 1 input\nnews/bad.html: no UTF-8: byte 17"]


def test_where_all_was_read_nothing_is_said_to_be_lost(plain: Shown) -> None:
    assert plain.texts(".lost") == []


def test_a_card_shows_both_sides_with_the_span_marked(plain: Shown) -> None:
    card = plain.page.locator("#f-a91f3c")
    assert card.locator("h3").inner_text() == "stationed_personnel: soldiers in Ruritania (place Ruritania)"
    assert card.locator("mark").all_inner_texts() == ["780", "780", "about 900"]
    assert card.locator("blockquote").nth(2).inner_text() == "For now, about 900 soldiers are based in Ruritania."
    assert card.locator("figcaption").nth(2).inner_text() == "Zenda Wire, 11 May 2031 · news/b.txt:12:10"
    assert card.locator(".verdict").first.inner_text() == "≠ conflict"


def test_the_sentences_around_stand_apart_from_the_one_that_claims(show: Show) -> None:
    claims = (replace(CLAIMS[0], before="It rained.", after="Then it stopped."), *CLAIMS[1:])
    shown = show(replace(FULL, claims=claims))
    assert shown.page.locator("#f-a91f3c blockquote").first.inner_text() == (
        "It rained. The kingdom keeps 780 soldiers in the valley. Then it stopped."
    )
    assert shown.page.locator("#f-a91f3c .around").all_text_contents() == ["It rained. ", " Then it stopped."]


def test_why_gives_text_value_interval_times_and_verdict_a_row_each(plain: Shown) -> None:
    plain.page.locator("#f-a91f3c summary", has_text="Why").click()
    plain.page.locator("#f-a91f3c .why").wait_for()
    rows = [row.split("\t") for row in plain.texts("#f-a91f3c .why tbody tr")]
    assert [row[0] for row in rows] == ["text", "value", "interval", "speaks of", "scope", "modality", "rule", "dated", "verdict"]
    assert rows[2] == ["interval", "775 to 785", "850 to 950"]
    assert rows[8][1] == (
        "A B ≠ conflict disjoint_values: The intervals do not meet (65 apart).\n"
        "The values cannot both be right for the same thing at the same time.\nWould agree if: one counts reserves"
    )


@pytest.mark.parametrize(
    ("given", "tag"), [(None, "en"), ("en-GB", "en-GB"), ('en" onmouseover="x', "en"), ("de", "de"), ("no language at all", "en")]
)
def test_a_quote_says_in_which_language_it_is(show: Show, given: str | None, tag: str) -> None:
    report = replace(FULL, articles=(replace(ARTICLES[0], language=given), *ARTICLES[1:]))
    assert show(report).page.locator("#f-a91f3c blockquote").first.get_attribute("lang") == tag


def test_a_link_leads_to_the_web_or_is_none(show: Show) -> None:
    urls = ("https://news.example/a?b=1&c=2", "javascript:alert(1)", "data:text/html,x")
    report = replace(FULL, articles=tuple(replace(one, url=url) for one, url in zip(ARTICLES, urls, strict=True)))
    links = show(report).page.locator("figcaption a")
    assert [links.nth(at).get_attribute("href") for at in range(links.count())] == ["https://news.example/a?b=1&c=2"] * 2


def test_keys_walk_decide_and_undo(show: Show) -> None:
    shown = show(FULL)
    press = shown.page.keyboard.press
    press("j")
    assert shown.page.evaluate("document.activeElement.id") == "f-a91f3c"
    press("y")
    assert shown.texts("#f-a91f3c button[aria-pressed=true]") == ["Real y"]
    press("j")
    assert shown.page.evaluate("document.activeElement.id") == "f-7d02be"
    press("n")
    press("k")
    press("u")
    assert shown.texts("button[aria-pressed=true]") == ["Not one n"]
    assert shown.texts(".tools button")[1] == "Download decisions.json (1)"


def test_keys_do_nothing_while_one_writes(show: Show) -> None:
    shown = show(FULL)
    shown.page.keyboard.press("j")
    shown.page.locator("#f-a91f3c .decide input").fill("")
    shown.page.keyboard.type("yes and no")
    assert shown.texts("button[aria-pressed=true]") == []


def test_decisions_come_down_as_the_door_reads_them(show: Show) -> None:
    shown = show(FULL)
    shown.page.get_by_label("who decides").fill("A. Holm")
    shown.page.keyboard.press("Tab")
    shown.page.locator("#f-a91f3c").get_by_role("button", name="Real").click()
    shown.page.locator("#f-a91f3c .decide input").fill('asked "both"')
    shown.page.locator("#f-7d02be").get_by_role("button", name="Defer").click()
    with shown.page.expect_download() as download:
        shown.page.get_by_role("button", name="Download").click()
    assert download.value.suggested_filename == "decisions.json"
    assert read(download.value.path().read_bytes(), "decisions.json") == (
        Decision("7d02be10aa", "deferred", "", "A. Holm"),
        Decision("a91f3c77d0", "real", 'asked "both"', "A. Holm"),
    )


def test_without_a_decision_there_is_nothing_to_download(plain: Shown) -> None:
    assert plain.page.get_by_role("button", name="Download").is_disabled()


def test_a_waiver_waits_for_its_reason(show: Show) -> None:
    shown = show(FULL)
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("w")
    assert (shown.texts("button[aria-pressed=true]"), shown.texts(".hint:visible")) == ([], ["Say why it is waived, then press Enter."])
    shown.page.keyboard.type("known since May")
    shown.page.keyboard.press("Enter")
    assert (shown.texts("button[aria-pressed=true]"), shown.texts(".hint:visible")) == (["Waive w"], [])


def test_decisions_are_still_there_when_the_page_is_opened_again(show: Show) -> None:
    shown = show(FULL)
    shown.page.keyboard.press("j")
    shown.page.keyboard.press("n")
    shown.page.reload()
    assert shown.texts("button[aria-pressed=true]") == ["Not one n"]


def _facet(shown: object, name: str) -> list[str]:
    return shown.texts(f"fieldset:has(legend:text-is('{name}')) label")  # type: ignore[attr-defined, no-any-return]


def test_facets_count_what_the_others_leave(show: Show) -> None:
    shown = show(FULL)
    assert _facet(shown, "Verdict") == ["conflict\n1", "time-dependent\n1", "agree\n1"]
    shown.page.get_by_label("holder").check()
    assert shown.texts("article h3") == ["holder: warden of Zenda"]
    assert _facet(shown, "Verdict") == ["conflict\n0", "time-dependent\n1", "agree\n0"]
    assert _facet(shown, "Attribute") == ["holder\n1", "length\n1", "stationed_personnel\n1"]


def test_what_is_filtered_stands_in_the_address_and_comes_back_from_it(show: Show) -> None:
    shown = show(FULL)
    shown.page.get_by_label("conflict").check()
    shown.page.keyboard.press("j")
    address = shown.page.url
    assert address.partition("#")[2] == "v=conflict&f=a91f3c"
    again = show(FULL, at="#v=time_dependent&q=zenda")
    assert (again.texts("article h3"), again.page.get_by_label("search findings").input_value()) == (["holder: warden of Zenda"], "zenda")


def test_an_address_that_somebody_cut_short_shows_everything(show: Show) -> None:
    shown = show(FULL, at="#q=%E0%A4%A&x=1&f=")
    assert (len(shown.texts("article")), shown.said) == (3, [])


def test_a_search_finds_words_of_a_quote(show: Show) -> None:
    shown = show(FULL)
    shown.page.get_by_label("search findings").fill("kingdom stationed")
    shown.page.get_by_text("1 of 3 findings shown").wait_for()
    assert shown.texts("article h3")[0].startswith("stationed_personnel")


def test_copies_of_one_text_stand_together_in_the_matrix(show: Show) -> None:
    values = (DistinctValue("780", ("c1", "c3"), ("a", "d", "c"), 2), CONFLICT.values[1])
    copies = (replace(ARTICLES[0], origin="o1"), *ARTICLES[1:], article("d", "2031-04-03", "Copying Courier", origin="o1"))
    shown = show(replace(FULL, articles=copies, findings=(replace(CONFLICT, values=values),)))
    shown.page.locator("summary", has_text="Sources and subjects").click()
    shown.page.locator(".matrix").wait_for()
    assert [row.replace("\n", "").split("\t") for row in shown.texts(".matrix tbody tr")] == [
        ["Copies of one text (2)"],
        ["Strelsau Post, 2 Apr 2031", "A 780"],
        ["Copying Courier, 3 Apr 2031", "A 780"],
        ["c, written 1 May 2031 to 20 May 2031", "A 780"],
        ["Zenda Wire, 11 May 2031", "B about 900"],
    ]


def test_numbers_are_points_with_bars_and_articles_are_ticks(plain: Shown) -> None:
    drawing = plain.page.locator("#f-a91f3c svg")
    assert [drawing.locator(of).count() for of in ("circle", ".bar", ".tick")] == [3, 3, 3]
    assert drawing.locator("circle title").first.text_content() == "A 780: Strelsau Post, 2 Apr 2031"


def test_offices_are_bands_with_the_day_of_the_hand_over(show: Show) -> None:
    named = [replace(c, value=replace(c.value, point=None, low=None, high=None, entity="person:x")) for c in HOLDERS]
    claims = (*CLAIMS, replace(named[0], valid="2030-02-01/2031-05-05"), replace(named[1], valid="2031-05-05/2031-06-01"))
    drawing = show(replace(FULL, claims=claims)).page.locator("#f-7d02be svg")
    assert [drawing.locator(of).count() for of in (".band", "line.handover", "rect.handover")] == [2, 1, 0]
    assert "5 May 2031" in drawing.locator(".mark").all_text_contents()


def test_with_scripts_off_everything_can_be_read(show: Show) -> None:
    shown = show(FULL, View(run=RUN), java_script_enabled=False)
    assert [row.split("\t")[0] for row in shown.texts("table:has(th:text-is('Finding')) tbody tr")] == ["≠ conflict", "↻ time-dependent", "= agree"]
    assert shown.page.locator("#f-a91f3c mark").all_inner_texts() == ["780", "780", "about 900"]
    shown.page.locator("#f-a91f3c summary", has_text="Why").click()
    assert "775 to 785" in shown.texts("#f-a91f3c .why")[0]
    assert [shown.page.locator(of).count() for of in ("#f-a91f3c svg circle", ".matrix tbody tr", ".app button")] == [3, 3, 0]


def test_a_dark_screen_gets_a_dark_page(show: Show) -> None:
    grounds = [show(FULL, color_scheme=scheme).page.evaluate("getComputedStyle(document.body).backgroundColor") for scheme in ("light", "dark")]
    assert grounds == ["rgb(255, 255, 255)", "rgb(13, 17, 23)"]


def test_paper_gets_the_findings_and_no_buttons(show: Show) -> None:
    shown = show(FULL, color_scheme="dark")
    shown.page.emulate_media(media="print")
    assert [shown.page.locator(of).first.is_visible() for of in (".side", ".decide", ".tools", "#f-a91f3c mark")] == [False, False, False, True]
    assert shown.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_cards_are_drawn_as_they_are_needed(show: Show) -> None:
    shown = show(many(200))
    assert 20 <= shown.page.locator("article").count() <= 60
    shown.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown.page.locator("article").count() == 200


def test_a_finding_far_down_is_reached_by_its_address(show: Show) -> None:
    shown = show(many(200), at="#f=00007777d0")
    assert shown.page.locator("article[aria-current=true] h3").inner_text().startswith("stationed_personnel: soldiers of valley 119")


def test_more_findings_than_a_page_holds_go_on_in_the_next(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.reporters.html.FINDINGS", 5)
    shown = show(many(6))
    assert "Findings 1 to 5 of 6, gravest first. page 1 page 2" in shown.texts("nav")[0]
    shown.page.get_by_role("link", name="page 2").click()
    shown.page.wait_for_url("**/page-2.html")
    assert (shown.page.locator("article").count(), shown.said) == (1, [])
    shown.page.get_by_role("link", name="page 1").click()
    shown.page.wait_for_url("**/report.html")


MEAN = (
    '<script>window.hit=1</script><img src=x onerror="window.hit=1">',
    "</script><script>window.hit=1</script>",
    "</noscript><svg onload=window.hit=1>",
    "<!--<script>",
    "]]>{{ 7*7 }}{% raw %}",
    '" onmouseover="window.hit=1',
    "\u202egnp.exe\u2028\x00\x1b[31m",
    "</style><style>*{display:none}",
)


def _mean(number: int, said: str) -> Report:
    """A report where every text of an article's says this."""
    claims = tuple(
        replace(c, id=f"{number}-{c.id}", article=f"{number}-{c.article}", sentence=said, text=said, start=100, before=said, after=said, speaker=said)
        for c in CLAIMS
    )
    values = (DistinctValue(said, (claims[0].id,), (claims[0].article,), 1), DistinctValue(said, (claims[1].id,), (claims[1].article,), 1))
    finding = replace(CONFLICT, id=f"{number:06x}77d0", subject=said, attribute=said, qualifiers={said: said}, values=values, explanation=said)
    articles = tuple(
        replace(a, id=f"{number}-{a.id}", title=said, publisher=said, path=said, url=said, language=said, written_because=(said,)) for a in ARTICLES
    )
    return Report(articles, claims, (replace(finding, question=said),), (Diagnostic("error", said, None, said),))


@pytest.mark.parametrize("has_scripts", [True, False])
def test_text_of_an_article_is_text(show: Show, has_scripts: bool) -> None:
    parts = [_mean(number, said) for number, said in enumerate(MEAN)]
    report = Report(*(tuple(row for part in parts for row in getattr(part, name)) for name in ("articles", "claims", "findings", "diagnostics")))
    said = "".join(MEAN)
    shown = show(report, View(run=Run("1", MEAN, ((said, said),), ((said, said, said),), 1, said)), java_script_enabled=has_scripts)
    marked = [shown.page.locator(f"#f-{number:06x} mark").first.text_content() for number in range(len(MEAN))]
    assert marked == [clean(said) for said in MEAN]
    assert (shown.said, len(shown.asked), shown.page.locator("img, article script, header script").count()) == ([], 1, 0)
    if has_scripts:
        for number in range(len(MEAN)):
            shown.page.locator(f"#f-{number:06x} summary", has_text="Why").last.click()
            shown.page.locator(f"#f-{number:06x} .why").wait_for()
        assert shown.page.evaluate("window.hit") is None


def test_the_browser_itself_refuses_markup_and_foreign_scripts(show: Show) -> None:
    shown = show(FULL)
    tried = shown.page.evaluate(
        """() => {
            let refused = "";
            try { document.body.innerHTML = "<b>x</b>"; } catch (error) { refused = error.name; }
            const image = document.createElement("img");
            image.src = "https://elsewhere.example/pixel.png";
            document.body.append(image);
            return refused;
        }"""
    )
    assert tried == "TypeError"
    assert any("violates the following Content Security Policy directive" in line for line in shown.said)


def test_a_report_without_findings_says_so_in_its_head(show: Show) -> None:
    shown = show(EMPTY)
    assert (shown.texts("article"), shown.said) == ([], [])
    assert shown.texts("#list") == ["No two claims were about one thing, so nothing was compared."]


def test_where_nothing_fits_that_is_said_and_all_can_be_shown_again(show: Show) -> None:
    shown = show(FULL, at="#v=disputed")
    assert shown.texts("#list") == ["No finding fits what is chosen."]
    shown.page.get_by_role("button", name="Show all").click()
    assert (len(shown.texts("article")), shown.page.url.partition("#")[2]) == (3, "")


def test_claims_alone_are_a_table(show: Show) -> None:
    shown = show(replace(FULL, findings=()), View(shows="claims"))
    assert [row.split("\t")[3:5] for row in shown.texts("tbody tr")][:2] == [["780", "asserted"], ["about 900", "asserted"]]
    assert shown.texts("tbody mark")[:2] == ["780", "about 900"]


def test_what_was_waived_and_what_is_new_can_be_told_apart(show: Show) -> None:
    waived = replace(CONFLICT, status="waived", waiver=Waiver("known since May", "desk", "2031-12-01"))
    shown = show(replace(FULL, findings=(waived, replace(SUCCESSION, status="new"), AGREEMENT)))
    assert _facet(shown, "Status") == ["new\n1", "not held against anything\n1", "waived\n1"]
    assert "Waived: known since May (desk, until 2031-12-01)" in shown.texts("#f-a91f3c")[0]


def test_the_data_of_the_page_is_json(plain: Shown) -> None:
    data = json.loads(plain.page.locator("#data").text_content())
    assert (data["schema"], [card["i"] for card in data["cards"]]) == ("factcheck-html/1", ["a91f3c77d0", "7d02be10aa", "a91f3e0000"])
