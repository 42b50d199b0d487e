"""不能办理情况告知书: passes on a department's own decision, with the remedy that belongs to it."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.notices import CannotNotice, Decision, Remedy
from exports.kit.piece import Piece
from exports.kit.pieces import Gap
from exports.kit.prose import strong
from exports.kit.words import day
from exports.letter import Letter, write_letter


def write_cannot(sheet: CannotNotice, path: Path) -> None:
    write_letter(sheet, "不能办理情况告知书", lambda letter: list(_body(sheet, letter)), path)


def _body(sheet: CannotNotice, letter: Letter) -> Iterator[Piece]:
    decision = sheet.decision
    yield _opening(decision, letter)
    yield Gap(1 * mm)
    yield letter.facts(
        ("决定内容", decision.content),
        ("理由", decision.reason),
        ("依据", decision.basis),
        ("我们做了", sheet.tried),
        ("其他办法", sheet.other_ways),
    )
    yield Gap(1 * mm)
    yield letter.prose(remedy_in_words(sheet.remedy))
    if decision.title:
        yield letter.wording("cannot.source", department=decision.department)
    if decision.title:
        pages = f"，共{decision.pages}页" if decision.pages else ""
        yield letter.wording(
            "cannot.attached", title=decision.title, number=_of(decision), pages=pages
        )


def remedy_in_words(remedy: Remedy) -> str:
    """The sentence as the record has it, with authority and court in bold."""
    text = remedy.text
    for name in dict.fromkeys((remedy.authority, remedy.court)):
        text = text.replace(name, strong(name)) if name else text
    return text


def _opening(decision: Decision, letter: Letter) -> Piece:
    values = {"department": decision.department, "made": day(decision.made_on)}
    if not decision.title:
        return letter.wording("cannot.open.untitled", **values)
    return letter.wording("cannot.open", title=decision.title, number=_of(decision), **values)


def _of(decision: Decision) -> str:
    return f"（{decision.number}）" if decision.number else ""
