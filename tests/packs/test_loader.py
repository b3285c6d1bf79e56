"""A pack that is not as it must be stops the run at its first fault, with file, line, column and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.errors import PackError
from factcheck.packs.loader import load_rules

PACK = 'pack: floods\nversion: "1"\nwhat: Floods.\n'
ATTRIBUTE = """attribute: homes_flooded
kind: count
what: How many homes stand under water.
why: The figure grows, and outlets lag.
example: "300 homes were flooded"
time: {behaves: cumulative, holds_for: 6 months}
subject: "homes flooded in {place}"
frames:
  - "{count} homes (were|are) flooded in {place}"
"""
LEXICON = "lexicon: flooded\nwhat: Words for under water.\nentries:\n  - flooded\n  - under water\n"
TABLE = """table: rivers
what: Rivers.
columns:
  name: {what: the name}
  since: {what: first seen, type: date, may_be_empty: yes}
  bank: {what: side, one_of: [left, right]}
sorted_by: [name]
unique: [name]
sources: {own: the authors}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "pack.yml", PACK)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def fault(folder: Path) -> str:
    """The message of the PackError, without the path of the folder."""
    with pytest.raises(PackError) as error:
        load_rules([folder], builtin=False)
    return str(error.value).removeprefix(str(folder)).lstrip("/")


def test_a_pack_of_one_attribute_loads(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE)
    book = load_rules([folder], builtin=False)
    (attribute,) = book.attributes
    assert (attribute.rule, attribute.kind, attribute.times.behaves, attribute.times.holds_days) == (
        "floods.homes-flooded",
        "count",
        "cumulative",
        180,
    )
    assert attribute.source == "floods/homes_flooded.yml"
    assert [rule.frame.text for rule in attribute.frames] == ["{count} homes (were|are) flooded in {place}"]
    assert [pack.name for pack in book.packs] == ["floods"]


def test_everything_that_an_attribute_may_say_is_read(folder: Path) -> None:
    more = """unit: home
scope: {binds: [place], optional: [population]}
belongs_to: event
event: {type: flood, anchors: [place, day]}
exact: no
tolerance: 2.5%
severity: warning
ask: Counted by whom?
since: "0.2"
defaults: {place: the region}
"""
    frame = """  - frame: "{count} homes may flood in {place}"
    modality: forecast
    qualifiers: {level: high}
    note: a guess
    unless: "{place} stayed dry"
"""
    write(folder, "homes_flooded.yml", more + ATTRIBUTE + frame)
    (attribute,) = load_rules([folder], builtin=False).attributes
    assert (attribute.unit, attribute.binds, attribute.optional, attribute.belongs_to, attribute.event_type, attribute.anchors) == (
        "home",
        ("place",),
        ("population",),
        "event",
        "flood",
        ("place", "day"),
    )
    assert (attribute.exact, str(attribute.tolerance.share), attribute.severity, attribute.ask, attribute.since, attribute.defaults) == (
        False,
        "0.025",
        "warning",
        "Counted by whom?",
        "0.2",
        (("place", "the region"),),
    )
    rule = attribute.frames[1]
    assert (rule.modality, rule.qualifiers, rule.note, [frame.text for frame in rule.unless]) == (
        "forecast",
        (("level", "high"),),
        "a guess",
        ["{place} stayed dry"],
    )


@pytest.mark.parametrize(("written", "days"), [("1y", 365), ("2 weeks", 14), ("6 months", 180), ("90 days", 90), ("10d", 10)])
def test_lengths_of_time_are_days(folder: Path, written: str, days: int) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE.replace("6 months", written))
    assert load_rules([folder], builtin=False).attributes[0].times.holds_days == days


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: count", "kinds: count", 'homes_flooded.yml:2:1: unknown key "kinds"; did you mean "kind"?'),
        ("kind: count", "kind: cuont", 'homes_flooded.yml:2:7: "cuont" is no kind; did you mean "count"?'),
        ("kind: count", "kind: count\nbelongs_to: [event]", 'homes_flooded.yml:3:1: "belongs_to" wants one of entity, person, event'),
        ("kind: count", "kind: count\nkind: money", 'homes_flooded.yml:3:1: the key "kind" is repeated'),
        ("what: How many homes stand under water.\n", "", 'homes_flooded.yml:1:1: the key "what" is missing'),
        ("what: How many homes stand under water.", "what:", 'homes_flooded.yml:3:1: "what" wants a text that is not empty'),
        (
            "behaves: cumulative",
            "behaves: growing",
            'homes_flooded.yml:6:17: "growing" is no behaves; known: cumulative, fixed, flow, plan, single_holder, state',
        ),
        ("behaves: cumulative", "behave: cumulative", 'homes_flooded.yml:6:8: unknown key "behave"; did you mean "behaves"?'),
        ("6 months", "soon", 'homes_flooded.yml:6:40: "soon" is no length of time; write "1y", "6 months", "2w" or "90 days"'),
        ("time: {behaves: cumulative, holds_for: 6 months}", "time: state", 'homes_flooded.yml:6:7: "time" wants key: value lines, not "state"'),
        ("kind: count", "kind: count\nexact: maybe", 'homes_flooded.yml:3:8: "exact" wants yes or no, not "maybe"'),
        ("kind: count", "kind: count\nseverity: fatal", 'homes_flooded.yml:3:11: "fatal" is no severity; known: error, none, note, warning'),
        (
            "kind: count",
            "kind: count\nbelongs_to: event",
            'homes_flooded.yml:3:13: an attribute that belongs to an event needs "event: {type: ..., anchors: [...]}"',
        ),
        ("kind: count", "kind: count\nscope: {binds: [place], optional: [place]}", 'homes_flooded.yml:3:36: "place" is both binding and optional'),
        ("attribute: homes_flooded", "attribute: homes", 'homes_flooded.yml:1:12: the attribute is called "homes", its file "homes_flooded"'),
        ("attribute: homes_flooded", "attribut: homes_flooded", 'homes_flooded.yml:1:1: an attribute file begins with "attribute: homes_flooded"'),
        ("frames:\n  -", "frames:\n    ", 'homes_flooded.yml:9:6: "frames" wants a list, not "{count} homes (were|are) flooded in {place}"'),
        ("(were|are)", "(were|are", 'homes_flooded.yml:9:20: "(" is never closed, in the frame: {count} homes (were|are flooded in {place}'),
        ("are) flooded", "are) <floods>", 'homes_flooded.yml:9:5: no lexicon is called "floods"'),
        (
            '  - "{count} homes',
            '  - {frame: "{count}", modalities: plan}\n  - "{count} homes',
            'homes_flooded.yml:9:24: unknown key "modalities"; did you mean "modality"?',
        ),
        (
            '  - "{count} homes',
            '  - {frame: "{count}", modality: plan}\n  - "{count} homes',
            'homes_flooded.yml:9:34: "plan" is no modality; did you mean "planned"?',
        ),
        ('  - "{count} homes', '  - {frame: "{count}", speaker: who}\n  - "{count} homes', 'homes_flooded.yml:9:33: the frame has no role "who"'),
    ],
)
def test_a_faulty_attribute_is_refused_with_its_place(folder: Path, old: str, new: str, message: str) -> None:
    assert old in ATTRIBUTE
    write(folder, "homes_flooded.yml", ATTRIBUTE.replace(old, new, 1))
    assert fault(folder) == message


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("pack.yml", 'pack: floods\nversion: "1"\n', 'pack.yml:1:1: the key "what" is missing'),
        ("pack.yml", 'pack: Floods\nversion: "1"\nwhat: x\n', 'pack.yml:1:7: "pack" wants lower case with underscores, not "Floods"'),
        ("pack.yml", "", 'pack.yml:1:1: expected "key: value" lines of `pack'),
        ("pack.yml", PACK + "requires: [rains]\n", 'pack.yml: the pack "floods" requires "rains", which is not loaded; known: floods'),
        (
            "notes.txt",
            "x",
            "notes.txt: a pack holds pack.yml, attribute files (.yml) and the folders lexicon, reference and cases; this is none of them",
        ),
        (
            "extra/a.yml",
            "x: y",
            "extra: a pack holds pack.yml, attribute files (.yml) and the folders lexicon, reference and cases; this is none of them",
        ),
        ("homes.yaml", ATTRIBUTE, "homes.yaml: a pack holds pack.yml, attribute files (.yml) and the folders"),
        ("lexicon/flooded.yaml", LEXICON, "lexicon/flooded.yaml: lexicon holds files ending in .yml; this is none"),
        ("lexicon/flooded.yml", LEXICON + "  - flooded\n", 'lexicon/flooded.yml:6:5: "flooded" stands twice in the lexicon "flooded"'),
        ("lexicon/flooded.yml", LEXICON.replace("entries", "phrases"), 'lexicon/flooded.yml:3:1: unknown key "phrases"'),
        (
            "reference/rivers.csv",
            "name,since,bank\n",
            "reference/rivers.csv: the table has no declaration; write rivers.yml with its columns and sources",
        ),
        ("reference/rivers.yml", TABLE, "reference/rivers.yml: this declares a table that is not there: rivers.csv"),
        ("reference/rivers.json", "{}", "reference/rivers.json: reference holds files ending in .csv and .yml; this is none"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place(folder: Path, name: str, text: str, message: str) -> None:
    write(folder, name, text)
    assert fault(folder).startswith(message)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("name,bank\nElbe,left\n", "reference/rivers.csv:1: the header is name,bank; declared is name,since,bank"),
        ("name,since,bank\nElbe,1900-01,left\nOder,right\n", "reference/rivers.csv:3: 2 cells; expected 3"),
        ("name,since,bank\nElbe,1900-13,left\n", 'reference/rivers.csv:2: "1900-13" is no date; write 2025-10-21 or 2025-10'),
        ("name,since,bank\nElbe,,rihgt\n", 'reference/rivers.csv:2: "rihgt" is no bank; did you mean "right"?'),
        ("name,since,bank\nElbe,,left\n,,left\n", 'reference/rivers.csv:3: the column "name" is empty'),
        ('name,since,bank\n"Elbe,,left\n', "reference/rivers.csv:2: not valid CSV: unexpected end of data"),
    ],
)
def test_a_faulty_table_is_refused_with_its_line(folder: Path, rows: str, message: str) -> None:
    write(folder, "reference/rivers.yml", TABLE)
    write(folder, "reference/rivers.csv", rows)
    assert fault(folder) == message


def test_a_table_is_kept_as_it_stands(folder: Path) -> None:
    write(folder, "reference/rivers.yml", TABLE)
    write(folder, "reference/rivers.csv", "name,since,bank\nElbe,1900-01,left\nOder,,right\n")
    table = load_rules([folder], builtin=False).tables["rivers"]
    assert (table.columns, table.rows) == (("name", "since", "bank"), (("Elbe", "1900-01", "left"), ("Oder", "", "right")))


def test_a_lexicon_may_group_its_phrases(folder: Path) -> None:
    write(folder, "lexicon/flooded.yml", "lexicon: flooded\nwhat: Words.\nentries:\n  flooded: [flooded, under water]\n  dry: dry\n")
    lexicon = load_rules([folder], builtin=False).lexicons["flooded"]
    assert [(entry.phrase, entry.canonical) for entry in lexicon.entries] == [("flooded", "flooded"), ("under water", "flooded"), ("dry", "dry")]


def test_a_phrase_in_two_groups_is_refused(folder: Path) -> None:
    write(folder, "lexicon/flooded.yml", "lexicon: flooded\nwhat: Words.\nentries:\n  wet: [flooded, soaked]\n  dry: [parched, soaked]\n")
    assert fault(folder) == 'lexicon/flooded.yml:5:18: "soaked" stands twice in the lexicon "flooded"'


def test_a_second_pack_adds_to_a_lexicon(tmp_path: Path) -> None:
    write(tmp_path, "one/pack.yml", PACK)
    write(tmp_path, "one/lexicon/flooded.yml", LEXICON)
    write(tmp_path, "two/pack.yml", PACK.replace("floods", "rains"))
    write(tmp_path, "two/lexicon/flooded.yml", "lexicon: flooded\nwhat: More.\nentries: [drowned]\n")
    assert load_rules([tmp_path], builtin=False).lexicons["flooded"].phrases == ("flooded", "under water", "drowned")


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "one/pack.yml", PACK)
    write(tmp_path, "two/pack.yml", PACK)
    assert fault(tmp_path) == 'two/pack.yml:1:7: a pack called "floods" is loaded already'


def test_one_pack_named_twice_is_one(tmp_path: Path) -> None:
    write(tmp_path, "one/pack.yml", PACK)
    (tmp_path / "link").symlink_to(tmp_path / "one")
    assert [pack.name for pack in load_rules([tmp_path, tmp_path / "one"], builtin=False).packs] == ["floods"]


def test_one_attribute_in_two_packs_is_refused(tmp_path: Path) -> None:
    for name in ("floods", "rains"):
        write(tmp_path, f"{name}/pack.yml", PACK.replace("floods", name))
        write(tmp_path, f"{name}/homes_flooded.yml", ATTRIBUTE)
    assert fault(tmp_path) == 'rains/homes_flooded.yml:1:12: the attribute "homes_flooded" is defined already in floods/homes_flooded.yml'


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path).endswith("this folder holds no rule pack (a pack has a pack.yml)")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path / "gone") == ": there is no such folder of rules"


def test_text_that_is_not_utf8_is_refused_with_its_place(folder: Path) -> None:
    (folder / "homes.yml").write_bytes(b"attribute: homes\nwhat: \xe9\n")
    assert fault(folder) == "homes.yml:2:7: not UTF-8"


def test_notes_and_hidden_files_may_lie_in_a_pack(folder: Path) -> None:
    write(folder, "README.md", "Notes.")
    write(folder, ".hidden", "x")
    assert load_rules([folder], builtin=False).attributes == ()


def test_cases_are_not_read_with_the_rules(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE + "---\ncases: nonsense\n")
    assert len(load_rules([folder], builtin=False).attributes) == 1


def test_a_pack_adds_to_those_that_come_along(folder: Path) -> None:
    write(folder, "homes_flooded.yml", ATTRIBUTE)
    book = load_rules([folder])
    assert "homes_flooded" in [attribute.name for attribute in book.attributes]
    assert "Japan" in book.places


def test_an_office_of_an_unknown_place_is_refused(folder: Path) -> None:
    write(
        folder,
        "lexicon/posts.yml",
        "offices:\n  - office: harbour_master\n    label: harbour master\n    of: city\n    titles_in: {XX: [harbour master]}\n",
    )
    assert fault(folder).startswith('lexicon/posts.yml:5:17: no place has the id "XX"')


def test_an_office_without_a_title_is_refused(folder: Path) -> None:
    write(folder, "lexicon/posts.yml", "offices:\n  - office: harbour_master\n    label: harbour master\n    of: city\n")
    assert fault(folder) == 'lexicon/posts.yml:2:13: the office "harbour_master" has no title'


def test_a_title_with_an_open_bracket_is_refused(folder: Path) -> None:
    write(
        folder,
        "lexicon/posts.yml",
        "offices:\n  - office: harbour_master\n    label: harbour master\n    of: city\n    titles: ['(port|harbour master']\n",
    )
    assert fault(folder) == 'lexicon/posts.yml:5:14: a bracket is not closed by ")"'
