"""How a run ends: every error becomes an exit code and one last line on standard error that says why.

0 fine, 1 findings, 2 usage, 3 internal error, 4 unreadable input, 5 no article, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from factcheck.cli.streams import hush_stdout, say
from factcheck.errors import FactcheckError

COMPLETION_VARIABLE = "_FACTCHECK_COMPLETE"
LONGEST = 1000  # characters of the last line; a thousand unreadable inputs are told one by one before it


class EndedError(Exception):
    """The command did its work, and the answer is a code other than 0: `why` is the last line on standard error."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code, self.why = code, why


@dataclass
class State:
    """What the end of a run needs to know of its beginning."""

    verbose: bool = False


def run(args: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code; nothing is raised but for SystemExit of shell completion."""
    from factcheck.cli.group import root

    state = State()
    try:
        if instruction := os.environ.get(COMPLETION_VARIABLE):
            from click.shell_completion import shell_complete

            return shell_complete(root, {}, "factcheck", COMPLETION_VARIABLE, instruction)
        with root.make_context("factcheck", list(sys.argv[1:] if args is None else args), obj=state) as context:
            root.invoke(context)
            _flush()
    except click.exceptions.Exit as stop:
        _flush()
        return stop.exit_code
    except EndedError as end:
        return _end(end.code, end.why)
    except click.UsageError as error:
        hint = f" Next: {error.ctx.command_path} --help" if error.ctx else ""
        return _end(2, f"{_sentence(_message(error))}{hint}")
    except click.ClickException as error:
        return _end(2, error.format_message())
    except FactcheckError as error:
        return _end(error.exit_code, str(error))
    except (KeyboardInterrupt, click.Abort):
        return _end(130, "interrupted")
    except BrokenPipeError:  # whoever read our output has seen enough
        hush_stdout()
        return 0
    except Exception as error:  # the one place for what nobody foresaw
        if state.verbose:
            import traceback

            say(traceback.format_exc().rstrip())
        hint = "" if state.verbose else " Run again with -v for the traceback, and please report it."
        return _end(3, f"internal error: {_sentence(f'{type(error).__name__}: {error}')}{hint}")
    return 0


def _message(error: click.UsageError) -> str:
    """The message with our own "did you mean": what click suggests, and how, differs between its versions."""
    if isinstance(error, click.NoSuchOption):
        from factcheck.errors import did_you_mean

        known = [name for parameter in error.ctx.command.params for name in parameter.opts + parameter.secondary_opts] if error.ctx else []
        near = did_you_mean(error.option_name, [name for name in known if name.startswith("--")]).replace('"', "")
        return f"no option {error.option_name}{near if near.startswith('; did') else ''}"
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter) and error.param is not None:
        return f"{error.param.opts[-1] if isinstance(error.param, click.Option) else error.param.human_readable_name}: {error.message}"
    return error.format_message()


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _flush() -> None:
    if sys.stdout is not None:
        sys.stdout.flush()


def _end(code: int, why: str) -> int:
    from factcheck.reporters.terminal import clean

    shown = clean(why)
    say(f"exit {code}: {shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + '…'}")
    return code
