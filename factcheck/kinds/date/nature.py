"""What a form hangs on besides the article's day: the tense of its sentence, or the mentions before it."""

from __future__ import annotations

from factcheck.kinds.date import forms as f


def stands_alone(form: f.Form) -> bool:
    """Whether no mention before can change what a form means."""
    match form:
        case f.Clock():
            return form.of is not None and stands_alone(form.of)
        case f.Period():
            return form.anchor == "now"
        case f.Shift():
            return form.anchor == "now" or (not isinstance(form.anchor, str) and stands_alone(form.anchor))
        case f.Part():
            return form.number != 0 and (form.of is None or stands_alone(form.of))
        case f.Holiday():
            return form.of is None or stands_alone(form.of)
        case f.Modified():
            return stands_alone(form.form)
        case f.Nth():
            return stands_alone(form.of)
        case f.Range():
            return stands_alone(form.first) and stands_alone(form.last)
        case _:
            return True


def needs_tense(form: f.Form) -> bool:
    """Whether a form means another day in a sentence about the past than in one about the future."""
    match form:
        case f.Weekday():
            return form.week is None and not form.nearest
        case f.Calendar():
            return form.year is None
        case f.Part() | f.Holiday():
            return form.of is None
        case f.Period():
            return form.unit == "WE" and not form.offset
        case f.Clock():
            return form.of is not None and needs_tense(form.of)
        case f.Modified():
            return needs_tense(form.form)
        case f.Nth():
            return needs_tense(form.of)
        case f.Range():
            return needs_tense(form.first)
        case f.Shift():
            return not isinstance(form.anchor, str) and needs_tense(form.anchor)
        case _:
            return False
