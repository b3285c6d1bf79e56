"""The one exception tree: what a user did wrong, where, and how to mend it.

Input trouble inside an article is a `Diagnostic`, not an exception; see `factcheck.model.diagnostic`.
"""

from __future__ import annotations

from collections.abc import Iterable


class FactcheckError(Exception):
    """Something stops the run; `exit_code` is what the command line returns for it."""

    exit_code = 3


class UsageError(FactcheckError):
    """The call cannot be carried out as given: a missing path, an unknown format or name."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting has an unknown name or a wrong value."""


class PackError(UsageError):
    """A rule pack cannot be used. `path`, `line` and `column` (1-based) say where."""

    def __init__(self, message: str, path: str, line: int | None = None, column: int | None = None) -> None:
        self.path, self.line, self.column, self.detail = path, line, column, message
        place = ":".join(str(part) for part in (path, line, column) if part is not None)
        super().__init__(f"{place}: {message}")


class NoArticleError(FactcheckError):
    """Nothing to check was found under the given paths, which is not success."""

    exit_code = 5


class UnreadableInputError(FactcheckError):
    """Inputs were given and none could be read."""

    exit_code = 4


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` for the nearest known name, or the list of a few known names, or nothing."""
    import difflib

    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 20 else ""
