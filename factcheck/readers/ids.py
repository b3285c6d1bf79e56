"""Ids unique in a run, without losing a version: what shares an id by chance is told apart, what shares one by name is a later version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from factcheck.model.article import Article, Diagnostic
from factcheck.readers.record import file_id, row_id


def make_ids_unique(articles: Sequence[Article], relative: Sequence[str]) -> tuple[tuple[Article, ...], tuple[Diagnostic, ...]]:
    """The articles in their order, each under an id of its own.

    Ids made from a file name give way: those that two inputs share become the path relative to the PATH given
    (`relative`), and where that is shared too, the whole path. Two articles under one explicit id (or, without one,
    under one URL) are versions: the later keeps its text under `id#2` with `version_of` the first; word for word the
    same, it is left out with a note.
    """
    made = [_is_made(article) for article in articles]
    ids = [article.id for article in articles]
    for other_names in (relative, [article.path for article in articles]):
        shared = {name for name, count in Counter(ids).items() if count > 1}
        for index, article in enumerate(articles):
            if made[index] and ids[index] in shared:
                ids[index] = (
                    other_names[index] if article.line is None or article.id == file_id(article.path) else f"{other_names[index]}:{article.line}"
                )
    kept: list[Article] = []
    diagnostics: list[Diagnostic] = []
    versions_by_key: dict[str, list[Article]] = {}
    used: set[str] = set()
    for index, article in enumerate(articles):
        key = _version_key(article, ids[index], made[index])
        earlier = versions_by_key.setdefault(key, []) if key else []
        if any(_same(article, other) for other in earlier):
            message = f'"{article.id}" is given twice with the same text; the second is left out'
            diagnostics.append(Diagnostic("note", article.path, article.line, message))
            continue
        name = _unused(ids[index], used)
        used.add(name)
        named = replace(article, id=name, version_of=earlier[0].id if earlier else None)
        earlier.append(named)
        kept.append(named)
    return tuple(kept), tuple(diagnostics)


def _unused(name: str, used: set[str]) -> str:
    if name not in used:
        return name
    number = 2
    while f"{name}#{number}" in used:
        number += 1
    return f"{name}#{number}"


def _is_made(article: Article) -> bool:
    if not article.has_explicit_id or article.url is not None:
        return article.id == file_id(article.path) or (article.line is not None and article.id == row_id(article.path, article.line))
    return False


def _version_key(article: Article, unique_id: str, made: bool) -> str:
    if not made:
        return f"id {unique_id}"
    return f"url {article.url}" if article.url is not None else ""


def _same(left: Article, right: Article) -> bool:
    return (left.text, left.title, left.published) == (right.text, right.title, right.published)
