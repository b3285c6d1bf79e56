"""Rule books kept in the user's cache folder."""

from __future__ import annotations

import os
import pickle
from hashlib import blake2b
from pathlib import Path

import pytest

from factcheck.errors import PackError
from factcheck.packs import cache
from factcheck.packs.cache import cache_folder, load_cached_rules
from factcheck.packs.loader import load_rules

PACK = 'pack: tiny\nversion: "1"\nwhat: Two words.\n'
LEXICON = "lexicon: fruit\nwhat: What grows on trees.\nentries: [apple, pear]\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "pack.yml").write_text(PACK)
    (folder / "lexicon" / "fruit.yml").write_text(LEXICON)
    return folder


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*")) if folder.is_dir() else []


def test_a_kept_book_is_the_book_that_was_read(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    first = load_cached_rules([pack], kept_in=folder)
    monkeypatch.setattr(cache, "_load", lambda *_: pytest.fail("the files were read again"))
    again = load_cached_rules([pack], kept_in=folder)
    files = load_rules([pack])
    assert len(kept(folder)) == 1
    for name in ("packs", "attributes", "lexicons", "places", "offices", "given_names", "tables"):
        assert getattr(again, name) == getattr(first, name) == getattr(files, name), name
    assert list(again.terms) == list(files.terms)


def test_what_frames_need_is_kept_with_the_book(pack: Path, tmp_path: Path) -> None:
    frame = "{count} <fruit> trees were felled"
    told = "attribute: trees_felled\nkind: count\ntime: {behaves: cumulative}\nwhat: Trees cut down.\nwhy: Storms.\nexample: Apple.\n"
    (pack / "trees_felled.yml").write_text(f"{told}frames: ['{frame}']\n")
    load_cached_rules([pack], kept_in=tmp_path / "kept")
    book = load_cached_rules([pack], kept_in=tmp_path / "kept")
    frames = [rule.frame.text for attribute in book.attributes for rule in attribute.frames]
    clauses = book.needs[frames.index(frame)]
    assert set(clauses) == {frozenset({"\x01"}), frozenset({"apple", "pear"}), frozenset({"trees"}), frozenset({"were"}), frozenset({"felled"})}


def test_a_changed_rule_is_read_anew(pack: Path, tmp_path: Path) -> None:
    load_cached_rules([pack], kept_in=tmp_path / "kept")
    (pack / "lexicon" / "fruit.yml").write_text(LEXICON.replace("pear", "plum"))
    assert load_cached_rules([pack], kept_in=tmp_path / "kept").lexicons["fruit"].phrases == ("apple", "plum")
    assert len(kept(tmp_path / "kept")) == 2


def test_a_faulty_rule_is_told_and_not_kept(pack: Path, tmp_path: Path) -> None:
    (pack / "lexicon" / "fruit.yml").write_text("lexicon: fruit\n")
    with pytest.raises(PackError):
        load_cached_rules([pack], kept_in=tmp_path / "kept")
    assert kept(tmp_path / "kept") == []


@pytest.mark.parametrize("damage", ["torn", "empty", "other"])
def test_a_damaged_book_is_read_anew_and_mended(pack: Path, tmp_path: Path, damage: str) -> None:
    load_cached_rules([pack], kept_in=tmp_path / "kept")
    (path,) = kept(tmp_path / "kept")
    whole = path.read_bytes()
    payload = pickle.dumps({"a": 1})
    path.write_bytes({"torn": whole[:-7], "empty": b"", "other": blake2b(payload, digest_size=32).digest() + payload}[damage])
    assert load_cached_rules([pack], kept_in=tmp_path / "kept").lexicons["fruit"].phrases == ("apple", "pear")
    assert path.read_bytes() == whole


def test_a_file_that_would_run_something_is_not_obeyed(pack: Path, tmp_path: Path) -> None:
    load_cached_rules([pack], kept_in=tmp_path / "kept")
    (path,) = kept(tmp_path / "kept")
    payload = b"cos\nmkdir\n(V" + str(tmp_path / "made").encode() + b"\ntR."
    path.write_bytes(blake2b(payload, digest_size=32).digest() + payload)
    assert load_cached_rules([pack], kept_in=tmp_path / "kept").lexicons["fruit"].phrases == ("apple", "pear")
    assert not (tmp_path / "made").exists()


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner here")
def test_nothing_is_kept_where_others_may_write(pack: Path, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    load_cached_rules([pack], kept_in=folder)
    assert kept(folder) == []


def test_a_folder_that_cannot_be_made_loses_nothing(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert load_cached_rules([pack], kept_in=tmp_path / "file" / "kept").lexicons["fruit"].phrases == ("apple", "pear")


def test_only_the_latest_books_stay(pack: Path, tmp_path: Path) -> None:
    for number in range(6):
        (pack / "lexicon" / "fruit.yml").write_text(LEXICON.replace("pear", f"pear{number}"))
        load_cached_rules([pack], kept_in=tmp_path / "kept")
    assert len(kept(tmp_path / "kept")) == cache.KEPT


@pytest.mark.skipif(os.name == "nt", reason="another place there")
def test_the_folder_is_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cache.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "factcheck"
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("HOME", "/home/me")
    assert cache_folder() == Path("/home/me/.cache/factcheck")
