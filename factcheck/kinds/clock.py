"""Times of day: how two of them stand on the dial of 1,440 minutes, with what rounding, hedges and zones excuse.

A time of day is a `Value` in minutes since midnight; its unit is "minute of day", with the zone behind it where the source names one
("minute of day GMT", "minute of day +09", "minute of day local", "minute of day local in ID"). `low` and `high` reach past midnight rather than wrap.
"""

from __future__ import annotations

import re
from csv import DictReader
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import product

from factcheck.model.relation import ValueRelation
from factcheck.model.value import Hedge, Value

UNIT = "minute of day"
DAY = 1440
# An hour that the source left open: "at 8:30" of a morning or an evening.
EITHER_HALF = "clock:12h"
LOCAL = "local"
LOCAL_IN = "local in "  # a territory's ISO code behind it

# How far a time may lie from what is printed, in minutes, by the coarsest round number that it is: a full hour without minutes, a half hour,
# a quarter, five minutes. Hedged ones reach twice as far. Set on reports of one event by several outlets: police logs and witnesses differ so.
_REACH = ((60, 15), (30, 10), (15, 7), (5, 3))
_HEDGED_LEAST = 10
SIDE_MINUTES = 20  # "just before", "shortly after"
SECONDS_MINUTES = 1  # 13:53:40 is told as 13:53 and as 13:54
NEAR_MINUTES = 15
STEP_FROM_BOUND = 60

# Minutes ahead of Greenwich of zones that a name alone does not settle: summer time and winter time.
_TWO_TIMES = {"ET": (-300, -240), "CT": (-360, -300), "MT": (-420, -360), "PT": (-480, -420)}
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")


def clock_value(text: str, hour: int, minute: int | None, zone: str = "", hedge: Hedge = "=", side: int = 0, either_half: bool = False) -> Value:
    """The value of a time of day. `minute` None: only the hour is printed; `side` -1 or 1: a little before or after it; `zone` as in TIMEX3."""
    point = hour * 60 + (minute or 0)
    step = _step(hour, minute)
    reach = _reach(step, hedge)
    low: Decimal | None = Decimal(point - (SIDE_MINUTES if side < 0 else 0 if side > 0 else reach))
    high: Decimal | None = Decimal(point + (SIDE_MINUTES if side > 0 else 0 if side < 0 else reach))
    if hedge in "<>":
        low, high = (None, Decimal(point)) if hedge == "<" else (Decimal(point), None)
    unit = f"{UNIT} {'GMT' if zone == 'Z' else zone}" if zone else UNIT
    return Value(text, Decimal(point), low, high, unit, hedge, Decimal(step), entity=EITHER_HALF if either_half else None)


def in_territory(value: Value, territory: str) -> Value:
    """A time that is said to be local, as that of a territory (ISO 3166 code); any other as it is."""
    return replace(value, unit=f"{UNIT} {LOCAL_IN}{territory}") if _zone(value) == LOCAL and territory in _zones() else value


def _step(hour: int, minute: int | None) -> int:
    """The coarsest round number of minutes that a time is; noon and midnight, like full hours without minutes, are hours."""
    if minute is None:
        return 60
    return next((size for size in (30, 15, 5) if minute % size == 0), 1)


def _reach(step: int, hedge: Hedge) -> int:
    reach = next((reach for size, reach in _REACH if step >= size), 0)
    return reach if hedge == "=" else max(2 * reach, _HEDGED_LEAST)


def relate(left: Value, right: Value) -> ValueRelation:
    """How two times of day stand. Symmetric: they are put in order first.

    They are apart only where no zone, half of the day or rounding can join them. A time in another zone in brackets ("4:52 a.m.
    (0252 GMT)", as `conversion`) decides where the first says nothing.
    """
    pairs = [(one, two) for one in (left, left.conversion) for two in (right, right.conversion) if one is not None and two is not None]
    sure = [(one, two) for one, two in pairs if _offsets(one) is not None and _offsets(two) is not None]
    told = [_relate(one, two) for one, two in sure or pairs]  # what is told by known zones is sure
    known = [found for found in told if found.standing != "unknown"] or told[:1]
    if left.point == right.point and left.hedge == right.hedge and any(found.standing == "conversion" for found in known):
        return ValueRelation("same", "the same time of day, and the zone of the one is that of the other")
    return min(known, key=lambda found: (_KINDNESS.index(found.standing), found.gap or 0))


def _relate(left: Value, right: Value) -> ValueRelation:
    one, two = sorted((left, right), key=lambda v: (v.unit or "", v.point or Decimal(0), v.hedge, v.text))
    if one.point is None or two.point is None:
        return ValueRelation("unknown", "one of the two names no hour")
    if _are_here(one, two):
        return _best(one, two, {0})
    known_one, known_two = _offsets(one), _offsets(two)
    if known_one is not None and known_two is not None:
        shifts = {ahead - behind for behind, ahead in product(known_one, known_two)}
        found = _best(one, two, shifts)
        if not found.can_both_be_right and (_is_local(one) or _is_local(two)) and one.point != two.point:
            return _unknown_zones(one, two)  # which of a land's zones, and of which land, is known too badly for more
        if found.can_both_be_right and one.unit != two.unit and 0 not in shifts:
            return ValueRelation("conversion", "one time in two zones")
        return found
    if known_one is None and known_two is None:
        if _zone(one) == _zone(two) == "" and _may_be_zones(one, two):
            return _unknown_zones(one, two)
        is_one = _zone(one) == _zone(two) or not (_zone(one) and _zone(two))
        return _best(one, two, {0}) if is_one else _unknown_zones(one, two)
    return _half_known(one, two)


def _may_be_zones(one: Value, two: Value) -> bool:
    """They lie whole hours apart to an odd minute: 4:52 on one side of a border is 5:52 on the other."""
    if one.point is None or two.point is None:
        return False
    return one.point != two.point and one.point % 5 != 0 and (one.point - two.point) % 60 == 0


def _are_here(one: Value, two: Value) -> bool:
    """Both are told by the clock of the place, and at least one says so."""
    are_local = [_is_local(value) for value in (one, two)]
    return any(are_local) and all(local or not _zone(value) for local, value in zip(are_local, (one, two), strict=True))


def _is_local(value: Value) -> bool:
    return _zone(value).startswith(LOCAL)


def _half_known(one: Value, two: Value) -> ValueRelation:
    """One zone is known, the other not: agreement stands, unless it is said to be local time; a difference may be the zones'."""
    found = _best(one, two, {0})
    if _is_local(one) or _is_local(two):
        return _unknown_zones(one, two)
    return found if found.can_both_be_right else _unknown_zones(one, two)


def _unknown_zones(one: Value, two: Value) -> ValueRelation:
    return ValueRelation("unknown", f"it is not known how {_zone(one) or 'the one time'} and {_zone(two) or 'the other'} stand to each other")


def _zone(value: Value) -> str:
    return (value.unit or "").removeprefix(UNIT).strip()


def _offsets(value: Value) -> tuple[int, ...] | None:
    """Minutes ahead of Greenwich, two where summer time is open (EST is said all year), None where no zone is known."""
    zone = _zone(value)
    if zone in ("GMT", "UTC", "Z"):
        return (0,)
    if zone.startswith(LOCAL_IN):
        return _zones()[zone.removeprefix(LOCAL_IN)]
    found = _OFFSET.fullmatch(zone)
    if found is None:
        return _TWO_TIMES.get(zone)
    minutes = (int(found[2]) * 60 + int(found[3] or 0)) * (-1 if found[1] == "-" else 1)
    return (minutes, minutes + 60) if -480 <= minutes <= -300 else (minutes,)


@cache
def _zones() -> dict[str, tuple[int, ...]]:
    """The minutes ahead of Greenwich of all zones of each territory, in summer and in winter; tests/tables/compile_zones.py writes them."""
    text = files("factcheck.kinds").joinpath("tables", "zones.csv").read_text(encoding="utf-8")
    return {row["territory"]: tuple(map(int, row["minutes"].split())) for row in DictReader(text.splitlines())}


def _best(one: Value, two: Value, shifts: set[int]) -> ValueRelation:
    """The kindest relation over the zones and halves of the day that are left open."""
    assert one.point is not None
    assert two.point is not None
    halves = {first - second for first, second in product((0, 720) if _is_open(one) else (0,), (0, 720) if _is_open(two) else (0,))}
    distances = {_around(int(two.point - one.point) - shift + half) for shift, half in product(shifts, halves)}
    return min((_at(one, two, distance) for distance in sorted(distances)), key=lambda r: (_KINDNESS.index(r.standing), r.gap or 0))


_KINDNESS = ("same", "rounding", "bounds", "conversion", "refinement", "beyond_bound", "unknown", "apart")


def _is_open(value: Value) -> bool:
    return value.entity == EITHER_HALF


def _around(minutes: int) -> int:
    """From -719 to 720: the short way round the dial."""
    short = minutes % DAY
    return short - DAY if short > DAY // 2 else short


def _at(one: Value, two: Value, distance: int) -> ValueRelation:
    """How they stand where the second lies so many minutes after the first."""
    if one.hedge in "<>" or two.hedge in "<>":
        return _bounded(one, two, distance)
    gap = abs(distance)
    if not gap and one.hedge == two.hedge:
        if _sides(one) == _sides(two):
            return ValueRelation("same", "the same time of day")
        return ValueRelation("rounding", "the same time of day, told a little before or after it")
    if not gap:
        return ValueRelation("rounding", "the same time of day, hedged on one side")
    after = _sides(one)[1] + _sides(two)[0] if distance > 0 else _sides(one)[0] + _sides(two)[1]
    if one.hedge == two.hedge == "=":
        after = max(_sides(one)[1], _sides(two)[1])
    allowed = max(after, SECONDS_MINUTES)
    if gap <= allowed:
        return ValueRelation("rounding", f"{gap} minutes apart, within the {allowed} that their wording allows")
    return ValueRelation("apart", f"{gap} minutes apart", Decimal(gap - allowed), gap <= NEAR_MINUTES)


def _sides(value: Value) -> tuple[int, int]:
    """How many minutes before and after its point a time reaches."""
    assert value.point is not None
    return int(value.point - (value.low if value.low is not None else value.point)), int(
        (value.high if value.high is not None else value.point) - value.point
    )


def _bounded(one: Value, two: Value, distance: int) -> ValueRelation:
    """At least one is "after 8 p.m." or "by 4.30 p.m."."""
    if one.hedge == two.hedge:
        return ValueRelation("same" if not distance else "bounds", "two bounds the same way")
    bound, other, ahead = (one, two, distance) if one.hedge in "<>" else (two, one, -distance)
    if other.hedge in "<>":
        return ValueRelation("bounds", "a time before and one after")
    beyond = ahead if bound.hedge == ">" else -ahead
    slack = max(_sides(other))
    if beyond < -slack:
        return ValueRelation("apart", f"{-beyond} minutes outside of the bound", Decimal(-beyond), -beyond <= NEAR_MINUTES)
    if beyond > STEP_FROM_BOUND:
        return ValueRelation("beyond_bound", "inside the bound, but more than an hour from it")
    return ValueRelation("bounds", "inside the bound and within an hour of it")
