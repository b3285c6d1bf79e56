"""What a person decided of a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Choice = Literal["real", "not", "scope", "waived", "deferred"]

# What each choice says, and the key that makes it in the terminal and in the page.
CHOICES: dict[Choice, tuple[str, str]] = {
    "real": ("y", "The sources do conflict."),
    "not": ("n", "This is no conflict: the program is wrong."),
    "scope": ("s", "The sources count different things."),
    "waived": ("w", "A conflict that is known and accepted."),
    "deferred": ("d", "To be looked at later."),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """`decision` on the finding with this `fingerprint` (its whole id), `why` and by `who`; when it was made is for whoever records it."""

    fingerprint: str
    decision: Choice
    why: str = ""
    who: str = ""
