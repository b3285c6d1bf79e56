"""Which articles are in English, and what the others are taken for."""

import pytest

from factcheck.model.article import Article
from factcheck.readers.language import check_language, guess_language

FOREIGN = [
    ("de", "Die Regierung hat am Montag erklärt, dass der Hafen nach dem Streik wieder offen ist und die Schiffe auf dem Weg sind. "),
    ("fr", "Le gouvernement a déclaré lundi que le port est ouvert après la grève et que les navires sont en route pour la ville. "),
    ("es", "El gobierno dijo el lunes que el puerto está abierto después de la huelga y que los barcos están en camino a la ciudad. "),
    ("it", "Il governo ha detto lunedì che il porto è aperto dopo lo sciopero e che le navi sono in viaggio per la città con gli aiuti. "),
    ("pt", "O governo disse na segunda-feira que o porto está aberto depois da greve e que os navios estão a caminho da cidade com ajuda. "),
    ("nl", "De regering heeft maandag gezegd dat de haven na de staking weer open is en dat de schepen op weg zijn naar de stad met hulp. "),
    ("pl", "Rząd powiedział w poniedziałek, że port jest otwarty po strajku i że statki nie są w drodze do miasta, ale na redzie. "),
    ("ru", "Правительство заявило в понедельник, что порт открыт после забастовки. "),
    ("ja", "政府は月曜日、ストライキの後に港が再開したと発表した。"),
    ("zh", "政府周一宣布罢工结束后港口重新开放。"),
    ("ko", "정부는 월요일 파업 후 항구가 다시 열렸다고 발표했다. "),
    ("ar", "أعلنت الحكومة يوم الاثنين أن الميناء مفتوح بعد الإضراب. "),
    ("und", "Hallitus ilmoitti maanantaina sataman olevan jälleen auki lakon jälkeen, kertovat viranomaiset kaupungista. "),
]
ENGLISH = [
    ("prose", "The government said on Monday that the port was open again after the strike and that ships were on their way to the city. "),
    ("in capitals", "THE GOVERNMENT SAID ON MONDAY THAT THE PORT WAS OPEN AGAIN AFTER THE STRIKE AND THAT SHIPS WERE ON THE WAY. "),
    (
        "names from elsewhere",
        "Shinjirō Koizumi met Łukasz Żółć and José Muñoz on Monday, and the three said that they had agreed on the port of Gdańsk. ",
    ),
    (
        "a quotation from elsewhere",
        'He said: "El puerto está abierto y los barcos son de la ciudad." The government said that it was open, and that was all they had. ',
    ),
    ("a headline", "Port open again. "),
    ("a bulletin of figures", "Killed: 12. Hurt: 40. Missing: 3. Port of Oslo: open. Port of Bergen: closed to ferries, open to ships of the navy. "),
    ("a short text", "Der Hafen ist offen."),
    ("verse of one word", "Ships ships ships of the ships and the ships that were ships to the ships. "),
    (
        "with a word of another script",
        "The 東京 talks on the port were over, the government said on Monday, and they will be held again in the spring. ",
    ),
    ("with marks and emoji", "The port — open again! 🚢🚢 The government said on Monday that the strike was over and that ships were on their way. "),
    (
        "a list of names",
        "Present at the talks were Ana Lopes of Portugal, Jo Hill of the United Kingdom and Mira Holm of Norway, with aides from each. ",
    ),
    ("with addresses", "The port was open at https://example.org/a/b/c, said the mayor, and at https://example.org/d for the ships of the city. "),
    ("sport", "Holm beat Lopes 6-4 6-3 and Hill beat Moreno 7-5 6-2 in the first round of the open on Monday, with rain on the way. "),
]


@pytest.mark.parametrize(("code", "text"), FOREIGN, ids=[code for code, _ in FOREIGN])
def test_another_language_is_told(code: str, text: str) -> None:
    assert guess_language(text * 6)[0] == code


@pytest.mark.parametrize(("name", "text"), ENGLISH, ids=[name for name, _ in ENGLISH])
def test_english_is_english(name: str, text: str) -> None:
    assert guess_language(text * (1 if name in ("a headline", "a short text") else 6))[0] == "en"


def test_cases_are_even() -> None:
    assert len(FOREIGN) == len(ENGLISH)


def test_a_stated_language_is_believed_and_english_checked() -> None:
    german, english = FOREIGN[0][1] * 6, ENGLISH[0][1] * 6
    stated = [("fr", english), ("en-GB", english), ("English", german), (None, german)]
    checked = [check_language(Article("a", text, "a.txt", language=language)) for language, text in stated]
    assert [article.language for article, _ in checked] == ["fr", "en", "de", "de"]
    assert [diagnostic.message if diagnostic else None for _, diagnostic in checked] == [
        'not in English, its language is given as "fr": it makes no claims',
        None,
        "not in English, its function words look like de: it makes no claims",
        "not in English, its function words look like de: it makes no claims",
    ]


def test_front_matter_does_not_count() -> None:
    text = "---\ntitle: " + "Der Hafen ist offen und die Schiffe sind da. " * 9 + "\n---\n" + ENGLISH[0][1] * 3
    article, diagnostic = check_language(Article("a", text, body_start=text.index("The government")))
    assert (article.language, diagnostic) == ("en", None)
