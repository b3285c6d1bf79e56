"""`factcheck review`: go through the open findings of a store and decide; what was decided, by whom and why goes into the store."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import click

from factcheck.cli.batch import view_of
from factcheck.cli.moment import now_of, now_option
from factcheck.cli.options import color_option, settings_of, settings_options
from factcheck.cli.stored import stamp, store_of, store_option
from factcheck.cli.streams import write_stdout
from factcheck.errors import UsageError
from factcheck.model.decision import CHOICES, Choice, Decision
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.summary import articles_by_id, claims_by_id, short_ids
from factcheck.reporters.terminal import clean
from factcheck.reporters.wording import count
from factcheck.stores import decisions as kept
from factcheck.stores.findings import kept_findings
from factcheck.stores.store import Store

KEYS: dict[str, Choice] = {key: choice for choice, (key, _) in CHOICES.items()}
HELP = "y real  n not  s scope differs  w waive  d defer  u undo  q quit"
LOOKED_AT = "f.verdict IN ('conflict', 'disputed')"


@click.command()
@store_option
@click.option("--apply", "apply_file", metavar="FILE", type=click.Path(), help="Take the decisions in this file, as the HTML report downloads them.")
@click.option("--stats", is_flag=True, help="Say how the decisions fell out: precision for each attribute.")
@click.option("--who", metavar="NAME", help="Who decides (default: the name of the user).")
@now_option
@color_option
@settings_options
def review(apply_file: str | None, stats: bool, who: str | None, **given: Any) -> None:
    """Go through the open conflicts and disputes of a store, and decide with a key.

    y real, n not a conflict, s the scope differs, w waive, d defer, u undo, q quit. Each decision is recorded at once. Where
    standard input is no terminal, each line is a key, followed by a line with the reason where one is asked for.
    """
    settings = settings_of(given)
    if stats and apply_file:
        raise UsageError("give --apply or --stats, not both")
    when = stamp(now_of(given["now"]))
    with store_of(settings) as store:
        if stats:
            return write_stdout(stats_text(store))
        if apply_file:
            return write_stdout(_applied(store, apply_file, when))
        store.look()
        waiting = _open(store)
        report = _report(store, waiting)
        store.rollback()
        view = view_of(settings, "findings", sys.stdout is not None and sys.stdout.isatty(), bool(given.get("verbose")))
        session = Session(store, report, view, who or _user(), when, _key_reader())
        write_stdout(session.run())
    return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _open(store: Store) -> list[Any]:
    """The conflicts and disputes that nobody decided, or that were deferred."""
    found = kept_findings(store, LOOKED_AT)
    made = kept.decisions_on(store, [one.finding.id for one in found])
    return [one for one in found if one.finding.id not in made or made[one.finding.id].decision.decision == "deferred"]


def _report(store: Store, waiting: list[Any]) -> Report:
    from factcheck.batches.look_back import report_on

    return report_on(store, waiting)


def _key_reader() -> Callable[[], str]:
    """What gives the next key: a press on a terminal, else the beginning of the next line (empty at the end)."""
    if sys.stdin is not None and sys.stdin.isatty():
        return lambda: click.getchar()
    return lambda: (sys.stdin.readline() if sys.stdin is not None else "")[:1]


@dataclass(slots=True)
class Session:
    """One sitting: findings in order, and what was decided of them so far."""

    store: Store
    report: Report
    view: View
    who: str
    when: str
    key: Callable[[], str]
    made: list[tuple[int, int]] = field(default_factory=list)  # index of the finding, number of the decision

    def run(self) -> str:
        """Ask until all is decided or somebody quits; what was done, in a line."""
        at = 0
        while at < len(self.report.findings):
            self._show(at)
            at = self._ask(at)
        if not self.report.findings:
            return "Nothing is open.\n"
        left = len(self.report.findings) - len({index for index, _ in self.made})
        return f"{count(len(self.made), 'decision')} recorded, {left} open.\n"

    def _show(self, at: int) -> None:
        from factcheck.reporters.table import block

        finding = self.report.findings[at]
        lines = block(finding, short_ids(self.report.findings)[finding.id], claims_by_id(self.report), articles_by_id(self.report), self.view)
        write_stdout(f"\n{at + 1} of {len(self.report.findings)}\n" + "\n".join(lines) + f"\n{HELP}\n")

    def _ask(self, at: int) -> int:
        """The index of the next finding to show; beyond the last where the sitting is over."""
        while True:
            key = self.key().lower()
            if key in ("q", "", "\x03", "\x04"):
                return len(self.report.findings)
            if key == "u":
                return self._undo(at)
            if key in KEYS:
                self._decide(at, KEYS[key])
                return at + 1
            if key.strip():
                write_stdout(f'no key "{clean(key)}": {HELP}\n')

    def _decide(self, at: int, choice: Choice) -> None:
        finding = self.report.findings[at]
        why = self._line("why? ", is_needed=choice == "waived") if choice in ("not", "scope", "waived") else ""
        until = self._until() if choice == "waived" else None
        self.store.begin()
        number = kept.decide(self.store, Decision(finding.id, choice, why, self.who), finding.attribute, self.when, until)
        self.store.commit()
        self.made.append((at, number))
        write_stdout(f"{CHOICES[choice][1]}\n")

    def _undo(self, at: int) -> int:
        if not self.made:
            write_stdout("nothing to undo\n")
            return at
        index, number = self.made.pop()
        self.store.begin()
        kept.undo(self.store, number, self.when)
        self.store.commit()
        return index

    def _until(self) -> str | None:
        while True:
            said = self._line("until which day (YYYY-MM-DD, empty: no end)? ", is_needed=False)
            if not said:
                return None
            try:
                return date.fromisoformat(said).isoformat()
            except ValueError:
                write_stdout(f'expected a day such as 2026-03-31, found "{clean(said)}"\n')

    def _line(self, prompt: str, is_needed: bool) -> str:
        while True:
            write_stdout(prompt)
            line = sys.stdin.readline() if sys.stdin is not None else ""
            if line.strip() or not is_needed:
                return line.strip()
            if not line:
                raise UsageError("standard input ended where a reason was needed; what was decided before is recorded")


def _applied(store: Store, file: str, when: str) -> str:
    """Record the decisions of a file, all or none."""
    from factcheck.reporters.decisions import read

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror or error}") from None
    wanted = read(data, file)
    store.begin()
    count_new = 0
    for one in wanted:
        finding = _finding(store, one.fingerprint, file)
        decision = Decision(finding.id, one.decision, one.why, one.who)
        before = kept.decisions_on(store, [finding.id]).get(finding.id)
        if before is None or before.decision != decision:
            kept.decide(store, decision, finding.attribute, when)
            count_new += 1
    store.commit()
    return f"{count(count_new, 'decision')} recorded, {len(wanted) - count_new} known already.\n"


def _finding(store: Store, prefix: str, file: str) -> Finding:
    found = store.db.rows("SELECT DISTINCT name FROM findings WHERE name >= ? AND name < ?", (prefix, prefix + "g"))
    if len(found) != 1:
        what = "no finding in the store begins so" if not found else f"{len(found)} findings begin so"
        raise UsageError(f"{file}: {prefix}: {what}; nothing of the file was recorded")
    newest = store.number("SELECT max(id) FROM findings WHERE name = ?", found[0][0])
    from factcheck.stores.findings import finding_of

    return finding_of(store.db.rows("SELECT data FROM findings WHERE id = ?", (newest,))[0][0])


def stats_text(store: Store) -> str:
    """The table of decisions by attribute; precision is the share of real conflicts among those judged."""
    tallies = kept.tallies(store)
    if not tallies:
        return "Nothing was decided yet.\n"
    from tabulate import tabulate

    rows = [[t.attribute, *(t.counts.get(c, 0) for c in CHOICES), "" if t.precision is None else f"{t.precision:.2f}"] for t in tallies]
    total = kept.Tally("all", {c: sum(t.counts.get(c, 0) for t in tallies) for c in CHOICES})
    rows.append(["all", *(total.counts[c] for c in CHOICES), "" if total.precision is None else f"{total.precision:.2f}"])
    return str(tabulate(rows, headers=["attribute", *CHOICES, "precision"], tablefmt="simple", disable_numparse=True)) + "\n"
