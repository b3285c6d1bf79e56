"""The hash of a line is that which code scanning computes itself."""

from __future__ import annotations

import pytest

from factcheck.reporters.line_hash import line_hashes


@pytest.mark.parametrize(
    ("text", "hashes"),
    [  # as the upload action of GitHub has them
        ("", ["c129715d7a2bc9a3:1"]),
        (" a\nb\n  \t\tc\n d", ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]),
        (
            "x = 2\nx = 1\nprint(x)\nx = 3\nprint(x)\nx = 4\nprint(x)\n",
            [
                *("e54938cc54b302f1:1", "bb609acbe9138d60:1", "1131fd5871777f34:1", "5c482a0f8b35ea28:1"),
                *("54517377da7028d2:1", "2c644846cb18d53e:1", "f1b89f20de0d133:1", "c129715d7a2bc9a3:1"),
            ],
        ),
    ],
)
def test_the_hashes_of_the_upload_action_are_these(text: str, hashes: list[str]) -> None:
    assert list(line_hashes(text)) == hashes


def test_the_end_of_lines_does_not_matter() -> None:
    lines = "The bridge is 40 metres long.\nIt opened in May.\n"
    assert line_hashes(lines) == line_hashes(lines.replace("\n", "\r\n")) == line_hashes(lines.replace("\n", "\r"))


def test_a_line_keeps_its_hash_under_new_lines_and_another_line_has_another() -> None:
    long = "The bridge over the Ruritz is 40 metres long, said the ministry, and it has been so since it was built. " * 2
    assert line_hashes(f"New.\n\n{long}\n")[2] == line_hashes(f"{long}\n")[0]
    assert line_hashes(f"{long}\n")[0] != line_hashes(f"{long.replace('40', '41')}\n")[0]


def test_equal_lines_are_numbered() -> None:
    line = "a" * 200
    assert [name.partition(":")[2] for name in line_hashes(f"{line}\n{line}\n{line}\n")][:3] == ["1", "2", "3"]
