"""What `factcheck explain REASON` says beyond its meaning: an example in invented words, and what would change the verdict.

Also the help of formats that carry one for each reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model.finding import REASONS, SEVERITY_BY_VERDICT
from factcheck.reporters.wording import verdict_name


@dataclass(frozen=True, slots=True)
class Note:
    """`example`: two sources and what they say; `change`: what smallest change would give another verdict, and which."""

    example: str
    change: str


NOTES: dict[str, Note] = {
    "same_value": Note('"41 houses burnt" and "the fire took 41 houses".', "A conflict, if one said 43 of the same fire on the same day."),
    "rounding": Note('"1,204 visitors" and "about 1,200 visitors".', "A conflict, if the rounded figure were 1,500."),
    "bounds": Note('"at least 30 boats" and "31 boats".', "Undetermined, if the second figure were 90: within the bound, but far from it."),
    "refinement": Note('"in May 2031" and "on 4 May 2031".', "A conflict, if the day lay in June."),
    "conversion": Note('"20 miles" and "32 kilometres".', "A conflict, if the second figure were 42 kilometres."),
    "disjoint_values": Note(
        'On one day: "2,100 soldiers in the valley" and "about 2,600 soldiers in the valley".', "Agreement, if one counted reserves."
    ),
    "internal": Note('One article: "12 were hurt" above, "15 were hurt" below, of one crash.', "A dispute, if it quoted two speakers."),
    "copy_error": Note('A wire says "110 million", a paper that prints it "101 million".', "An update, if the paper said that it corrects the wire."),
    "stale": Note('March: "the ban ended". June, elsewhere: "the ban is in force".', "A change of state, if a return of the ban was reported."),
    "regression": Note('Monday: "60 dead". Tuesday: "52 dead" of the same flood.', "A revision, if the later report said that it corrects."),
    "part_exceeds_whole": Note('"9 of the 7 boats sank".', "Agreement, if the part belonged to another whole."),
    "arithmetic": Note('"12 men and 9 women, 20 in all".', "Agreement, if the total left somebody out and said so."),
    "succession": Note('2029: "the mayor, Ada Holm". 2031: "the mayor, Bo Lind".', "A conflict, if both were said of one day."),
    "state_change": Note('2024: "900 are stationed there". 2031: "1,500 are stationed there".', "A conflict, if both spoke of one time."),
    "update": Note('Monday: "12 dead". Tuesday: "19 dead" of the same flood.', "A conflict, if both spoke of one day."),
    "revision": Note('"14 were hurt; an earlier version said 41".', "A conflict, if neither corrected the other."),
    "speakers": Note('"The union counts 900 marchers, the police 300."', "A conflict, if the articles said both in their own voice."),
    "denial": Note('"Two boats sank", and "the port denied that two boats sank".', "Agreement, if the denial was of something else."),
    "estimates": Note("Two institutes estimate growth at 1.2 and at 1.9 percent.", "A conflict, if both stated a count and no estimate."),
    "different_event": Note('"8 died in the Strelsau fire" and "3 died in the Zenda fire".', "A conflict, if both told of one fire."),
    "different_scope": Note('"40 schools in the city" and "95 schools in the province".', "A conflict, if both counted the city."),
    "different_measure": Note('"rents rose by 5 percent" and "rents rose to 900 crowns".', "A conflict, if both gave the rise."),
    "modality": Note('"The town will buy 8 buses" and "the town bought 6 buses".', "A conflict, if both were stated as fact."),
    "undated": Note(
        'Two undated articles: "the fleet has 12 ships", "the fleet has 15 ships".',
        "A conflict, if both spoke of one day; a change, if they lay far apart.",
    ),
    "unknown_scope": Note('"300 pupils" and "420 pupils in both buildings".', "A conflict, if both counted both buildings."),
}
NEAR_MISS = (
    "near_miss\n  Not a reason but a mark on a conflict: the gap between the values is small beside the values, so look at it before you trust it.\n"
)


def reason_text(name: str) -> str:
    """What a reason means, which verdict it goes with, an example, and what would change it."""
    verdict, meaning = REASONS[name]
    lines = [name, f"  {meaning}", f"  verdict     {verdict_name(verdict)}, severity {SEVERITY_BY_VERDICT[verdict]}"]
    note = NOTES[name]
    return "\n".join([*lines, f"  for example {note.example}", f"  would be    {note.change[0].lower()}{note.change[1:]}"]) + "\n"
