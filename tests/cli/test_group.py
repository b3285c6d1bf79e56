"""The tree of commands: names, help, suggestions, a lean start, and that every option on the page is known."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from factcheck.cli.group import LazyGroup, root
from factcheck.registry import names

from .conftest import Run, Stub


def _commands(group: LazyGroup, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, LazyGroup):
            yield from _commands(command, (*path, name))


ALL = dict(_commands(root))
LEAVES = {path: command for path, command in ALL.items() if not isinstance(command, LazyGroup)}
# What an option is given in the test of each; others are flags.
VALUES = {
    "--output-format": "json",
    "--output": "out.txt",
    "--write": "csv=out.csv",
    "--rules": "packs",
    "--config": "s.toml",
    "--fail-level": "never",
    "--report": "r.json",
    "--baseline": "factcheck.baseline",
    "--waivers": "w.yml",
    "--now": "2031-06-01",
    "--reason": "text",
    "--reports": "out",
    "--system": "gitlab",
    "--until": "2031-12-31",
    "--owner": "A. Holm",
    "--ci": "none",
    "--pack": "own",
    "--kind": "money",
    "--what": "What.",
    "--why": "Why.",
    "--ask": "How?",
    "--store": "desk.sqlite",
    "--as-of": "2031-06-01",
    "--since": "2031-05-01",
    "--jobs": "2",
    "--before": "2030-01-01",
    "--who": "A. Holm",
    "--apply": "decisions.json",
}


def test_the_commands_are_these() -> None:
    assert sorted(" ".join(path) for path in LEAVES) == [
        *("baseline create", "baseline prune", "baseline stats", "baseline update"),
        *("check", "ci", "completion", "config schema", "config show", "diff", "doctor", "explain", "extract", "init", "review"),
        *("rules lint", "rules list", "rules new", "rules schema", "rules show", "rules test"),
        *("store export", "store import", "store info", "store prune", "store verify"),
        "waive",
    ]


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_every_command_has_help_with_every_option(run: Run, path: tuple[str, ...]) -> None:
    done = run(*path, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Usage: factcheck {' '.join(path)}")
    for parameter in ALL[path].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            assert all(name in done.out for name in (*parameter.opts, *parameter.secondary_opts))


@pytest.mark.parametrize(("path", "option"), [(path, o) for path, c in LEAVES.items() for o in c.params if isinstance(o, click.Option)], ids=str)
def test_every_option_in_help_parses(path: tuple[str, ...], option: click.Option) -> None:
    command = LEAVES[path]
    arguments = [
        choice for a in command.params if isinstance(a, click.Argument) for choice in [a.type.choices[0] if isinstance(a.type, click.Choice) else "x"]
    ]
    for needed in command.params:
        if isinstance(needed, click.Option) and needed.required:
            arguments += [needed.opts[-1], VALUES[needed.opts[-1]]]
    for name in (*option.opts, *option.secondary_opts):
        value = [] if option.is_flag else [VALUES[option.opts[-1]]]
        context = command.make_context(path[-1], [*arguments, name, *value], parent=click.Context(root))
        if option.name in context.params:
            assert context.params[option.name] not in (None, (), "")


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_an_option_written_wrong_gets_a_suggestion(run: Run, path: tuple[str, ...]) -> None:
    longest = max((name for p in LEAVES[path].params if isinstance(p, click.Option) for name in p.opts), key=len, default=None)
    if longest is None:
        assert run(*path, "--nonsense").code == 2
        return
    done = run(*path, longest + "x")
    assert (done.code, done.last) == (2, f"exit 2: no option {longest}x; did you mean {longest}? Next: factcheck {' '.join(path)} --help")


@pytest.mark.parametrize(("name", "near"), [("chek", "check"), ("extrakt", "extract"), ("rulse", "rules")])
def test_a_command_written_wrong_gets_a_suggestion(run: Run, name: str, near: str) -> None:
    done = run(name)
    assert (done.code, done.last) == (2, f'exit 2: no command "{name}"; did you mean "{near}"? Next: factcheck --help')


def test_a_command_far_from_all_gets_the_list(run: Run) -> None:
    known = ", ".join(sorted(root.lazy))
    assert run("zzz").last == f'exit 2: no command "zzz"; known: {known}. Next: factcheck --help'


@pytest.mark.parametrize("path", [(), ("rules",), ("config",)])
def test_no_command_is_no_success(run: Run, path: tuple[str, ...]) -> None:
    done = run(*path)
    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err
    assert done.last.startswith("exit 2: no command given.")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_no_path_is_no_success(run: Run, pipeline: Stub, command: str) -> None:
    done = run(command)
    assert (done.code, done.last) == (2, f"exit 2: Missing argument 'PATH...'. Next: factcheck {command} --help")


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert re.fullmatch(r"factcheck \d+\.\d+\.\d+\n", run("--version").out)


def test_every_choice_of_a_level_is_one_that_parses(run: Run, pipeline: Stub) -> None:
    for level in ("error", "warning", "note", "never"):
        assert run("check", "x", "--fail-level", level).code in (0, 1)
    assert run("check", "x", "--fail-level", "fatal").code == 2


def test_help_starts_lean() -> None:
    code = "import sys; from factcheck.cli import main; main(['--help']); print(sorted(set(sys.modules) & set(HEAVY)), file=sys.stderr)"
    heavy = [
        "pydantic",
        "yaml",
        "re2",
        "tabulate",
        "dateparser",
        "trafilatura",
        "rapidfuzz",
        "factcheck.pipeline",
        "factcheck.cli.check",
        "factcheck.settings",
    ]
    done = subprocess.run([sys.executable, "-c", code.replace("HEAVY", repr(heavy))], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("command", ["check", "extract"])
def test_help_lists_every_format_on_offer(run: Run, command: str) -> None:
    said = " ".join(run(command, "--help").out.split()).split("Format on standard output: ")[1].split(".")[0]
    assert sorted(said.replace(" (default)", "").split(", ")) == list(names("reporter"))


@pytest.mark.parametrize(
    ("args", "last"),
    [
        (
            ("check", "x", "--fail-level", "eror"),
            '--fail-level: expected one of error, warning, note, never, found "eror"; did you mean "error"? Next: factcheck check --help',
        ),
        (
            ("config", "schema", "reprot"),
            'WHAT: expected one of report, pack, settings, found "reprot"; did you mean "report"? Next: factcheck config schema --help',
        ),
        (("completion", "tcsh"), 'SHELL: expected one of bash, fish, zsh, found "tcsh". Next: factcheck completion --help'),
        (("rules", "list", "-f", "xml"), '--output-format: expected one of table, json, found "xml". Next: factcheck rules list --help'),
        (("check", "x", "-f"), "Option '-f' requires an argument."),
        (("check", "x", "-z"), "no option -z. Next: factcheck check --help"),
    ],
)
def test_a_wrong_value_is_told_with_those_that_are_right(run: Run, args: tuple[str, ...], last: str) -> None:
    done = run(*args)
    assert done.code == 2
    assert done.last.startswith(f"exit 2: {last}")
