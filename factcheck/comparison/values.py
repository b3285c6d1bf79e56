"""How the values of two claims of one attribute stand: the kind decides which arithmetic applies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import ROUND_FLOOR, Decimal
from string import ascii_uppercase

from factcheck.kinds import bearing as bearing_kind
from factcheck.kinds import clock as clock_kind
from factcheck.kinds import day as day_kind
from factcheck.kinds import name as name_kind
from factcheck.kinds import place as place_kind
from factcheck.kinds import title as title_kind
from factcheck.kinds.company import is_one_company
from factcheck.kinds.share import as_percent
from factcheck.kinds.units import may_be_dollars
from factcheck.model.relation import Policy, ValueRelation
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute
from factcheck.text import figures

RATES_APART = Decimal("0.1")  # so far, as a share, may the exchange rates of two outlets lie apart
NAMES = frozenset({"office", "name", "person"})
COMPANY = "company:"  # begins the place of an office that is one of a company
DEGREE = "degree "  # these units have zeros of their own, so that no factor leads from one to another
EXACT_KINDS = frozenset({"age", "ordinal", "date"})

Convert = Callable[[Decimal, str, str], Decimal | None]
Relate = Callable[[Value, Value], ValueRelation]


def policy_of(attribute: Attribute) -> Policy:
    """How tolerant the comparison of an attribute is, from its YAML and its kind."""
    exact = attribute.exact if attribute.exact is not None else attribute.kind in EXACT_KINDS
    return Policy(exact=exact, small_are_exact=attribute.kind == "count", share=attribute.tolerance.share, amount=attribute.tolerance.amount)


def relate(
    left: Value, right: Value, attribute: Attribute, given_names: Mapping[str, tuple[str, ...]], convert: Convert | None = None
) -> ValueRelation:
    """How two values stand, by the attribute's kind. Symmetric."""
    return relating(attribute, given_names, convert)(left, right)


def relating(attribute: Attribute, given_names: Mapping[str, tuple[str, ...]], convert: Convert | None = None) -> Relate:
    """How the values of an attribute are related: what depends on it alone is looked up once for all of its pairs."""
    if attribute.several:
        return _one_of_several(_relating(attribute, given_names, convert))
    return _relating(attribute, given_names, convert)


def _one_of_several(related: Relate) -> Relate:
    """Values of which a subject may have several: two that differ are of two things."""

    def found(left: Value, right: Value) -> ValueRelation:
        relation = related(left, right)
        return ValueRelation("other_measure", "there may be several") if relation.standing in ("apart", "unknown") else relation

    return found


def _relating(attribute: Attribute, given_names: Mapping[str, tuple[str, ...]], convert: Convert | None) -> Relate:
    if attribute.kind == "given_name":
        return lambda left, right: name_kind.relate_identified(left, right, given_names)
    if attribute.kind == "office":
        return lambda left, right: name_kind.relate_holders(left, right, given_names)
    if attribute.kind in NAMES:
        return lambda left, right: name_kind.relate(left, right, given_names)
    if attribute.kind == "score" and attribute.times.behaves == "state":
        return _records
    if attribute.kind == "score" and attribute.doubt_beyond is not None and (share := attribute.doubt_beyond.share) is not None:
        return lambda left, right: _results_of(left, right, share)
    if attribute.kind in BY_KIND:
        return BY_KIND[attribute.kind]
    policy = policy_of(attribute)

    def related(left: Value, right: Value) -> ValueRelation:
        if _has_no_number(left) or _has_no_number(right):
            return ValueRelation("unknown", "one of the two names no number")
        if attribute.kind == "share" and left.unit != right.unit:
            left, right = as_percent(left), as_percent(right)
        return figures.relate(left, right, policy) if left.unit == right.unit else _across_units(left, right, attribute, convert)

    return related


def _titles(left: Value, right: Value) -> ValueRelation:
    found = title_kind.relate(left, right)
    if found.standing == "apart" and is_one_company(left.text, right.text):
        return ValueRelation("same", "one company, by its full name and by its initials or without its legal form")
    return found


def _posts(left: Value, right: Value) -> ValueRelation:
    """Two posts of one person: one of two that are called alike may be told without its place."""
    (where, office), (other_where, other_office) = _post_of(left), _post_of(right)
    is_one_place = where == other_where or "?" in (where, other_where)
    if office == other_office and (is_one_place or is_one_company(where.removeprefix(COMPANY), other_where.removeprefix(COMPANY))):
        return ValueRelation("same", "the same")
    return ValueRelation("both", "two different ones")


def _post_of(post: Value) -> tuple[str, str]:
    """Of what and which office, of an entity like "office:US:president", "office:company:Halvex:company_chair" or "office:?:mayor:acting"."""
    parts = (post.entity or f":?:{post.text}").split(":")
    return (f"{COMPANY}{parts[2]}", parts[3]) if f"{parts[1]}:" == COMPANY else (parts[1], parts[2])


def _texts(left: Value, right: Value) -> ValueRelation:
    if (left.entity or left.text.casefold()) == (right.entity or right.text.casefold()):
        return ValueRelation("same", "the same")
    return ValueRelation("apart", "two different ones")


def _codes(left: Value, right: Value) -> ValueRelation:
    """Two codes: "flight 370" leaves out the letters of "MH370"."""
    one, two = ((value.entity or value.text).rpartition(":")[2] for value in (left, right))
    if one == two:
        return ValueRelation("same", "the same code")
    short, full = sorted((one, two), key=len)
    if short.isdigit() and full.lstrip(ascii_uppercase) == short:
        return ValueRelation("same", "the same code without its letters")
    return ValueRelation("apart", "two codes")


def _results(left: Value, right: Value) -> ValueRelation:
    """Two results: "won 3-1" and "lost 1-3" are one, told from two sides."""
    one, two = (left.entity or left.text).split("-"), (right.entity or right.text).split("-")
    if one == two:
        return ValueRelation("same", "the same result")
    if one[:2] == two[1::-1] and one[2:] == two[2:]:
        return ValueRelation("same", "the same result, told from the other side")
    return ValueRelation("apart", "two different results")


def _results_of(left: Value, right: Value, share: Decimal) -> ValueRelation:
    """Two results of which the sums lie farther apart than `share` are of two bodies: a committee of 18 and a house of 100."""
    found = _results(left, right)
    if found.standing == "apart":
        one, two = sorted(_sum(value) for value in (left, right))
        if one < (1 - share) * two:
            return ValueRelation("other_measure", f"two results, of {one} and of {two}")
    return found


def _sum(value: Value) -> int:
    return sum(int(part) for part in (value.entity or value.text).split("-") if part.isdigit())


FEW_GAMES = 12  # two records over so few may be of any two spans
SAME_GAMES = 3  # two records that differ by more matches than this are of two times or of two spans


def _records(left: Value, right: Value) -> ValueRelation:
    """Two records of matches won and lost: over as many matches they are one or the other, over more they are two."""
    one, two = (left.entity or left.text).split("-"), (right.entity or right.text).split("-")
    if one == two:
        return ValueRelation("same", "the same record")
    played = [sum(map(int, record)) for record in (one, two)]
    if abs(played[0] - played[1]) > SAME_GAMES or min(played) < FEW_GAMES:
        return ValueRelation("other_measure", f"two records over {played[0]} and {played[1]} matches")
    return ValueRelation("apart", "two different records")


BY_KIND: Mapping[str, Relate] = {
    "bearing": bearing_kind.relate,
    "code": _codes,
    "date": day_kind.relate,
    "place": place_kind.relate,
    "post": _posts,
    "score": _results,
    "text": _texts,
    "time": clock_kind.relate,
    "title": _titles,
}


def _has_no_number(value: Value) -> bool:
    return value.point is None and value.low is None and value.high is None


def _across_units(left: Value, right: Value, attribute: Attribute, convert: Convert | None) -> ValueRelation:
    for one, two in ((left, right), (right, left)):
        if one.conversion is not None and one.conversion.unit == two.unit:
            found = figures.relate(one.conversion, two, _by_rate(attribute))
            return ValueRelation("conversion", "one amount in two units") if found.can_both_be_right else found
    if left.conversion is not None and right.conversion is not None and left.conversion.unit == right.conversion.unit:
        found = figures.relate(left.conversion, right.conversion, _by_rate(attribute))
        return ValueRelation("conversion", "one amount in two units") if found.can_both_be_right else found
    if figures.is_fraction(right):
        left, right = right, left  # as coarse as it is in its own unit
    if convert is not None and left.unit and right.unit and left.point is not None and right.point is not None:
        if right.unit.startswith(DEGREE) and left.unit.startswith(DEGREE):
            found = figures.relate(left, _in_degrees(right, left.unit, convert), policy_of(attribute))
            return ValueRelation("conversion", "one amount in two units, as converted") if found.can_both_be_right else found
        factor = convert(Decimal(1), right.unit, left.unit)
        is_equal = right.point == convert(left.point, left.unit, right.unit) or left.point == convert(right.point, right.unit, left.unit)
        if factor is not None and is_equal and left.hedge == right.hedge:
            return ValueRelation("same", "the same amount in another unit of the same measure")
        if (
            factor is not None
            and attribute.kind == "duration"
            and (_leaves_out_rest(left, right, 1 / factor) or _leaves_out_rest(right, left, factor))
        ):
            return ValueRelation("rounding", "the one gives the larger unit alone")
        if factor is not None and attribute.kind == "duration":
            coarse, fine, times = (left, right, factor) if factor < 1 else (right, left, 1 / factor)
            if fine.point is not None and figures.rounds_length(coarse, fine.point * times):
                return ValueRelation("rounding", "the one is rounded to the larger unit")
        if factor is not None:
            found = figures.relate(left, scaled(right, factor, left.unit), policy_of(attribute))
            return ValueRelation("conversion", "one amount in two units, as converted") if found.can_both_be_right else found
    for one, two in ((left, right), (right, left)):
        if may_be_dollars(one.text, one.unit, two.unit) and figures.relate(one, replace(two, unit=one.unit), policy_of(attribute)).can_both_be_right:
            return ValueRelation("conversion", f"dollars without a country may be {two.unit}")
    return ValueRelation("other_measure", f"the units do not compare: {left.unit or 'a count'} and {right.unit or 'a count'}")


def _in_degrees(value: Value, unit: str, convert: Convert) -> Value:
    """A temperature in another unit, as precise as it was printed."""

    def times(number: Decimal | None) -> Decimal | None:
        return None if number is None or value.unit is None else convert(number, value.unit, unit)

    point, above = times(value.point), times((value.point or Decimal(0)) + (value.step or Decimal(1)))
    step = None if point is None or above is None else abs(above - point)
    return replace(
        value,
        point=point,
        low=times(value.low),
        high=times(value.high),
        step=step,
        unit=unit,
        conversion=None,
        hedge="~" if value.hedge == "=" else value.hedge,
    )


def _leaves_out_rest(coarse: Value, fine: Value, size: Decimal) -> bool:
    """The larger unit of an amount told in two: "31 years" of "31 years and eight months", not of "380 months". `size`: the larger in the smaller."""
    if (
        size <= 1
        or coarse.unit is None
        or coarse.unit not in fine.text
        or coarse.point is None
        or fine.point is None
        or coarse.hedge != "="
        or coarse.point != coarse.point.to_integral_value()
    ):
        return False
    whole = round(fine.point / size, 9)
    return coarse.point == whole.to_integral_value(ROUND_FLOOR) != whole


def _by_rate(attribute: Attribute) -> Policy:
    """How tolerant a comparison through a conversion in brackets is: outlets take the rates of different days."""
    policy = policy_of(attribute)
    return replace(policy, share=max(policy.share or Decimal(0), RATES_APART)) if attribute.kind == "money" else policy


def scaled(value: Value, factor: Decimal, unit: str) -> Value:
    """The value in another unit; hedged, as the printed digits were of the first unit. 0.5 % more is allowed for the factor."""

    def times(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor

    slack = Decimal("0.01")  # "up to 6.5 feet" is up to two metres
    low, high, point = times(value.low), times(value.high), times(value.point)
    if point is not None and value.hedge in "<>":
        point *= 1 + (slack if value.hedge == "<" else -slack)
    return replace(
        value,
        point=point,
        low=None if low is None else low * (1 - slack),
        high=None if high is None else high * (1 + slack),
        step=max(times(value.step) or Decimal(0), abs(times(value.point) or Decimal(0)) / 100),
        unit=unit,
        conversion=None,
        hedge="~" if value.hedge == "=" else value.hedge,
    )
