"""The one reader of YAML: text goes in, plain data with places comes out; it knows nothing of what the data mean.

Every scalar stays text (`NO` is Norway, `12:30` a time); a repeated key, a tag, an anchor and a merge key are refused.
PyYAML's C parser does the reading; one pass over its events, no recursion, a bounded depth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from factcheck.errors import PackError

MAX_DEPTH = 40

Keys = tuple[str | int, ...]
_KEY = -1  # ends the path of a key, as against that of its value

# What libyaml says, and what a reader of packs can do about it.
_PLAINER: tuple[tuple[str, str], ...] = (
    ("that cannot start any token", "this character cannot start a value; quote the text"),
    ("mapping values are not allowed", 'a ": " inside a value, or a key that is indented wrongly; quote the text or mend the indentation'),
    ("could not find expected ':'", 'this line is no "key: value"; a ":" is missing or the indentation is wrong'),
    ("did not find expected key", "this line is indented unlike the keys above it"),
    ("did not find expected '-' indicator", "this line is indented unlike the list above it"),
    ("block sequence entries are not allowed", 'a list may not begin here; put "- " on a line of its own'),
    ("found unexpected end of stream", "a quotation is not closed"),
    ("found unexpected ':'", "quote this text: it holds a colon"),
    ("did not find expected ',' or", "a bracket is not closed, or a comma is missing"),
    ("did not find expected node content", "a value is missing, or a bracket is not closed"),
    ("found undefined tag handle", "tags are not allowed"),
    ("control characters are not allowed", "a control character is not allowed"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML document: `data` is text, a list or a dict of these, all the way down.

    An empty document has the data "". `line` is where it begins in its file (1-based).
    """

    data: Any
    path: str
    line: int
    _text: str = field(repr=False, compare=False)
    _index: int = field(repr=False, compare=False)
    _first_line: int = field(repr=False, compare=False)

    def where(self, keys: Sequence[str | int], at_key: bool = False) -> tuple[int, int]:
        """Line and column (1-based) of the value under `keys` (or of its key), else of the nearest ancestor that exists.

        A value that is a list or a mapping is found at its key.
        """
        marks: dict[Keys, tuple[int, int]] = {}
        for _ in zip(range(self._index + 1), _documents(self._text, self.path, self._first_line, marks), strict=False):
            pass
        path = tuple(keys)
        if at_key and (*path, _KEY) in marks:
            return marks[(*path, _KEY)]
        while path and path not in marks:
            path = path[:-1]
        return marks.get(path, (self.line, 1))

    def is_quoted(self, keys: Sequence[str | int]) -> bool:
        """The text under `keys` stands in quotation marks, so its first character is one column further on."""
        line, column = self.where(keys)
        written = self._text.split("\n")[line - self._first_line : line - self._first_line + 1]
        return bool(written) and written[0][column - 1 : column] in ("'", '"')

    def error(self, message: str, keys: Sequence[str | int] = (), at_key: bool = False) -> PackError:
        """A PackError at the value under `keys`, or at its key."""
        return PackError(message, self.path, *self.where(keys, at_key))


def load(text: str, path: str, first_line: int = 1) -> Document:
    """The one document of `text`; `first_line` is the line of the file on which the text begins.

    PackError with line and column for anything that is not plain YAML, and for a second document.
    """
    documents = load_documents(text, path, first_line)
    if len(documents) > 1:
        raise PackError("a second document begins here; only one is expected", path, documents[1].line, 1)
    return documents[0] if documents else Document("", path, first_line, text, 0, first_line)


def load_documents(text: str, path: str, first_line: int = 1) -> tuple[Document, ...]:
    """The documents of `text`, parted by `---`. PackError as for `load`."""
    return tuple(Document(data, path, line, text, index, first_line) for index, (line, data) in enumerate(_documents(text, path, first_line, None)))


def _documents(text: str, path: str, first_line: int, marks: dict[Keys, tuple[int, int]] | None) -> Iterator[tuple[int, Any]]:
    """Line and data of each document. With `marks` it also fills in where each value stands, anew for each document."""
    import yaml

    def refuse(message: str, mark: Any) -> PackError:
        return PackError(message, path, mark.line + first_line, mark.column + 1)

    # The open containers: [container, waiting key or None, path of the container].
    stack: list[tuple[Any, list[str], Keys]] = []
    root: Any = ""
    event: Any
    line = first_line
    try:
        for event in yaml.parse(text.removeprefix("\ufeff"), Loader=yaml.CBaseLoader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Any = event.value
            elif kind is yaml.MappingStartEvent:
                node = {}
            elif kind is yaml.SequenceStartEvent:
                node = []
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                stack.pop()
                continue
            elif kind is yaml.DocumentStartEvent:
                root, line = "", event.start_mark.line + first_line
                if marks is not None:
                    marks.clear()
                continue
            elif kind is yaml.DocumentEndEvent:
                yield line, root
                continue
            elif kind is yaml.AliasEvent:
                raise refuse("anchors and aliases are not allowed; write the value out", event.start_mark)
            else:
                continue
            if event.anchor is not None:
                raise refuse("anchors and aliases are not allowed; write the value out", event.start_mark)
            if event.tag is not None:
                raise refuse(f"tags are not allowed ({event.tag}); all values are text and the schema types them", event.start_mark)
            keys: Keys = ()
            if not stack:
                root = node
            else:
                container, waiting, keys = stack[-1]
                if type(container) is list:
                    keys = (*keys, len(container))
                    container.append(node)
                elif not waiting:
                    if type(node) is not str:
                        raise refuse("a key must be a plain text", event.start_mark)
                    if node in container:
                        raise refuse(f'the key "{node}" is repeated', event.start_mark)
                    if node == "<<":
                        raise refuse("merge keys are not allowed; write the values out", event.start_mark)
                    container[node] = ""
                    waiting.append(node)
                    if marks is not None:
                        here = (event.start_mark.line + first_line, event.start_mark.column + 1)
                        marks[(*keys, node)] = marks[(*keys, node, _KEY)] = here
                    continue
                else:
                    key = waiting.pop()
                    keys = (*keys, key)
                    container[key] = node
            if type(node) is not str:
                if len(stack) >= MAX_DEPTH:
                    raise refuse(f"nested deeper than {MAX_DEPTH} levels", event.start_mark)
                stack.append((node, [], keys))
            # The value of a key stands at its own place only where it is text or in brackets on the key's line.
            if marks is not None and (keys not in marks or (type(node) is str and node)):
                marks[keys] = (event.start_mark.line + first_line, event.start_mark.column + 1)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        said = f"{error.problem or ''} {error.context or ''}".strip()
        plain = next((ours for theirs, ours in _PLAINER if theirs in said), said)
        if mark and "cannot start any token" in said and text.split("\n")[mark.line][mark.column : mark.column + 1] == "\t":
            plain = "a tab stands where YAML wants spaces"
        raise PackError(f"not valid YAML: {plain}", path, mark.line + first_line if mark else None, mark.column + 1 if mark else None) from None
    except yaml.reader.ReaderError as error:
        raise PackError(f"not valid YAML: {error.reason}", path, *_place(text, first_line)) from None
    except UnicodeEncodeError as error:
        raise PackError("not valid YAML: a lone surrogate is no character", path, *_place(text, first_line, error.start)) from None


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def _place(text: str, first_line: int, offset: int | None = None) -> tuple[int, int]:
    """Line and column of the first character that YAML forbids, or of `offset`."""
    if offset is None:
        found = _FORBIDDEN.search(text)
        offset = found.start() if found else 0
    before = text[:offset]
    return before.count("\n") + first_line, offset - (before.rfind("\n") + 1) + 1
