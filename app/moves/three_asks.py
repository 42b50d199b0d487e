"""The three asks (三问) once more, when a case comes to its end (domain.md §4, 富阳: 三不三问)."""

from typing import Any

from app.moves.asks import Ask, Asked
from app.moves.move import Making

THREE_NAMES = ("end_business", "end_need", "end_trouble")
THREE_ASKS = (
    Asked("asked", "三问都问过了", Ask.FLAG, hint="问过、他说没有的，勾上就行"),
    Asked("end_business", "还要办理什么业务", hint="没有就空着"),
    Asked("end_need", "还有什么需求", hint="没有就空着"),
    Asked("end_trouble", "还有什么问题与困难", hint="写下来的，可以一键转成新的一件"),
)


def answers(making: Making) -> dict[str, Any]:
    """The columns of the case: None where not asked, empty where there was nothing more."""
    unasked = "" if making.given["asked"] else None
    return {name: making.given[name] or unasked for name in THREE_NAMES}
