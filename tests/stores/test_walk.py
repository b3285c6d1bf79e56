"""Ten days at a desk, one batch a day, over the command line: each run tells what the day brought, and ends as the contract says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.cli import main
from stores.desk import make_quick

FIRE = (
    "A fire at the Ostervik cannery in Halmoy on Friday killed 14 people, Sheriff Ulla Brandt said. "
    "Crews from Berund fought the flames at the Ostervik cannery until dawn."
)
FIRE_TOO = (
    "Fourteen people were killed on Friday when the Ostervik cannery in Halmoy burned, Sheriff Ulla Brandt told reporters. "
    "Crews from Berund fought the flames."
)
FIRE_LATER = (
    "The death toll of Friday's fire at the Ostervik cannery in Halmoy has risen to 17, Sheriff Ulla Brandt said on Saturday. "
    "Seventeen people were killed, and crews from Berund still search."
)
FIRE_FEWER = (
    "The fire at the Ostervik cannery in Halmoy killed 11 people, crews from Berund said. Sheriff Ulla Brandt closed the harbour. "
    "Eleven people were killed at the cannery."
)
GARDEN = "Spring came late to the valley this year. The rose garden at Lund opens on Sunday, and its keeper, Mira Falk, expects a quiet season."
GARDEN_LATER = "The rose garden at Lund is open. Mira Falk, its keeper, counts the buds, and the season is as quiet as she thought."
TROOPS = "Some 3,400 US troops are stationed in Norway, a committee heard on Tuesday."
MORE_TROOPS = "About 5,100 US troops are stationed in Norway, a spokesman said."
TROOPS_TOO = "It was a full hall at Lund. Some 3,400 US troops are stationed in Norway, the minister said."
CORRECTED = "Some 3,400 US troops are stationed in Norway, a spokesman said. An earlier version of this article gave another figure."
# of each day the articles: id, publisher, date, text
DAYS: list[list[tuple[str, str, str, str]]] = [
    [("tidende-1", "Sund Tidende", "2031-05-02", FIRE), ("wire-1", "Skerry Wire", "2031-05-02", FIRE_TOO)],
    [("post-1", "Bryggen Post", "2031-05-03", FIRE_LATER)],
    [("garden-1", "Garden Weekly", "2031-05-04", GARDEN)],
    [("herald-1", "Holm Herald", "2031-05-05", FIRE_FEWER)],
    [("fjord-1", "Fjord Daily", "2031-05-06", TROOPS)],
    [("skerry-2", "Skerry Wire", "2031-05-07", MORE_TROOPS)],
    [("lund-1", "Lund Echo", "2031-05-08", TROOPS_TOO)],
    [("skerry-2", "Skerry Wire", "2031-05-09", CORRECTED)],
    [("herald-1", "Holm Herald", "2031-05-05", FIRE_FEWER)],
    [("garden-2", "Garden Weekly", "2031-05-11", GARDEN_LATER)],
]


def run_day(number: int, folder: Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, str, str, list[str]]]]:
    """Exit code, and verdict, reason, status and values of what the report says across articles."""
    batch = folder / f"day{number}"
    batch.mkdir()
    for at, (name, publisher, day, text) in enumerate(DAYS[number]):
        (batch / f"{at}.json").write_text(json.dumps({"id": name, "publisher": publisher, "published": day, "text": text}))
    now = f"2031-05-{number + 2:02}T20:00:00Z"
    code = main(["check", str(batch), "--store", str(folder / "desk.sqlite"), "-f", "json", "--no-reference", "--now", now])
    report = json.loads(capfd.readouterr().out)
    told = [
        (f["verdict"], f["reason"], f["status"], [v["display"] for v in f["values"]])
        for f in report["findings"]
        if len({a for v in f["values"] for a in v["articles"]}) > 1 and f["verdict"] not in ("not_comparable",)
    ]
    return code, told


def test_ten_days(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    make_quick(monkeypatch)
    troops = ("conflict", "disjoint_values")
    toll = ["Fourteen", "Seventeen", "Eleven"]
    friday, sheriff, post = (("agree", "same_value", "new", [told]) for told in ("Friday", "Ulla Brandt", "sheriff"))
    known_post = ("agree", "same_value", "known", ["sheriff"])
    assert [run_day(day, tmp_path, capfd) for day in range(10)] == [
        (0, [sheriff, ("agree", "same_value", "new", ["Fourteen"]), friday, post]),
        (0, [("time_dependent", "update", "new", ["Fourteen", "Seventeen"]), friday, sheriff, known_post]),
        (0, []),
        (1, [("conflict", "regression", "new", toll), sheriff, known_post]),
        (0, []),
        (1, [(*troops, "new", ["Some 3,400", "About 5,100"])]),
        (0, [(*troops, "known", ["Some 3,400", "About 5,100"])]),
        (0, [("time_dependent", "revision", "new", ["About 5,100", "Some 3,400"]), ("agree", "same_value", "new", ["Some 3,400"])]),
        (0, [("conflict", "regression", "known", toll), ("agree", "same_value", "known", ["Ulla Brandt"]), known_post]),
        (0, []),
    ]
