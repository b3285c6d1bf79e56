"""An attribute file, checked and with its frames parsed, as the rule book keeps it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.errors import PackError
from factcheck.packs.rulebook import Attribute, Derives, FrameRule, Times, Tolerance
from factcheck.packs.schema import AttributeFile, tolerance_of
from factcheck.yaml_door import Document

if TYPE_CHECKING:
    from factcheck.packs.frames import Frame


def build_attribute(document: Document, model: AttributeFile, pack: str, source: str) -> Attribute:
    """The attribute. PackError at the character of a frame that cannot be read, and where keys contradict each other."""
    if model.belongs_to == "event" and model.event is None:
        raise document.error('an attribute that belongs to an event needs "event: {type: ..., anchors: [...]}"', ["belongs_to"])
    if model.belongs_to != "event" and model.event is not None:
        raise document.error('"event" is for attributes with "belongs_to: event"', ["event"], at_key=True)
    both = [name for name in model.scope.binds if name in model.scope.optional]
    if both:
        raise document.error(f'"{both[0]}" is both binding and optional', ["scope", "optional", model.scope.optional.index(both[0])])
    for at, name in enumerate(model.scope.nearby):
        if name not in (*model.scope.binds, *model.scope.contrasts, *model.scope.moments, *model.scope.optional):
            raise document.error(
                f'"{name}" is no qualifier: it stands neither in "binds" nor in "contrasts", "moments" or "optional"', ["scope", "nearby", at]
            )
    frames = []
    guards = tuple(_parse(document, text, ("unless", number)) for number, text in enumerate(model.unless))
    for at, entry in enumerate(model.frames):
        written = document.data["frames"][at]
        keys: tuple[str | int, ...] = ("frames", at) if isinstance(written, str) else ("frames", at, "frame")
        frame = _parse(document, entry.frame, keys)
        unless = tuple(_parse(document, text, ("frames", at, "unless", number)) for number, text in enumerate(entry.unless))
        where = tuple(_parse(document, text, ("frames", at, "where", number)) for number, text in enumerate(entry.where))
        if entry.speaker is not None and entry.speaker not in dict(frame.roles):
            raise document.error(f'the frame has no role "{entry.speaker}"', ("frames", at, "speaker"))
        qualifiers = tuple(sorted(entry.qualifiers.items()))
        added = Decimal(entry.add) if entry.add else None
        frames.append(
            FrameRule(frame, entry.modality, qualifiers, entry.speaker, entry.note, (*unless, *guards), entry.value, where, added, entry.end)
        )
    share, amount = tolerance_of(model.tolerance) if model.tolerance else (None, None)
    doubt = Tolerance(*tolerance_of(model.doubt_beyond)) if model.doubt_beyond else None
    return Attribute(
        model.attribute,
        pack,
        model.kind,
        model.what,
        model.why,
        model.example,
        Times(model.time.behaves, model.time.holds_for),
        unit=model.unit,
        subject=model.subject,
        binds=tuple(model.scope.binds),
        optional=tuple(model.scope.optional),
        contrasts=tuple(model.scope.contrasts),
        moments=tuple(model.scope.moments),
        nearby=tuple(model.scope.nearby),
        several=bool(model.several),
        single=bool(model.single),
        makes_claims=bool(model.makes_claims),
        belongs_to=model.belongs_to,
        event_type=model.event.type if model.event else "",
        anchors=tuple(model.event.anchors) if model.event else (),
        about=tuple(model.event.about) if model.event else (),
        setting=tuple(model.event.setting) if model.event else (),
        most=Decimal(model.most) if model.most else None,
        rates=bool(model.rates),
        exact=model.exact,
        tolerance=Tolerance(share, amount),
        doubt_beyond=doubt,
        severity=model.severity,
        ask=model.ask,
        since=model.since,
        defaults=tuple(sorted(model.defaults.items())),
        derives=Derives(model.derives.attribute, model.derives.minus, model.derives.unless) if model.derives else None,
        frames=tuple(frames),
        source=source,
    )


def _parse(document: Document, text: str, keys: tuple[str | int, ...]) -> Frame:
    from factcheck.packs.frames import FrameError, parse

    try:
        return parse(text)
    except FrameError as error:
        line, column = document.where(keys)
        raise PackError(f"{error.message}, in the frame: {text}", document.path, line, column + error.offset + document.is_quoted(keys)) from None
