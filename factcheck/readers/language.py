"""Whether an article is in English, by its script and by the share of function words; a guess at the language where it is not."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.model.article import Article, Diagnostic

_SAMPLE_CHARS = 3000
_FEWEST_WORDS = 40  # under this, shares of function words say nothing
# English news stands at 0.30 to 0.45 of the words below; tables and lists of names fall to 0.1. Another language scores
# under 0.05 on the English list (shared short words are left out of all lists) and over 0.2 on its own.
_SURELY_ENGLISH = 0.2
_LEAST_ENGLISH = 0.06
_LEAST_OTHER = 0.12

_ENGLISH_WORDS = (
    "the of and to that was for with his he it by at from had which their they have been would who she were will but this has said not are its after",
    "as on when than into over about more one two up out could also i you we my",
)
_ENGLISH = frozenset(word for line in _ENGLISH_WORDS for word in line.split())
_OTHERS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "de": "der die das und ist nicht ein eine einer den dem des mit auf für von sich auch wird bei nach aus wurde haben sind zum zur dass oder",
        "es": "el los las una del que en por con para como más pero su sus fue ha este esta sobre entre cuando desde muy y son según",
        "fr": "le les des une et est dans pour que qui sur avec pas plus par au aux du ce cette ont été sont mais ses leur selon",
        "it": "il gli della delle che di per una con non sono alla nel più anche come dal dei ha è stato dopo tra questa loro e si",
        "nl": "het een van en dat niet zijn voor met op aan ook als maar bij naar wordt heeft uit nog door over werd hij deze",
        "pl": "i w na z że do się nie jest o jak za po od przez oraz dla był ale to tym które jego już",
        "pt": "o os as uma do da dos das em que para com não por mais como foi ao pela pelo são também sua seu e entre",
        "sv": "och att det som är en av på för med inte ett den har till var från men om ska efter sig kan också",
        "tr": "ve bir bu da de için ile olarak daha olan çok gibi sonra kadar en ne ancak dedi oldu türkiye",
        "id": "yang dan di dengan untuk dari pada ini itu adalah tidak dalam akan ke juga oleh telah karena tersebut",
    }.items()
}
_SCRIPTS = (
    ("ja", "[\u3040-\u30ff]"),
    ("ko", "[\uac00-\ud7af]"),
    ("zh", "[\u4e00-\u9fff]"),
    ("ru", "[\u0400-\u04ff]"),
    ("ar", "[\u0600-\u06ff]"),
    ("he", "[\u0590-\u05ff]"),
    ("el", "[\u0370-\u03ff]"),
    ("hi", "[\u0900-\u097f]"),
    ("th", "[\u0e00-\u0e7f]"),
)
_ENGLISH_NAMES = frozenset({"en", "eng", "english"})


def check_language(article: Article) -> tuple[Article, Diagnostic | None]:
    """The article with `language` set ("en", a guess, or "und"), and a diagnostic where it is not English: it makes no claims.

    Another language that the input states is believed; English is checked all the same.
    """
    stated = (article.language or "").strip().lower().replace("_", "-").partition("-")[0]
    if stated and stated not in _ENGLISH_NAMES and stated != "und":
        return article, _not_english(article, f'its language is given as "{article.language}"')
    guess, why = guess_language(article.text[article.body_start :])
    if guess == "en":
        return (article if article.language == "en" else replace(article, language="en")), None
    return replace(article, language=guess), _not_english(article, why)


def guess_language(text: str) -> tuple[str, str]:
    """A language code ("und": none of those known) and the reason. Short texts are English unless their script says otherwise."""
    sample = text[:_SAMPLE_CHARS]
    words = sample.lower().split()
    english = sum(map(_ENGLISH.__contains__, words)) / max(1, len(words))
    if english >= _SURELY_ENGLISH and len(words) >= _FEWEST_WORDS:
        return "en", "function words"
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample))
        counts = {code: len(re.findall(letter, sample)) for code, letter in _SCRIPTS}
        foreign = sum(counts.values())
        if foreign * 2 > letters > 0:
            # Japanese uses Han letters too, so a tenth of its own is enough.
            best = "ja" if counts["ja"] * 10 > foreign else max(counts, key=lambda code: counts[code])
            return best, f"most of its letters are not Latin ones (looks like {best})"
    if len(words) < _FEWEST_WORDS:
        return "en", "too short to tell"
    shares = sorted(((sum(map(known.__contains__, words)) / len(words), code) for code, known in _OTHERS.items()), reverse=True)
    share, best = shares[0]
    if share >= _LEAST_OTHER and share > english:
        return best, f"its function words look like {best}"
    if english < _LEAST_ENGLISH:
        return "und", "it has hardly any English function word"
    return "en", "function words"


def _not_english(article: Article, why: str) -> Diagnostic:
    return Diagnostic("warning", article.path, article.line, f"not in English, {why}: it makes no claims")
