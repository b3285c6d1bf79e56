"""`--output-format junit`: JUnit XML, which nearly every CI system shows as test results.

A test case for each finding that compares values: it fails where the finding fails the run, is skipped where it is waived, in the
baseline or known, and passes else. An input that could not be read is an error. Names are unique, as GitLab drops repeats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from factcheck.model.article import Diagnostic
from factcheck.model.finding import Finding
from factcheck.model.report import Report
from factcheck.reporters import View
from factcheck.reporters.places import Sighting, Sightings
from factcheck.reporters.quote import quote_lines
from factcheck.reporters.summary import counts, explanation, in_order, is_at, question, short_ids
from factcheck.reporters.terminal import clean, crop
from factcheck.reporters.wording import place, reading_of, told, verdict_name

LONGEST = 500  # characters of an attribute
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SKIPPED = {"baseline": "in the baseline", "known": "known from an earlier batch"}


def render(report: Report, view: View = View()) -> str:  # noqa: B008 - frozen
    """The document; no times, so that it is the same whenever it is made."""
    sightings, names = Sightings(report), short_ids(report.findings)
    taken: Counter[str] = Counter()
    cases, tally = [], Counter({"failures": 0, "errors": 0, "skipped": 0})
    for finding in in_order(report.findings):
        seen = sightings.of(finding)
        if finding.verdict == "not_comparable" or not seen:
            continue
        taken[finding.id] += 1
        name = names[finding.id] if taken[finding.id] == 1 else f"{names[finding.id]}-{taken[finding.id]}"
        kind, body = _outcome(finding, seen, view)
        tally[kind] += 1
        cases.append(_case(f"{finding.attribute}: {finding.subject} ({name})", seen[0], body))
    for number, found in enumerate((d for d in report.diagnostics if d.severity == "error"), 1):
        tally["errors"] += 1
        cases.append(_unread(found, number))
    numbers = f'tests="{len(cases)}" failures="{tally["failures"]}" errors="{tally["errors"]}"'
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="factcheck" {numbers}>\n'
    suite = f'<testsuite name="factcheck" {numbers} skipped="{tally["skipped"]}">\n'
    return f"{head}{suite}{''.join(cases)}</testsuite>\n</testsuites>\n"


def _outcome(finding: Finding, seen: list[Sighting], view: View) -> tuple[str, str]:
    """What a finding counts as, and the element that says so."""
    if not is_at(finding, view.fail_level):
        return "passed", ""
    if finding.status == "waived":
        waiver = finding.waiver
        until = f" until {waiver.until}" if waiver is not None and waiver.until else ""
        why = f"waived{until}: {waiver.reason} ({waiver.owner})" if waiver is not None else "waived"
        return "skipped", f"<skipped message={_attribute(why)}/>"
    if not counts(finding):
        return "skipped", f"<skipped message={_attribute(_SKIPPED.get(finding.status or '', ''))}/>"
    text = "\n".join(_story(finding, seen, view))
    message = f"{' | '.join(value.display[:LONGEST] for value in finding.values[:8])}: {explanation(finding)}"
    return "failures", f"<failure message={_attribute(message)} type={_attribute(f'{finding.verdict}.{finding.reason}')}>{_text(text)}</failure>"


def _story(finding: Finding, seen: list[Sighting], view: View) -> Iterator[str]:
    yield f"{verdict_name(finding.verdict)} ({finding.reason}), finding {finding.id}"
    for sighting in seen[:8]:
        yield _short(f"{place(sighting.claim, sighting.article)}    {told(sighting.claim, sighting.article)}".rstrip(), LONGEST)
        yield from quote_lines(sighting.claim, _short(reading_of(sighting.claim.value, sighting.display), LONGEST), view.width)
    yield _short(explanation(finding), 4 * LONGEST)
    if asked := question(finding):
        yield _short(asked, LONGEST)


def _short(text: str, most: int) -> str:
    """The text on one line, harmless, in at most so many columns."""
    return crop(clean(text[: 4 * most]), most)


def _case(name: str, anchor: Sighting, body: str) -> str:
    where = anchor.place
    line = f' line="{where.line}"' if where.line is not None else ""
    file = where.path.removeprefix("./")
    attributes = f"classname={_attribute(anchor.claim.article)} name={_attribute(name)} file={_attribute(file)}{line}"
    return f"<testcase {attributes}>{body}</testcase>\n" if body else f"<testcase {attributes}/>\n"


def _unread(found: Diagnostic, number: int) -> str:
    line = f' line="{found.line}"' if found.line is not None else ""
    head = (
        f"<testcase classname={_attribute(found.path)} name={_attribute(f'input could not be read ({number})')} file={_attribute(found.path)}{line}>"
    )
    return f'{head}<error message={_attribute(found.message)} type="input">{_text(clean(found.message))}</error></testcase>\n'


def _attribute(text: str) -> str:
    return quoteattr(_NOT_XML.sub("\ufffd", _short(text, LONGEST)))


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text))
