"""What an article tells, and what stands around it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cleaning import clean
from factcheck.model.article import Article

FIRST = "Dock workers in the two ports walked out on Monday over pay, and 300 ships had to wait at anchor."
SECOND = "The harbour company called the strike a mistake. It offered 4 percent in May."
THIRD = "A mediator is to meet both sides on Friday, the labour ministry said."


def parts(text: str, **fields: str) -> list[tuple[str, str]]:
    """Kind and text of each segment of the text."""
    return [(segment.kind, text[segment.start : segment.end]) for segment in clean(Article("a", text, **fields)) if segment.field == "text"]  # type: ignore[arg-type]


def told(text: str) -> str:
    return "\n".join(piece for kind, piece in parts(text) if kind == "body")


def test_an_article_of_prose_is_all_body() -> None:
    assert parts(f"{FIRST}\n\n{SECOND}") == [("body", f"{FIRST}\n\n{SECOND}")]


def test_a_headline_stands_before_the_prose() -> None:
    assert parts(f"Ports at a standstill as crews walk out\n\n{FIRST}") == [("headline", "Ports at a standstill as crews walk out"), ("body", FIRST)]


def test_one_line_without_a_stop_is_body() -> None:
    assert parts("Around 300 ships wait at anchor") == [("body", "Around 300 ships wait at anchor")]


def test_front_matter_is_no_segment() -> None:
    text = f"---\npublisher: Gull\n---\n{FIRST}"
    assert [(segment.start, segment.kind) for segment in clean(Article("a", text, body_start=text.index("Dock")))] == [(text.index("Dock"), "body")]


def test_a_headline_printed_three_times_is_said_once() -> None:
    headline = "Ports at a Standstill as Crews Walk Out"
    assert [kind for kind, _ in parts(f"{headline}\n\n{headline}\n\n{headline}\n\n{FIRST}")] == ["headline", "repeat", "repeat", "body"]


def test_a_headline_glued_to_the_first_sentence_is_said_once() -> None:
    headline = "Ports at a Standstill as Crews Walk Out"
    text = f"{headline}\n\n{headline}In the north, 300 ships had to wait at anchor."
    assert parts(text) == [("headline", headline), ("repeat", headline), ("body", "In the north, 300 ships had to wait at anchor.")]


def test_a_paragraph_printed_twice_is_said_once() -> None:
    text = f"{FIRST}\n\n{SECOND}\n\n{FIRST}"
    assert parts(text) == [("body", f"{FIRST}\n\n{SECOND}"), ("repeat", FIRST)]
    assert [segment.of for segment in clean(Article("a", text))] == [None, 0]


def test_a_paragraph_repeated_in_other_line_lengths_is_said_once() -> None:
    assert (
        told(f"{FIRST}\n\n{SECOND}\n\nDock workers in the two ports walked out on Monday over pay,\nand 300 ships had to wait at anchor.")
        == f"{FIRST}\n\n{SECOND}"
    )


def test_a_paragraph_glued_to_another_is_said_once() -> None:
    assert told(f"{FIRST}\n\n{THIRD} {FIRST}") == f"{FIRST}\n\n{THIRD}"


def test_a_sentence_with_another_figure_is_no_repeat() -> None:
    text = f"{FIRST}\n\n{FIRST.replace('300', '310')}"
    assert told(text) == text


def test_a_short_phrase_said_twice_is_no_repeat() -> None:
    text = f"{FIRST} Nobody was hurt.\n\n{SECOND} Nobody was hurt."
    assert told(text) == text


def test_of_a_headline_and_a_sentence_that_are_one_the_sentence_counts() -> None:
    headline = "Dock workers in the two ports walked out on Monday"
    assert parts(f"{headline}\n\n{headline}. {SECOND}") == [("repeat", headline), ("body", f"{headline}. {SECOND}")]


def test_a_title_that_stands_in_the_text_is_a_repeat_and_another_a_headline() -> None:
    text = f"Ports at a Standstill\n\n{FIRST}"
    titles = [
        [segment.kind for segment in clean(Article("a", text, title=title)) if segment.field == "title"]
        for title in ("Ports at a standstill", "Crews walk out")
    ]
    assert titles == [["repeat"], ["headline"]]


def test_a_list_of_other_stories_reaches_to_the_end() -> None:
    others = "ALSO READ\nGull Bay gets 40 new buses, reports Coastal.\nTrams Back After Flood\nSenate passes $12 billion port bill, reports Coastal."
    assert told(f"{FIRST}\n{SECOND}\n{others}") == f"{FIRST}\n{SECOND}"


def test_prose_behind_a_list_of_other_stories_stays() -> None:
    text = f"{FIRST}\n\nALSO READ\n\nTrams back after flood\n\n{SECOND}\n\n{THIRD}"
    assert told(text) == f"{FIRST}\n{SECOND}\n\n{THIRD}"


def test_a_link_inside_the_text_takes_only_itself() -> None:
    text = f"{FIRST}\n\nRelated: Trams back after flood\n\nThe strike hit 12 ferries.\n\n{SECOND}"
    assert told(text) == f"{FIRST}\nThe strike hit 12 ferries.\n\n{SECOND}"


def test_a_link_glued_into_a_paragraph_takes_only_itself() -> None:
    assert told(f"{FIRST} Also read: Trams back after 3 days. {SECOND}") == f"{FIRST}\n{SECOND}"
    assert told(f"{FIRST}READ MORE: Trams Back After 3 DaysThe union said no.") == f"{FIRST}\nThe union said no."
    news = f"{FIRST} The sign read: No entry for 3 days. {SECOND}"
    assert told(news) == news


def test_a_list_of_keywords_goes_and_a_list_of_facts_stays() -> None:
    assert told(f"{FIRST}\n{SECOND}\n- Ports\n- Strike\n- Gull Bay\n- ferries") == f"{FIRST}\n{SECOND}"
    facts = f"{FIRST}\n{SECOND}\n- 12 ferries cancelled\n- 300 ships at anchor\n- 2 ports closed\n- 40 trains late"
    assert told(facts) == facts


def test_a_comment_form_ends_an_article_and_a_word_on_comments_does_not() -> None:
    assert told(f"{FIRST}\n\n{SECOND}\n\nLeave a Reply\n\nI saw 500 ships there. They were all empty.") == f"{FIRST}\n\n{SECOND}"
    early = f"Comments\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}"
    assert told(early) == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


def test_an_author_card_goes_with_its_motto_and_a_name_in_the_news_stays() -> None:
    card = "Avatar\n\nMira Holm\n\nFounder / Editor\n\nTravel far. See the sea. It taught me 100 things."
    assert told(f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{card}") == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"
    news = f"{FIRST}\n\n{SECOND}\n\nMira Holm, editor of the Gull, said 12 reporters had joined the strike."
    assert told(news) == news


def test_a_life_of_the_author_at_the_end_goes_and_a_reporter_in_the_news_stays() -> None:
    assert told(f"{FIRST}\n\n{SECOND}\n\nMira Holm is a reporter for the Gull, based in Bergen.") == f"{FIRST}\n\n{SECOND}"
    news = f"{FIRST}\n\nMira Holm is a reporter for the Gull who was held for 12 days.\n\n{SECOND}"
    assert told(news) == news


def test_thanks_behind_a_rule_line_end_an_article_and_a_rule_line_alone_does_not() -> None:
    assert told(f"{FIRST}\n{SECOND}\n+++++\nThank you for reading. My 3 books are for sale.") == f"{FIRST}\n{SECOND}"
    assert told(f"{FIRST}\n\n***\n\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_a_credit_inside_a_caption_goes_and_the_caption_stays() -> None:
    text = f"Ships wait off the port on Monday. (Photo: Ana Lopes)\n\n{FIRST}"
    assert told(text) == f"Ships wait off the port on Monday.\n{FIRST}"


def test_a_bracket_that_is_no_credit_stays() -> None:
    text = f"Ships wait off the port on Monday. (The photo shows 12 of them.)\n\n{FIRST}"
    assert told(text) == text


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("TOKYO (AP) - ", "Two ferries collided on Monday."),
        ("NAIROBI, Kenya (AP) _ ", "Two ferries collided on Monday."),
        ("OSLO, March 5 (Reuters) - ", "Two ferries collided on Monday."),
        ("BERGEN — ", "Two ferries collided on Monday."),
        ("BERGEN, Norway—", "Two ferries collided on Monday."),
        ("HAVANA (AP ) -- ", "Two ferries collided on Monday."),
        ("ST. JOHN'S, N.L. -- ", "Two ferries collided on Monday."),
    ],
)
def test_a_dateline_is_not_part_of_the_sentence(dateline: str, rest: str) -> None:
    text = dateline + rest
    segments = clean(Article("a", text))
    assert [(segment.kind, text[segment.start : segment.end]) for segment in segments] == [("boilerplate", dateline), ("body", rest)]
    assert segments[0].why == "dateline"


@pytest.mark.parametrize(
    "text",
    [
        "NATO-led troops left on Monday.",
        "F-16 jets left on Monday.",
        "UN (United Nations) staff left on Monday.",
        "A (second) ferry left on Monday.",
        "NATO—an alliance of 32 states—met on Monday.",
        "Oslo - a city of 700,000 - voted on Monday.",
        "NATO - the alliance of 32 states - met on Monday.",
    ],
)
def test_a_sentence_that_opens_like_a_dateline_is_none(text: str) -> None:
    assert parts(text) == [("body", text)]


def test_times_printed_behind_a_headline_go_and_a_date_in_a_sentence_stays() -> None:
    text = f"{FIRST}\n\nTwo ferries collide, 3 hurt Posted: Monday, March 9, 2015 1:50 PM EST Updated: Monday, March 9, 2015 2:07 PM EST\n\n{SECOND}"
    assert told(text) == f"{FIRST}\n\nTwo ferries collide, 3 hurt\n{SECOND}"
    news = f"{FIRST}\n\nThe list, published Monday, March 9, named 3 ferries.\n\n{SECOND}"
    assert told(news) == news


def test_a_list_of_videos_goes_and_a_live_blog_stays() -> None:
    assert told(f"{FIRST}\n\n{SECOND}\n\n2:13 Mayor speaks on the flood\n\n0:54 Twelve rescued from a roof") == f"{FIRST}\n\n{SECOND}"
    blog = f"{FIRST}\n\n2:13 p.m. Mayor speaks on the flood\n\n2:54 p.m. Twelve rescued from a roof"
    assert told(blog) == blog


def test_a_line_with_a_figure_is_no_headline() -> None:
    assert [kind for kind, _ in parts(f"Port Strike Spreads\n\nShips waiting: 300\n\n{FIRST}")] == ["headline", "body"]


def test_a_caption_behind_a_label_stays_and_a_link_behind_it_goes() -> None:
    assert "Gallery: A crane stands over 3 empty ships." in told(f"{FIRST}\n\nGallery: A crane stands over 3 empty ships.\n\n{SECOND}")
    assert told(f"{FIRST}\n\nGallery: Cranes over 3 ships\n\n{SECOND}") == f"{FIRST}\n{SECOND}"


def test_a_correction_is_told() -> None:
    text = f"{FIRST}\n\nThis story has been corrected: 300 ships waited, not 30."
    assert told(text) == text


def test_an_empty_text_has_no_segments() -> None:
    assert clean(Article("a", " \n")) == ()


WORDS = st.sampled_from(
    ["READ MORE", "Leave a Reply", "+++++", FIRST, SECOND, THIRD, "Trams", "- a", "TOKYO (AP) - Two died.", "By Ana Lopes", "(Photo: A)", "", "é…"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=8), st.sampled_from(["\n", "\n\n", " "]))
def test_segments_cover_all_but_white_space_in_order(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    at = 0
    for segment in clean(Article("a", text)):
        assert at <= segment.start < segment.end
        assert not text[at : segment.start].strip()
        at = segment.end
    assert not text[at:].strip()
