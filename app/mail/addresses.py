"""Who a mail goes to: one address a line, with or without the name of whom it belongs to."""

import re
from dataclasses import dataclass

from app import typed

_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"
)
_NAMED = re.compile(r'"?(?P<name>[^<>"]*?)"?\s*<\s*(?P<address>[^<>]*?)\s*>')
_BETWEEN = re.compile("[,;，；、]")
_LONGEST = 254  # RFC 5321


@dataclass(frozen=True)
class Addressee:
    address: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} <{self.address}>" if self.name else self.address


def addressees(text: str) -> tuple[Addressee, ...]:
    """Of lines that are right: in their order, whoever stands there twice once."""
    found = (_read(line) for line in _lines(text))
    return tuple({one.address.casefold(): one for one in found}.values())


def problem(text: str) -> str:
    """What is wrong with each line that is, or nothing; no line at all is not wrong here."""
    wrong = (
        sentence
        for place, line in enumerate(text.split("\n"), 1)
        if (shown := typed.line(line)) and (sentence := _wrong(place, shown))
    )
    return "".join(wrong)


def is_address(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_ADDRESS.fullmatch(text))


def _lines(text: str) -> list[str]:
    return [shown for line in text.split("\n") if (shown := typed.line(line))]


def _read(line: str) -> Addressee:
    named = _NAMED.fullmatch(line)
    address = named["address"] if named else line
    return Addressee(_plain(address), named["name"] if named else "")


def _plain(address: str) -> str:
    """As it was meant: an input method may leave ＠ and full-width letters."""
    return typed.half_width(address).replace(" ", "")


def _wrong(place: int, line: str) -> str:
    if is_address(_read(line).address):
        return ""
    if _BETWEEN.search(line) and line.count("@") + line.count("＠") > 1:
        return f"第 {place} 行写了几个地址，请一行只写一个。"
    return f"第 {place} 行“{line[:40]}”不是邮箱地址，要像 liu@a.gov.cn。"
