"""Numbers that are given once: BBC-云溪-20261122-003."""

import re
from datetime import date
from string import Formatter

from app import typed
from app.errors import AppError

_EXAMPLE = "BBC-{place}-{date}-{serial:03}"
_LIMIT = 40
# Numbers become names of files, words of a search and arguments of a command.
_REFUSED = re.compile(r"""[\s\\/:*?"<>|'`$&;%!={}]""")
_SPECS = {"place": "", "date": "", "serial": "(?:0?[1-9])?"}  # how each field may be formatted


def template_problem(template: str) -> str:
    """What is wrong with the pattern of numbers, or nothing.

    Serials begin anew every day, so a pattern without the date would give a number twice.
    """
    if over := typed.too_long(template, _LIMIT):
        return over
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        return f"花括号没有配对，请参照 {_EXAMPLE} 填写。"
    literal = "".join(text for text, *_ in parts)
    if refused := _REFUSED.search(literal):
        sign = refused[0] if refused[0].strip() else "空格"
        return f"编号里不能有“{sign}”，请用文字、字母、数字和“-”。"
    if typed.line(literal) != literal:
        return "编号格式里有看不见的字符，请删去重写。"
    return _field_problem([(name, f"{spec}{sign or ''}") for _, name, spec, sign in parts])


def render(template: str, on: date, serial: int, place: str) -> str:
    """The number of that day and serial; a wrong pattern is an AppError.

    Where no place is given, what joins it to the rest goes too, and what cannot be in a number
    is left out of it.
    """
    if wrong := template_problem(template):
        raise AppError(wrong)
    place = _REFUSED.sub("", typed.line(place))
    if not place:
        template = re.sub(r"\{place\}[-_]?", "", template)
    return template.format(place=place, date=on.isoformat().replace("-", ""), serial=serial)


def _field_problem(fields: list[tuple[str | None, str]]) -> str:
    """`fields` are names and formats; the text after the last field has no name."""
    named = [(name, spec) for name, spec in fields if name is not None]
    names = [name for name, _ in named]
    for name, spec in named:
        if name not in _SPECS:
            return f"没有“{{{name}}}”这一项，可用的有 {{place}}、{{date}}、{{serial:03}}。"
        if not re.fullmatch(_SPECS[name], spec):
            return f"“{{{name}:{spec}}}”的写法不对，请参照 {_EXAMPLE} 填写。"
        if names.count(name) > 1:
            return f"“{{{name}}}”只能用一次。"
    if missing := {"date", "serial"}.difference(names):
        field = "{date}" if "date" in missing else "{serial:03}"
        return f"编号格式里缺 {field}，没有它编号会重复。"
    return ""
