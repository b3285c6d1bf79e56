"""`factcheck completion SHELL`: the script that makes a shell complete commands, options and formats."""

from __future__ import annotations

import click

from factcheck.cli.options import OneOf
from factcheck.cli.streams import write_stdout
from factcheck.errors import UsageError

_INSTALL = {
    "bash": 'eval "$(factcheck completion bash)"  in ~/.bashrc',
    "zsh": 'eval "$(factcheck completion zsh)"  in ~/.zshrc',
    "fish": "factcheck completion fish > ~/.config/fish/completions/factcheck.fish",
}


@click.command(epilog="\b\n" + "\n".join(f"{shell:<5} {how}" for shell, how in _INSTALL.items()))
@click.argument("shell", type=OneOf(sorted(_INSTALL)))
def completion(shell: str) -> None:
    """Print the completion script of a shell."""
    from click.shell_completion import get_completion_class

    from factcheck.cli.exits import COMPLETION_VARIABLE
    from factcheck.cli.group import root

    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"this version of click completes nothing in {shell}")
    write_stdout(kind(root, {}, "factcheck", COMPLETION_VARIABLE).source().rstrip() + "\n")
