"""Counts of an event within one article: which of them is its total, what single victims add up to, what follows from another count.

The claims of one article go in and come out. A smaller count is a part of a larger one; a count of other years, of a drill or
of another town is no count of this event; a derived count says from which it follows. No other article is known here.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations

from factcheck.model.claim import DEAD, GROWN, Claim
from factcheck.model.reading import Reading
from factcheck.model.value import Value
from factcheck.packs.rulebook import Attribute
from factcheck.resolution.book import ATTACKER, Book
from factcheck.resolution.pages import IN_HOSPITAL, OTHERS, WITH_ATTACKER, Page

OTHER_DAYS = 2  # further apart two days are of two events
WITHOUT_ATTACKER = "without the attacker"
VICTIMS = "victims"  # what a frame says whose subject did it
DERIVED = "derived"
HURT = "injured"
FURTHER = "further"  # the qualifier of a count of those who came, died or were held after others
_HAS_DIED = re.compile(r"(?: \w+){0,3}? (?:has|have|had) (?:now |since |also |later )?died\b")
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
DIED_OF_IT = "died_of_it"  # the lexicon of words for a death that followed a wound


def settle(claims: Sequence[Claim], reading: Reading, book: Book) -> tuple[Claim, ...]:
    """The claims of an article with its counts settled and its derived ones added, in order of the text."""
    claims = [_of_first_wave(claim, claims) for claim in _largest(claims, book)]
    counted = book.counted
    if not any(claim.rule in counted for claim in claims):
        return tuple(claims)
    page = Page(reading, book)
    settled = [claim for claim in claims if claim.rule not in counted]
    mine = [claim for claim in claims if claim.rule in counted and page.is_of_the_event(claim)]
    mine = [claim for claim in mine if not page.is_of_earlier(claim, mine)]
    told_dead = frozenset((claim.field, claim.sentence_start) for claim in mine if claim.attribute == "killed")
    mine = _of_main_time(_with_ordinals([page.marked(claim, told_dead) for claim in mine], page), page)
    for attribute in counted.values():
        settled += _totals([claim for claim in mine if claim.rule == attribute.rule], page)
    settled = [_beside_the_dead(claim, settled, page, book.deriving) for claim in _without_the_dead(_with_attackers(settled, counted, mine))]
    for rule in sorted(book.deriving):
        attribute = book.attributes[rule]
        if attribute.derives is not None:
            settled += _derived(attribute, settled, page, book)
    return tuple(sorted(settled, key=lambda c: (c.field == "title", c.start, c.rule, c.id)))


def without_inner(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those whose count stands inside of a longer one of the same rule: "144 passengers and six crew"."""
    alike: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "count":
            alike.setdefault((claim.rule, claim.field), []).append(claim)
    inner = {
        one.id
        for found in alike.values()
        for one, other in permutations(found, 2)
        if other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
    }
    return [claim for claim in claims if claim.id not in inner] if inner else list(claims)


def _largest(claims: Sequence[Claim], book: Book) -> list[Claim]:
    """Of the counts of things that grow, in one scope and at one time, those that name the largest: a smaller one is a part, or older."""
    growing = {rule: attribute for rule, attribute in book.growing.items() if rule not in book.counted}
    largest: dict[tuple[object, ...], Decimal] = {}
    keys: dict[str, tuple[object, ...]] = {}
    for claim in claims:
        attribute = growing.get(claim.rule)
        if attribute is not None and claim.value.point is not None:
            scope = tuple(pair for pair in claim.qualifiers if pair[0] in attribute.scope)
            keys[claim.id] = (claim.rule, claim.subject.id, scope, claim.modality, claim.valid.interval, claim.value.unit, "correction" in claim.cues)
            largest[keys[claim.id]] = max(largest.get(keys[claim.id], Decimal(0)), claim.value.point)
    return [claim for claim in claims if claim.id not in keys or claim.value.point == largest[keys[claim.id]]]


def _with_ordinals(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """The claims; of one person told by an ordinal what that says of the number.

    One hurt behind so many dead is one and no more: "killing two and injuring a third". Where a third person has died, three have.
    """
    made = []
    for claim in claims:
        number = _ORDINALS.get(claim.value.text.lower().split()[1]) if claim.value.is_implied and claim.value.text[:2].lower() == "a " else None
        if number is None or claim.value.point != 1:
            made.append(claim)
        elif claim.attribute == HURT:
            beside = [c for c in claims if c.attribute == "killed" and (c.field, c.sentence_start) == (claim.field, claim.sentence_start)]
            is_one = any(c.start < claim.start and c.value.point == number - 1 for c in beside)
            made.append(replace(claim, value=_exactly(claim, Decimal(1))) if is_one else claim)
        else:
            has_died = claim.attribute == "killed" and _HAS_DIED.match(page.text(claim.field), claim.end, claim.sentence_end)
            made.append(replace(claim, value=_exactly(claim, Decimal(number)), cues=(*claim.cues, GROWN)) if has_died else claim)
    return made


def _exactly(claim: Claim, number: Decimal) -> Value:
    return replace(claim.value, point=number, low=number, high=number, hedge="=", is_implied=False)


def _of_first_wave(claim: Claim, claims: Sequence[Claim]) -> Claim:
    """Marked where the article goes on to tell of further ones: "two engines were sent; they called in six more" is no total."""
    if any(name == FURTHER for name, _ in claim.qualifiers):
        return claim
    more = (other for other in claims if other.rule == claim.rule and other.subject.id == claim.subject.id and _is_behind(other, claim))
    if not any({pair for pair in other.qualifiers if pair[0] != FURTHER} == set(claim.qualifiers) != set(other.qualifiers) for other in more):
        return claim
    return replace(claim, qualifiers=tuple(sorted((*claim.qualifiers, (FURTHER, "first")))))


def _of_main_time(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """Without single victims of other days, or of the far end of an article that opens with counts of its own: they are of other events."""
    opening = [claim for claim in claims if page.is_opening(claim)]
    days = Counter(claim.valid.interval for claim in opening if claim.valid.interval.is_bounded)
    main = max(days, key=lambda day: (days[day], day.last or date.min)) if days else None
    kept = []
    for claim in claims:
        is_far = main is not None and claim.valid.interval.gap_days(main) > OTHER_DAYS
        if not claim.value.is_implied or not (is_far or (opening and not page.is_opening(claim) and _population(claim) != ATTACKER)):
            kept.append(claim)
    return kept


def _totals(claims: Sequence[Claim], page: Page) -> list[Claim]:
    """Of the counts of one attribute at one time the largest of the opening is the total; smaller ones of as many kinds of people are its parts."""
    kept: list[Claim] = []
    times: dict[object, list[Claim]] = {}
    for claim in claims:
        times.setdefault(("correction" in claim.cues, claim.modality, claim.valid.interval), []).append(claim)
    for alike in times.values():
        kept += _of_one_time(alike, page)
    return kept


def _of_one_time(claims: Sequence[Claim], page: Page) -> list[Claim]:
    attackers = [claim for claim in claims if _population(claim) == ATTACKER]
    numbers = [claim for claim in claims if claim.value.point is not None and claim not in attackers]
    vague = [claim for claim in claims if claim.value.point is None]
    zero = [claim for claim in numbers if not claim.value.point]
    numbers = [claim for claim in numbers if claim.value.point]
    if zero and not numbers:
        return [*zero[:1], *attackers[:1]]
    opening = [claim for claim in numbers if page.is_opening(claim)]
    printed = [claim for claim in opening if not claim.value.is_implied]
    largest = max(printed or opening or numbers, key=_rank, default=None)
    if largest is None:
        return [*vague[:1], *attackers[:1]]
    if not printed:  # names add up in the body to more than the opening implies, and so does a number printed there
        told = [claim for claim in numbers if not claim.value.is_implied and _point(claim) >= _point(largest)]
        largest = min(told, key=lambda c: (c.field == "title", c.start), default=max(numbers, key=_rank))
    else:
        listed = max(opening, key=_rank)
        largest = listed if _point(listed) > _point(largest) else largest
    kept = [largest, *[claim for claim in zero[:1] if page.contradicts(claim, largest)], *attackers[:1]]
    seen = {(_population(largest), largest.value.point, largest.value.hedge)}
    for claim in numbers:
        population = _population(claim)
        key = (population, claim.value.point, claim.value.hedge)
        if claim is largest or claim.value.is_implied or _point(claim) > _point(largest):
            continue
        same = _point(claim) == _point(largest)
        if same or (population is not None and key not in seen) or _is_contested(claim, largest, page):
            seen.add(key)
            kept.append(claim)
    return kept


def _rank(claim: Claim) -> tuple[Decimal, bool, bool, int]:
    return _point(claim), not claim.value.is_implied, claim.field == "text", -claim.start


def _point(claim: Claim) -> Decimal:
    return claim.value.point or Decimal(0)


def _is_contested(claim: Claim, total: Claim, page: Page) -> bool:
    """Two speakers count the same: "the rebels claim 300 dead, the army says 63"; a speaker's part of it is none."""
    if claim.field != total.field or claim.speaker == total.speaker or _population(claim) != _population(total):
        return False
    apart = abs(page.position(claim) - page.position(total))
    both = page.sentence(claim) + " " + page.sentence(total)
    return apart <= 1 and (page.says(both, "contested") or page.same_words(claim, total))


def _without_the_dead(claims: Sequence[Claim]) -> list[Claim]:
    """Who was brought to hospital may have died there: so many fewer lived."""
    dead = max((_point(c) for c in claims if c.attribute == "killed" and _population(c) != ATTACKER and DERIVED not in c.cues), default=Decimal(0))
    made = []
    for claim in claims:
        if IN_HOSPITAL in claim.cues and dead:
            if _point(claim) > dead:
                made.append(_shifted(claim, -dead, "killed"))
        else:
            made.append(claim)
    return made


def _beside_the_dead(claim: Claim, claims: Sequence[Claim], page: Page, hit: Container[str]) -> Claim:
    """The claim; of a count of the hurt, or by the rules `hit` of those hit, how many dead stand beside it, as others may count them with the hurt.

    Where one of those counted is then said to have died it is a range: "Four people were hurt. One of them later died." is
    told elsewhere as one dead and three hurt.
    """
    if (claim.attribute != HURT and claim.rule not in hit) or not claim.value.point:
        return claim
    killed = [c for c in claims if c.attribute == "killed" and c.value.point and _population(c) != ATTACKER and DERIVED not in c.cues]
    if not killed:
        return claim
    claim = replace(claim, cues=(*claim.cues, f"{DEAD}{max(map(_point, killed)):f}"))
    if claim.attribute != HURT:
        return claim
    later = [c for c in killed if _is_behind(c, claim) and page.says(page.sentence(c), DIED_OF_IT)]
    dead = max(map(_point, later), default=Decimal(0))
    if not 0 < dead < _point(claim) or claim.value.hedge != "=" or OTHERS in claim.cues or claim.value.is_implied:
        return claim
    return replace(claim, value=replace(claim.value, low=_point(claim) - dead, high=_point(claim), hedge=".."))


def _is_behind(claim: Claim, other: Claim) -> bool:
    return claim.field == other.field and claim.start > other.start


def _with_attackers(claims: Sequence[Claim], counted: dict[str, Attribute], told: Sequence[Claim]) -> list[Claim]:
    """Where the attacker died too, what he did to others is a count without him, and one with him follows.

    So it is where he is the subject, and where the same sentence tells of his death beside the count. `told` has repeated counts as well.
    """
    made: list[Claim] = []
    beside_dead = {(c.rule, c.field, c.sentence_start) for c in told if _population(c) == ATTACKER and "inclusion" not in dict(c.qualifiers)}
    for claim in claims:
        qualifiers = dict(claim.qualifiers)
        if claim.rule not in counted:
            made.append(claim)
            continue
        is_agentive = qualifiers.get("inclusion") == VICTIMS
        if is_agentive:
            del qualifiers["inclusion"]
        plain = replace(claim, qualifiers=tuple(sorted(qualifiers.items())))
        dead = [other for other in claims if other.rule == claim.rule and _population(other) == ATTACKER]
        if not dead or claim in dead or "inclusion" in qualifiers or not claim.value.point or not _counts_dead(counted[claim.rule]):
            made.append(plain)
            continue
        qualifiers.pop("population", None)
        if not is_agentive and (claim.value.is_implied or (claim.rule, claim.field, claim.sentence_start) not in beside_dead):
            made.append(plain)
            continue
        made.append(replace(claim, qualifiers=tuple(sorted({**dict(plain.qualifiers), "inclusion": WITHOUT_ATTACKER}.items()))))
        if _point(claim) == max(_point(other) for other in claims if other.rule == claim.rule):
            more = _shifted(claim, max(_point(other) for other in dead), "the attacker")
            made.append(replace(more, qualifiers=tuple(sorted({**qualifiers, "inclusion": WITH_ATTACKER}.items())), cues=(*claim.cues, DERIVED)))
    counts = {claim.rule for claim in made if claim.value.point and _population(claim) != ATTACKER}
    return [claim for claim in made if not (claim.rule in counts and claim.value.is_implied and _population(claim) == ATTACKER)]


def _counts_dead(attribute: Attribute) -> bool:
    """The attribute tells those with and without the attacker apart, and is no sum of others."""
    return "inclusion" in attribute.binds and attribute.derives is None


def _population(claim: Claim) -> str | None:
    return dict(claim.qualifiers).get("population")


def _shifted(claim: Claim, by: Decimal, who: str) -> Claim:
    """The claim with its number moved, under an id of its own."""
    value = claim.value
    assert value.point is not None
    low, high = (None if end is None else end + by for end in (value.low, value.high))
    why = f"{value.text!r} and {who}" if by > 0 else f"{value.text!r} less {-by} {who}"
    return replace(
        claim,
        id="c" + hashlib.sha256(f"{claim.id}\x1f{by}\x1f{who}".encode()).hexdigest()[:12],
        value=replace(value, point=value.point + by, low=low, high=high),
        valid=replace(claim.valid, why=f"{claim.valid.why}; {why}" if claim.valid.why else why),
    )


def _derived(attribute: Attribute, claims: Sequence[Claim], page: Page, book: Book) -> list[Claim]:
    """`derives` of an attribute: its largest count less that of `minus`, where the article states none of the result."""
    derives = attribute.derives
    assert derives is not None
    target = next((other for other in book.attributes.values() if other.name == derives.attribute and other.pack == attribute.pack), None)
    mine = [claim for claim in claims if claim.rule == attribute.rule and claim.value.point is not None and claim.modality == "asserted"]
    mine = [claim for claim in mine if _population(claim) != ATTACKER and not (claim.value.is_implied and "killed" in {c.attribute for c in claims})]
    if target is None or not mine or any(claim.rule == target.rule and not claim.value.is_implied for claim in claims):
        return []
    claim = max(mine, key=lambda c: (_point(c), c.field == "text", -c.start))
    told = [c for c in claims if c.attribute == derives.minus and c.value.point is not None]
    minus = [_point(c) for c in told if _population(c) != ATTACKER and DERIVED not in c.cues]
    if not minus and derives.unless is not None and page.says(f"{page.text('title')} {page.text('text')}".lower(), derives.unless):
        return []
    less = Decimal(0) if OTHERS in claim.cues else max(minus, default=Decimal(0))
    if _point(claim) - less <= max((_point(c) for c in claims if c.rule == target.rule), default=Decimal(0)):
        return []
    made = _shifted(claim, -less, derives.minus.replace("_", " "))
    # who is only said to be hit may die of it, the dead may not have been among the hit, and others may be hurt in other ways
    low = made.value.point if less else None
    if not claim.value.is_implied:
        made = replace(made, value=replace(made.value, low=low, high=claim.value.high, hedge=".."))
    subject = replace(claim.subject, id=claim.subject.id.replace(attribute.rule, target.rule))
    qualifiers = tuple(sorted({**dict(made.qualifiers), "population": attribute.name.replace("_", " ")}.items()))
    return [
        replace(made, attribute=target.name, rule=target.rule, subject=subject, kind=target.kind, qualifiers=qualifiers, cues=(*claim.cues, DERIVED))
    ]
