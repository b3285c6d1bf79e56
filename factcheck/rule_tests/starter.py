"""The text of a first attribute file: a rule that works as it stands, with cases in which it fires and in which it keeps quiet.

A name and a kind go in, YAML comes out. Whoever writes the rule then puts the words of the news in the place of these.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from factcheck.errors import UsageError, did_you_mean


@dataclass(frozen=True, slots=True)
class Sample:
    """Values of a kind as news prints them: one, another that conflicts, and the first in other words, with the verdict on these two."""

    one: str
    other: str
    near: str
    verdict: str
    behaves: str = "fixed"
    unit: str = ""


SAMPLES: dict[str, Sample] = {
    "count": Sample("4,120", "5,300", "about 4,100", "compatible", "{behaves: state, holds_for: 1y}"),
    "money": Sample("$4.2 million", "$5.9 million", "about $4 million", "compatible"),
    "share": Sample("42 percent", "57 percent", "about 40 percent", "compatible", "{behaves: state, holds_for: 1y}"),
    "duration": Sample("85 minutes", "50 minutes", "about 90 minutes", "compatible"),
    "distance": Sample("142 metres", "155 metres", "about 140 metres", "compatible"),
    "date": Sample("3 May 2019", "9 June 2019", "May 2019", "compatible"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the author says of the rule; what is empty gets a sentence to be replaced."""

    what: str = ""
    why: str = ""
    ask: str = ""


def pack_text(name: str) -> str:
    """`pack.yml` of a pack."""
    return f'pack: {name}\nversion: "1"\nwhat: Rules of our desk.\n'


def attribute_text(name: str, kind: str, words: Words = Words()) -> str:
    """`<name>.yml`, definition and cases. UsageError for a kind without a sample."""
    if kind not in SAMPLES:
        raise UsageError(f'no sample for the kind "{kind}"{did_you_mean(kind, SAMPLES)}')
    sample, said = SAMPLES[kind], name.replace("_", " ")
    behaves = sample.behaves if sample.behaves.startswith("{") else f"{{behaves: {sample.behaves}}}"
    return f"""\
# {{{kind}}} is the value, {{name}} what it is about; (a|b) is one of several, [a] may be left out, ... skips words of one clause.
# `factcheck rules test` runs the cases, `factcheck rules lint` says what to mend, `factcheck rules schema` gives editors the schema.
attribute: {name}
kind: {kind}
time: {behaves}  # fixed, state, single_holder, cumulative, flow or plan
subject: "{{name}}"
what: {_scalar(words.what or f"What the {said} of something is.")}
why: {_scalar(words.why or "Sources give it differently.")}
example: "the {said} of Harbour Tower is {sample.one}"
ask: {_scalar(words.ask or f"How was the {said} measured?")}
frames:
  - "the {said} of [the] {{name}} (is|was|stands at|stood at) {{{kind}}}"
  - "[the] {{name}} has (a|an) {said} of {{{kind}}}"
---
cases:
  - name: two values of one thing are a conflict
    articles:
      - {{id: a, published: 2024-02-01, text: "The {said} of Harbour Tower is {sample.one}."}}
      - {{id: b, published: 2024-02-03, text: "Harbour Tower has a {said} of {sample.other}, as the owner tells visitors."}}
    expect: [{{verdict: conflict, values: ["{sample.one}", "{sample.other}"]}}]
  - name: the same in other words is no conflict
    articles:
      - {{id: a, published: 2024-02-01, text: "The {said} of Harbour Tower is {sample.one}."}}
      - {{id: b, published: 2024-02-03, text: "Guides say that the {said} of Harbour Tower was {sample.near}."}}
    expect: [{{verdict: {sample.verdict}}}]
  - name: two things have a value each
    articles:
      - {{id: a, published: 2024-02-01, text: "The {said} of Harbour Tower is {sample.one}."}}
      - {{id: b, published: 2024-02-03, text: "The {said} of Castle Bridge is {sample.other}."}}
    expect: []
  - name: another value in the same sentence is not this one
    articles:
      - {{id: a, published: 2024-02-01, text: "The {said} of Harbour Tower is {sample.one}."}}
      - {{id: b, published: 2024-02-03, text: "Nobody asked for the {said} of Harbour Tower, and {sample.other} stood on a sign next door."}}
    expect: []
"""


def _scalar(text: str) -> str:
    """Text as a YAML value on one line."""
    plain = " ".join(text.split())
    is_plain = plain and plain[0].isalpha() and not any(part in plain for part in (": ", " #")) and not plain.endswith(":")
    return plain if is_plain else json.dumps(plain, ensure_ascii=False)
