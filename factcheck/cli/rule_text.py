"""What a rule pack says, for `rules show` and `explain`: a rule, a pack, a lexicon, an office, as text for a terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.batch import WIDTH
from factcheck.reporters.terminal import clean, crop

if TYPE_CHECKING:
    from factcheck.packs.rulebook import Attribute, Lexicon, Office, Pack, RuleBook
    from factcheck.settings import Settings


def rules_of(settings: Settings) -> RuleBook:
    """The packs that come along and those that the settings name."""
    from factcheck.packs.loader import load_rules

    return load_rules([Path(folder) for folder in settings.rules], reference=settings.reference)


def named(book: RuleBook, name: str) -> str | None:
    """What the packs say of a rule (`pack.attribute`, `attribute`), pack, lexicon or office of that name; None where there is none."""
    wanted = name.replace("-", "_")
    for attribute in book.attributes:
        if wanted in (attribute.name, f"{attribute.pack}.{attribute.name}"):
            return rule_text(attribute)
    for pack in book.packs:
        if pack.name == wanted:
            return pack_text(pack, book)
    for office in book.offices:
        if office.id == wanted:
            return office_text(office)
    lexicon = book.lexicons.get(wanted) or book.lexicons.get(name)
    return lexicon_text(lexicon) if lexicon else None


def names_of(book: RuleBook) -> list[str]:
    """All names that `named` knows."""
    return [attribute.rule for attribute in book.attributes] + [pack.name for pack in book.packs] + [o.id for o in book.offices] + list(book.lexicons)


def rule_text(attribute: Attribute) -> str:
    """What a rule takes out, why, an example, how it compares, and its frames."""
    times = attribute.times
    behaves = f"{times.behaves}, expected to hold for {times.holds_days} days" if times.behaves == "state" else times.behaves
    rows = [
        ("what", attribute.what),
        ("why", attribute.why),
        ("example", attribute.example),
        ("kind", f"{attribute.kind}, in {attribute.unit}" if attribute.unit else attribute.kind),
        ("subject", attribute.subject),
        ("in time", behaves),
        (
            "belongs to",
            f"an event ({', '.join(part for part in (attribute.event_type, *attribute.anchors) if part)})"
            if attribute.belongs_to == "event"
            else "a person"
            if attribute.belongs_to == "person"
            else "a thing",
        ),
        ("binds", ", ".join(attribute.binds)),
        ("contrasts", ", ".join(attribute.contrasts)),
        ("moments", ", ".join(attribute.moments)),
        ("narrows", ", ".join(attribute.optional)),
        ("severity", attribute.severity or ""),
        ("ask", attribute.ask),
        ("since", attribute.since),
        ("file", attribute.source),
    ]
    frames = [f"  {rule.frame.text}{_made(rule.modality, rule.qualifiers)}" for rule in attribute.frames]
    return "\n".join([attribute.rule, *_rows(rows), *(["frames:", *map(clean, frames)] if frames else [])]) + "\n"


def _made(modality: str, qualifiers: tuple[tuple[str, str], ...]) -> str:
    made = ([modality] if modality != "asserted" else []) + [f"{name}={value}" for name, value in qualifiers]
    return f"    -> {', '.join(made)}" if made else ""


def pack_text(pack: Pack, book: RuleBook) -> str:
    """What a pack is, and the rules in it."""
    rules = [f"  {crop(f'{a.rule}  {clean(a.what)}', WIDTH - 2)}" for a in book.attributes if a.pack == pack.name]
    rows = [("what", pack.what), ("version", pack.version), ("requires", ", ".join(pack.requires))]
    return "\n".join([pack.name, *_rows(rows), *(["rules:", *rules] if rules else [])]) + "\n"


def lexicon_text(lexicon: Lexicon) -> str:
    """What a lexicon lists, one phrase a line with what it stands for."""
    entries = [f"  {e.phrase}" if e.phrase == e.canonical else f"  {e.phrase}  ->  {e.canonical}" for e in lexicon.entries]
    return "\n".join([f"<{lexicon.name}>", *_rows([("what", lexicon.what), ("file", lexicon.source)]), *map(clean, entries)]) + "\n"


def office_text(office: Office) -> str:
    """An office and the titles that are read as it."""
    rows = [("label", office.label), ("of", ", ".join(office.of)), ("holders", "one at a time" if office.single_holder else "several at a time")]
    titles = [f"  {title.text}{f'  (in {chr(32).join(title.jurisdictions)})' if title.jurisdictions else ''}" for title in office.titles]
    return "\n".join([office.id, *_rows(rows), *(["titles:", *map(clean, titles)] if titles else [])]) + "\n"


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    return [f"  {label:<11}{clean(text)}" for label, text in rows if text]
