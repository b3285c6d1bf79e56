"""Who says what a sentence says: the source of a claim, never somebody who merely appears."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.cleaning import clean
from factcheck.extraction.reading import Extractor
from factcheck.model.article import Article
from factcheck.model.reading import Sentence
from factcheck.packs.loader import load_rules


@cache
def _extractor() -> Extractor:
    return Extractor(load_rules())


def read(text: str) -> Sentence:
    article = Article("a", text)
    return _extractor().read(article, clean(article)).sentences[0]


def said(text: str, words: str) -> tuple[str | None, str]:
    sentence, at = read(text), text.index(words)
    return sentence.speaker_at(at), sentence.modality_at(at)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Police said 14 people were injured in Kalmora.", "police"),
        ("In Kalmora 14 people were injured, police said Monday.", "police"),
        ("The harbour police of Kalmora have said 14 people were injured.", "harbour police of Kalmora"),
        ("But authorities said 14 people were injured.", "authorities"),
        ("Ten hours into the search authorities said 14 people were injured.", "authorities"),
        ("In Kalmora 14 people were injured, according to KHP Lt. Ana Ruiz.", "Ana Ruiz"),
        ("According to the Kalmora health ministry, 14 people were injured.", "Kalmora health ministry"),
        ("A spokeswoman for the hospital said 14 people were injured.", "spokeswoman for the hospital"),
        ("Olga Tamm, 34, a nurse at the hospital, said 14 people were injured.", "Olga Tamm"),
        ('"We saw 14 people injured," said Dr. Olga Tamm, head of the clinic.', "Olga Tamm"),
        ("Mayor Olga Tamm told reporters that 14 people were injured.", "Olga Tamm"),
        ("At least 14 people were injured, state media reported.", "state media"),
        ("At least 14 people were injured, police and witnesses said.", "police and witnesses"),
        ("Reuters cited officials as saying 14 people were injured.", "officials"),
        ("At least 14 people were injured, KNN reported, citing two army officers.", "army officers"),
        ("Family members of two of the victims said 14 people were injured.", "Family members of two of the victims"),
    ],
)
def test_the_source_of_a_figure_is_its_speaker(text: str, speaker: str) -> None:
    assert said(text, "14") == (speaker, "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "Local residents of Kalmora and Berund saw 14 people injured.",
        "Shots were reported at noon and 14 people were injured near the police office.",
        "At least 14 people were injured, she said.",
        "The 14 people injured will meet Olga Tamm, who said in June that she was leaving.",
        "At least 14 people were injured, but authorities said more were missing.",
        "Police officers and 14 people were injured in Kalmora.",
        "The driver, who is said to be 31, injured 14 people.",
        "The officials injured 14 people.",
        "Ana Ruiz was told that 14 people were injured.",
        "The report on Kalmora, where 14 people were injured, is 90 pages long.",
        "Ministers flew to Kalmora, where 14 people were injured on Monday.",
        "What Ana Ruiz saw in Kalmora, 14 people injured, shocked her.",
        "It was announced that 14 people were injured.",
        "Ana Ruiz and Olga Tamm were among 14 people injured.",
        "Ana Ruiz was shot dead near the ministry, and 14 people were injured.",
        "The hospital treated 14 people injured.",
        "Officials on Monday counted 14 confirmed dead and injured people.",
        "An estimated 14 people were injured near the court.",
    ],
)
def test_who_merely_appears_is_no_speaker(text: str) -> None:
    assert said(text, "14") == (None, "asserted")


def test_two_speakers_share_a_sentence() -> None:
    text = "The rebels claim 300 people were killed; the army says 63 people were killed."
    assert (said(text, "300"), said(text, "63")) == (("rebels", "asserted"), ("army", "asserted"))
    text = "At least 300 people were killed, the rebels said, but the army put the toll at 63 people killed."
    assert (said(text, "300"), said(text, "63")) == (("rebels", "asserted"), ("army", "asserted"))


def test_what_stands_before_a_relative_clause_is_not_its_speakers() -> None:
    text = "The gunman killed 14 people and was shot by police, who said 20 people were hurt."
    assert (said(text, "14"), said(text, "20")) == ((None, "asserted"), ("police", "asserted"))


def test_what_is_denied_is_not_asserted() -> None:
    assert said("The ministry denied that 60 people were killed.", "60") == ("ministry", "denied")
    assert said("The ministry said that 60 people were killed.", "60") == ("ministry", "asserted")


def test_hearsay_reaches_to_the_end_of_its_clause() -> None:
    text = "The blast reportedly killed 60 people, and 14 people were injured."
    assert (said(text, "60"), said(text, "14")) == ((None, "alleged"), (None, "asserted"))
