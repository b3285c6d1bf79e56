"""`factcheck extract PATH...`: the claims alone."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.batch import paths_argument, run_batch
from factcheck.cli.check import end_for_inputs
from factcheck.cli.options import input_options, output_options, settings_options


@click.command()
@paths_argument
@output_options
@input_options
@settings_options
def extract(paths: tuple[str, ...], **given: Any) -> None:
    """Take the claims out of the articles under PATH, with span and rule, and compare nothing."""
    run_batch("claims", paths, given, end_for_inputs)
