"""What import contracts cannot see is looked up in the source: each check lists what it finds."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

CLOCKS = {
    "datetime": {"now", "today", "utcnow"},
    "date": {"today"},
    "time": {"time", "time_ns", "localtime", "gmtime"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentSecsSinceEpoch"},
    "fn": {"now", "NOW"},
}
SQL_CLOCK = re.compile(r"\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\b(date|datetime|julianday)\('now'")
SLEEPS = {"sleep", "msleep", "usleep", "qSleep", "qWait"}
CHINESE = re.compile(r"[\u3400-\u9fff]")
ENGLISH = re.compile(r"[A-Za-z]{2}")


def files(*folders: str) -> list[Path]:
    """Every module in these folders of the project, or the one module named."""
    places = [ROOT / folder for folder in folders]
    return sorted(
        path
        for place in places
        for path in ([place] if place.suffix else place.rglob("*.py"))
        if path.exists()
    )


def clock_readings(source: str) -> Iterator[str]:
    """Law 7: now and today are told, not looked up; handing a clock on is reading it too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in CLOCKS.get(_last_name(node.value), ()):
            yield _found(node, ast.unparse(node))
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (
                _found(node, name.name) for name in node.names if name.name in CLOCKS["time"]
            )
        elif isinstance(node, ast.Constant) and SQL_CLOCK.search(str(node.value)):
            yield _found(node, str(node.value))


def caught_errors(source: str) -> Iterator[str]:
    """Law 8: a screen catches Invalid and nothing else; other errors reach the one hook."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Try | ast.TryStar):
            caught = [ast.unparse(handler.type or node) for handler in node.handlers]
            if caught != ["Invalid"]:
                yield _found(node, f"try … except {', '.join(caught)}")
        elif isinstance(node, ast.Call) and _last_name(node.func) == "suppress":
            yield _found(node, ast.unparse(node))


def sleeps(source: str) -> Iterator[str]:
    """Law 10: a test waits for a thing, never for a time."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module in ("time", "asyncio"):
            yield from (_found(node, name.name) for name in node.names if name.name in SLEEPS)
        elif isinstance(node, ast.Attribute) and (
            node.attr in SLEEPS or (node.attr == "wait" and _last_name(node.value) == "qtbot")
        ):
            yield _found(node, ast.unparse(node))


def foreign_words(source: str) -> Iterator[str]:
    """Names are ASCII; a comment or docstring may quote Chinese, but is an English sentence."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        for name in _names(node):
            if not name.isascii():
                yield _found(node, name)
        documented = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if documented and _only_chinese(text := ast.get_docstring(node) or ""):
            yield _found(node, text)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and _only_chinese(token.string):
            yield f"{token.start[0]}: {token.string}"


def _names(node: ast.AST) -> Iterator[str]:
    for field in ("id", "attr", "arg", "name", "asname"):
        if isinstance(name := getattr(node, field, None), str):
            yield name


def _only_chinese(text: str) -> bool:
    return bool(CHINESE.search(text)) and not ENGLISH.search(text)


def _last_name(node: ast.expr) -> str:
    return ast.unparse(node).rpartition(".")[2]


def _found(node: ast.AST, what: str) -> str:
    return f"{getattr(node, 'lineno', 1)}: {what}"
