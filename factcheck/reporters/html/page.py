"""A page from its data: template, style and script put into one file that asks nothing of any network.

What a page shows goes in as plain data, one HTML text comes out. Nothing of an article is ever markup: the template escapes all
of it, and the script makes text nodes. The policy in the head admits this very script and style and nothing else, and has the
browser refuse to turn a text into markup at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from typing import Any

POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
# In a data block of a page these could end it, or a line of script.
_IN_SCRIPT = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def compact(data: Any) -> str:
    """JSON without a space too many, which may stand inside of an HTML element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escaped in _IN_SCRIPT:
        text = text.replace(char, escaped)
    return text


def render(values: dict[str, Any], data: str) -> str:
    """The page; `values` are what the template names, `data` is for its script, from `compact`."""
    from markupsafe import Markup

    script, style = _part("page.js"), _part("page.css")
    policy = POLICY.format(script=_hash(script), style=_hash(style))
    marked = {
        "policy": Markup(policy),
        "script": Markup(script),
        "style": Markup(style),
        "data": Markup(data),
    }  # our own text, and JSON escaped above
    return str(_template().render({**values, **marked}))


@cache
def _part(name: str) -> str:
    return files("factcheck.reporters.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _template() -> Any:
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)  # a key that is left out is empty
    return environment.from_string(_part("page.html.j2"))
