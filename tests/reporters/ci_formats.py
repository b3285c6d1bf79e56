"""What reads the formats of CI systems in tests: the published schemas, real parsers, and GitHub's own way of reading a log line."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from typing import Any

import junitparser
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from sarif_pydantic import Sarif

SCHEMAS = Path(__file__).parent / "schemas"


@cache
def _sarif_schema() -> Draft4Validator:
    return Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))


@cache
def _gitlab_schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((SCHEMAS / "gitlab-code-quality.json").read_text("utf-8")))


@cache
def _junit_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))


def read_sarif(text: str) -> Any:
    """The log as plain data; AssertionError where it does not fit the schema of SARIF 2.1.0."""
    log = json.loads(text)
    assert [f"{'/'.join(map(str, e.absolute_path))}: {e.message}"[:200] for e in _sarif_schema().iter_errors(log)] == []
    Sarif.model_validate(log)
    return log


def read_gitlab(text: str) -> Any:
    """The entries; AssertionError where they do not fit what GitLab documents, or share a fingerprint."""
    rows = json.loads(text)
    assert [e.message for e in _gitlab_schema().iter_errors(rows)] == []
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    return rows


def read_junit(text: str) -> list[junitparser.TestCase]:
    """The test cases; AssertionError where the document does not fit the schema of Jenkins, but for `file` and `line`, which GitLab reads."""
    tree = etree.parse(io.BytesIO(text.encode()))
    for case in tree.iter("testcase"):
        assert case.attrib.pop("file")
        assert case.attrib.pop("line", "1").isdecimal()
    assert _junit_schema().validate(tree), _junit_schema().error_log
    [suite] = junitparser.JUnitXml.fromstring(text.encode())
    cases = list(suite)
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
        len(cases),
        *(
            sum(any(isinstance(r, kind) for r in case.result) for case in cases)
            for kind in (junitparser.Failure, junitparser.Error, junitparser.Skipped)
        ),
    )
    assert len({(case.classname, case.name) for case in cases}) == len(cases)
    return cases


def read_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Name, properties and message of each workflow command, read as GitHub's runner reads a line of a log."""
    found = []
    for line in text.split("\n"):
        command = _command(line)
        if command is not None:
            found.append(command)
    return found


def _command(line: str) -> tuple[str, dict[str, str], str] | None:
    line = line.strip()
    if line.startswith("::") and "::" in line[2:]:
        info, _, data = line[2:].partition("::")
        name, _, properties = info.partition(" ")
        pairs = (pair.partition("=") for pair in properties.split(",") if pair.strip())
        return name, {key.strip(): _unescaped(value, "%3A", "%2C") for key, _, value in pairs}, _unescaped(data)
    start = line.find("##[")  # the older syntax stands anywhere in a line
    if start >= 0 and "]" in line[start:]:
        info, _, data = line[start + 3 :].partition("]")
        return info.partition(" ")[0], {}, data
    return None


def _unescaped(text: str, *more: str) -> str:
    chars = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
    for code in ("%0D", "%0A", *more):
        text = text.replace(code, chars[code])
    return text.replace("%25", "%")
