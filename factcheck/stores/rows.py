"""Articles, claims and terms as rows of a store, and back: what goes in comes out equal."""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from sys import byteorder
from typing import Any, cast

from factcheck.model.article import Article
from factcheck.model.claim import Claim, Modality, Subject, Validity
from factcheck.model.interval import Interval
from factcheck.model.outline import Terms
from factcheck.model.report import ReportClaim, ReportValue
from factcheck.model.setting import Dating
from factcheck.model.value import Value
from factcheck.stores.connection import Row, storable

CLAIM_COLUMNS = (
    "id", "article", "name", "rule", "attribute", "kind", "subject", "subject_id", "subject_name", "is_event", "value", "point", "low", "high",
    "unit", "hedge", "entity", "more", "qualifiers", "modality", "speaker", "valid_first", "valid_last", "valid_because", "cues", "context", "field",
    "start_at", "end_at", "sentence_start", "sentence_end", "text", "line", "col", "file_line", "sentence", "sentence_before", "sentence_after",
)  # fmt: skip
ARTICLE_COLUMNS = (
    "name", "version", "path", "line", "title", "publisher", "url", "author", "published", "language", "identity", "is_read", "written_first",
    "written_last", "written_because", "is_dated", "credit",
)  # fmt: skip


def dumped(value: Any) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def article_row(article: Article, identity: str, dating: Dating, credit: str | None, is_read: bool, version: int) -> Row:
    """The values of `ARTICLE_COLUMNS`."""
    published = article.published.isoformat() if article.published is not None else None
    texts = (article.path, article.line, article.title, article.publisher, article.url, article.author, published, article.language, identity)
    kept = (storable(text) if isinstance(text, str) else text for text in texts)
    return (storable(article.id), version, *kept, int(is_read), *_days(dating.interval), dumped(dating.because), int(dating.is_given), credit)


def article_of(row: Row) -> tuple[Article, Dating, str | None, bool]:
    """Article, dating, credit and whether it was read, from the values of `ARTICLE_COLUMNS`."""
    name, _, path, line, title, publisher, url, author, published, language, identity, is_read, first, last, because, is_dated, credit = row
    article = Article(name, "", path, title, publisher, url, author, _moment(published), language, has_explicit_id=bool(identity), line=line)
    return article, Dating(_interval(first, last), tuple(json.loads(because)), bool(is_dated)), credit, bool(is_read)


def claim_row(number: int, article: int, claim: Claim, shown: ReportClaim) -> Row:
    """The values of `CLAIM_COLUMNS`."""
    value, subject = claim.value, claim.subject
    texts = (claim.rule, claim.attribute, claim.kind, subject.surface, subject.id, subject.name)
    return (
        number,
        article,
        claim.id,
        *(None if text is None else storable(text) for text in texts),
        int(subject.event),
        storable(value.text),
        *(None if n is None else f"{n:f}" for n in (value.point, value.low, value.high)),
        value.unit,
        value.hedge,
        None if value.entity is None else storable(value.entity),
        dumped(_more(value)),
        storable(dumped([list(pair) for pair in claim.qualifiers])),
        claim.modality,
        None if claim.speaker is None else storable(claim.speaker),
        *_days(claim.valid.interval),
        storable(claim.valid.why),
        storable(dumped(claim.cues)),
        storable(dumped(claim.context)),
        claim.field,
        claim.start,
        claim.end,
        claim.sentence_start,
        claim.sentence_end,
        storable(shown.text),
        shown.line,
        shown.column,
        shown.file_line,
        storable(shown.sentence),
        storable(shown.before),
        storable(shown.after),
    )


def claim_of(row: Row, article: str, id_ending: str = "") -> tuple[Claim, ReportClaim]:
    """The claim, and how a report shows it, from the values of `CLAIM_COLUMNS`; `article` is its article's id in this run."""
    named = dict(zip(CLAIM_COLUMNS, row, strict=True))
    subject = Subject(named["subject"], named["subject_id"], bool(named["is_event"]), named["subject_name"])
    point, low, high = (None if named[n] is None else Decimal(named[n]) for n in ("point", "low", "high"))
    value = _value(named["value"], point, low, high, named["unit"], named["hedge"], named["entity"], json.loads(named["more"]))
    qualifiers = tuple((name, said) for name, said in json.loads(named["qualifiers"]))
    valid = Validity(_interval(named["valid_first"], named["valid_last"]), named["valid_because"])
    claim = Claim(
        named["name"] + id_ending,
        article,
        named["kind"],
        subject,
        named["attribute"],
        value,
        qualifiers,
        cast(Modality, named["modality"]),
        named["speaker"],
        valid,
        named["field"],
        named["start_at"],
        named["end_at"],
        named["sentence_start"],
        named["sentence_end"],
        named["rule"],
        tuple(json.loads(named["cues"])),
        tuple(json.loads(named["context"])),
    )
    shown = ReportClaim(
        claim.id,
        article,
        claim.kind,
        subject.surface,
        claim.attribute,
        dict(qualifiers),
        claim.modality,
        claim.speaker,
        valid.interval.edtf(),
        ReportValue(value.text, named["point"], named["low"], named["high"], value.unit, value.hedge, value.entity),
        named["text"],
        claim.field,
        claim.start,
        claim.end,
        named["line"],
        named["col"],
        named["sentence"],
        claim.rule,
        named["file_line"],
        subject.id,
        valid.why,
        claim.sentence_start,
        named["sentence_before"],
        named["sentence_after"],
    )
    return claim, shown


def _more(value: Value) -> list[Any]:
    """What a value has beside its columns; empty where that is nothing."""
    if value.step is None and not (value.low_open or value.high_open or value.is_implied) and value.conversion is None and value.when is None:
        return []
    conversion = value.conversion
    other = None if conversion is None else [conversion.text, *map(_number, (conversion.point, conversion.low, conversion.high))]
    told = None if conversion is None or other is None else [*other, conversion.unit, conversion.hedge, conversion.entity, _more(conversion)]
    when = None if value.when is None else list(_days(value.when))
    return [_number(value.step), value.low_open, value.high_open, value.is_implied, told, when]


def _value(
    text: str, point: Decimal | None, low: Decimal | None, high: Decimal | None, unit: str | None, hedge: Any, entity: str | None, more: list[Any]
) -> Value:
    if not more:
        return Value(text, point, low, high, unit, hedge, entity=entity)
    step, low_open, high_open, is_implied, told, when = more
    conversion = None
    if told is not None:
        point_too, low_too, high_too = (None if n is None else Decimal(n) for n in told[1:4])
        conversion = _value(told[0], point_too, low_too, high_too, *told[4:8])
    return Value(
        text,
        point,
        low,
        high,
        unit,
        hedge,
        None if step is None else Decimal(step),
        low_open,
        high_open,
        entity,
        conversion,
        is_implied,
        None if when is None else _interval(*when),
    )


def _number(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


def _days(interval: Interval) -> tuple[str | None, str | None]:
    first, last = interval.first, interval.last
    return None if first is None else first.isoformat(), None if last is None else last.isoformat()


def _interval(first: str | None, last: str | None) -> Interval:
    return Interval(None if first is None else date.fromisoformat(first), None if last is None else date.fromisoformat(last))


def _moment(published: str | None) -> date | datetime | None:
    if published is None:
        return None
    return date.fromisoformat(published) if len(published) == 10 else datetime.fromisoformat(published)


def packed_terms(terms: Terms) -> bytes:
    """How often each term stands in an article, in few bytes."""
    return zlib.compress("\n".join(f"{storable(term)}\t{count}" for term, count in terms.counts.items()).encode(), 3)


def terms_of(packed: bytes, officials: str) -> Terms:
    """The terms again."""
    text = zlib.decompress(packed).decode()
    pairs = (line.rpartition("\t") for line in text.split("\n")) if text else ()
    return Terms({term: int(count) for term, _, count in pairs}, frozenset(json.loads(officials)))


def packed_grams(grams: Sequence[int]) -> bytes:
    """Four bytes a gram, the lowest first."""
    found = array("I", grams)
    if byteorder == "big":
        found.byteswap()
    return found.tobytes()


def gram_count(packed: bytes) -> int:
    """How many there are."""
    return len(packed) // 4
