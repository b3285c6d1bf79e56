"""The days that named holidays fall on: Western and American ones, as news in English names them."""

from __future__ import annotations

from datetime import date

from factcheck.text import calendar

# Month and day; month, weekday (Monday is 0) and number in the month (-1 the last); days from Easter Sunday.
_FIXED = {
    "christmas": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year": (1, 1), "new year eve": (12, 31),
    "independence day": (7, 4), "valentine": (2, 14), "halloween": (10, 31), "st patrick": (3, 17), "earth day": (4, 22),
    "veterans day": (11, 11), "armistice day": (11, 11), "anzac day": (4, 25), "australia day": (1, 26), "canada day": (7, 1),
    "bastille day": (7, 14), "may day": (5, 1), "april fool": (4, 1), "juneteenth": (6, 19), "epiphany": (1, 6), "groundhog day": (2, 2),
}  # fmt: skip  # fmt: skip

_FLOATING = {
    "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "mlk day": (1, 0, 3), "presidents day": (2, 0, 3),
    "mother day": (5, 6, 2), "father day": (6, 6, 3), "columbus day": (10, 0, 2),
}  # fmt: skip  # fmt: skip

_EASTER = {"easter": 0, "good friday": -2, "palm sunday": -7, "easter monday": 1, "ash wednesday": -46, "pentecost": 49, "maundy thursday": -3}


def holiday_day(name: str, year: int) -> date | None:
    """The day a holiday falls on."""
    if not 1 <= year <= 9999:
        return None
    if name in _FIXED:
        return calendar.day_of(year, *_FIXED[name])
    if name in _FLOATING:
        month, weekday, number = _FLOATING[name]
        return calendar.nth_weekday(year, month, weekday, number)
    if name == "black friday":
        thursday = calendar.nth_weekday(year, 11, 3, 4)
        return calendar.add_days(thursday, 1) if thursday else None
    return calendar.add_days(calendar.easter(year), _EASTER[name])
