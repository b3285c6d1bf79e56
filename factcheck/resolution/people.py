"""Who is meant inside one article: a last name alone is the person whose full name stands there.

Names of one article go in, full names come out. Across articles, role, country and term decide; see `holders`.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from factcheck.model.mention import NameMention
from factcheck.text.folding import PARTICLES, fold

# What the last word of a thing's name is, never of a person's.
INSTITUTIONS = frozenset(
    """academy ag agency airlines airport airways albion alliance arena association athletic authority avenue bank base bhd board boulevard
    bridge brothers building bureau bv cathedral center centre church city club co coalition college commission committee communications
    company corp corporation council county court cup department district energy entertainment fc federation foundation front fund gmbh
    group guards hall high holdings hospital hotel hotspur house inc industries institute island islands laboratories lake league library
    limited llc llp ltd mall market ministry mosque motors mountain museum networks news nv organisation organization oyj park partners
    party pharmaceuticals pictures plaza plc police post press prison pty records republic river road rovers school sea securities service
    services society software spa square stadium station street studios systems technologies temple theater theatre times tower town treaty
    tribune union united university valley wanderers""".split()
)

# Bodies to which something is told: "told the Senate Lind's plan was late" names no Senate Lind.
_TOLD = frozenset("board cabinet commission committee congress council government house ministry parliament police senate".split())

_GIVEN = ("Al ", "Ben ", "Van ")


class Cast:
    """The persons and things named in one article."""

    def __init__(self, names: Iterable[NameMention]) -> None:
        self._full: dict[str, list[tuple[int, str]]] = {}
        for name in names:
            words = words_in_full(name.text)
            if len(words) > 1 and words[-1] not in INSTITUTIONS and words[0] not in _TOLD:
                for word in {words[-1], words[0]}:
                    self._full.setdefault(word, []).append((name.start, name.text))

    def candidates(self, name: NameMention) -> list[str]:
        """Every full name of the article that a last name alone may stand for, the nearest before it first."""
        words = words_in_full(name.text)
        if len(words) != 1:
            return [name.text]
        found = sorted(self._full.get(words[0], ()), key=lambda entry: (entry[0] > name.start, abs(entry[0] - name.start)))
        return list(dict.fromkeys(text for _, text in found))

    def full_name(self, name: NameMention) -> str:
        """The full name that a mention stands for: the nearest before it with that last name, else the first behind it, else itself."""
        words = words_in_full(name.text)
        if len(words) != 1:
            return name.text
        by_last = [entry for entry in self._full.get(words[0], ()) if words_in_full(entry[1])[-1] == words[0]]
        found = by_last or self._full.get(words[0], [])
        if not found:
            return name.text
        before = [entry for entry in found if entry[0] <= name.start]
        return max(before)[1] if before else min(found)[1]


@lru_cache(maxsize=16384)
def words_in_full(name: str) -> tuple[str, ...]:
    """The folded words of a name; of two words "Ben", "Al" or "Van" is a given name, else a particle that is left out."""
    every = tuple(fold(name).split())
    if len(every) == 2 and name.startswith(_GIVEN):
        return every
    return tuple([word for word in every if word not in PARTICLES and word not in ("jr", "sr")]) or every
