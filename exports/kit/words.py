"""Dates in words, and the long wording kept in resources/texts."""

from datetime import date, datetime
from functools import cache

from app.resources import resource
from exports.kit.units import STRONG

_WEEKDAYS = "一二三四五六日"


def day(on: date) -> str:
    """2026年11月5日, without leading zeros."""
    return f"{on.year}年{on.month}月{on.day}日"


def full_day(on: date) -> str:
    """As promised to a citizen: 2026年11月25日（星期三）."""
    return f"{day(on)}（星期{_WEEKDAYS[on.weekday()]}）"


def weekday(on: date) -> str:
    """As one says it where there is little room: 周三."""
    return f"周{_WEEKDAYS[on.weekday()]}"


def moment(at: datetime) -> str:
    """To the minute: 2026年11月5日9时05分."""
    return f"{day(at)}{at.hour}时{at.minute:02d}分"


def wording(paper: str, section: str, **values: str) -> str:
    """The section's paragraphs, one a line, with **strong** parts and {values} put in.

    Values are put in after the markup was read: what people typed is never markup.
    """
    return _sections(paper)[section].format_map(values)


@cache
def _sections(paper: str) -> dict[str, str]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in resource("texts", f"{paper}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = sections.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line.replace("**", STRONG))
    return {name: "\n".join(lines) for name, lines in sections.items()}
