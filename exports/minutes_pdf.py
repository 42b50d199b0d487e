"""协调会议纪要, set as GB/T 9704 asks: decisions first, then who was there and who was not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.coordination import Absent, MinutesSheet
from exports.case_form import INTERNAL, to_sign, write_form
from exports.kit.form import Form, table
from exports.kit.heads import document_title, imprint, masthead
from exports.kit.page import LETTER
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed
from exports.kit.prose import Prose, Style, numbered, strong
from exports.kit.words import day, full_day, moment, wording

_SIZES = (15, 14.5, 14, 13.5, 13)
_HEADS = (("序号", 2), ("议定事项", 10), ("责任单位（人）", 6), ("完成时限", 6))
_ORDINALS = "一二三"


def write_minutes(sheet: MinutesSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return list(_minutes(sheet, form.size))

    write_form(sheet, "协调会议纪要", body, path, foot=INTERNAL, paper=LETTER, sizes=_SIZES)


def _minutes(sheet: MinutesSheet, size: float) -> Iterator[Piece]:
    centre, on = sheet.centre, day(sheet.issued_at)
    body = Style(size, 1.7, indent=2)
    yield masthead("协调会议纪要", f"编号　{sheet.number}", f"{centre.name}　{on}")
    yield Gap(6 * mm)
    yield document_title(f"关于{sheet.matter}的协调会议纪要")
    yield Gap(3 * mm)
    yield Prose(_opening(sheet), body)
    yield from _sections(sheet, body)
    yield Gap(4 * mm)
    yield from _attendance(sheet, size)
    yield Gap(4 * mm)
    yield _countersigned(sheet)
    yield Gap(3 * mm, growth=1)
    yield imprint(sheet.sent_to, centre.name, on)


def _opening(sheet: MinutesSheet) -> str:
    return wording(
        "cases",
        "minutes.open",
        held=moment(sheet.held_at),
        chair=sheet.chair,
        place=sheet.place,
        matter=sheet.matter,
        case=sheet.case_number,
    )


def _sections(sheet: MinutesSheet, body: Style) -> Iterator[Piece]:
    """Numbered in Chinese, without those that have nothing to say."""
    form = Form(body.size - 2, lead=1.4, least=10 * mm)
    rows = [
        (str(at), one.what, one.owner, f"{full_day(one.due_on)}前")
        for at, one in enumerate(sheet.resolutions, start=1)
    ]
    sections: list[tuple[str, Piece]] = []
    if sheet.background:
        sections.append(("基本情况", Prose(sheet.background, body)))
    if sheet.agreed:
        sections.append(("会议意见", Prose(numbered(sheet.agreed), body)))
    sections.append(("议定事项", table(form, _HEADS, rows)))
    head = replace(body, bold=True, lead=1.9)
    for ordinal, (name, piece) in zip(_ORDINALS, sections, strict=False):
        yield Headed(Prose(f"{ordinal}、{name}", head), piece)


def _attendance(sheet: MinutesSheet, size: float) -> Iterator[Piece]:
    yield _people("出席", sheet.present, size)
    yield _people("请假", [_absent(one) for one in sheet.absent], size)
    yield _people("列席", sheet.sitting_in, size)
    yield _people("记录", (sheet.handled_by,), size)
    if any(one.deemed for one in sheet.absent):
        rule = sheet.deemed_by or wording("cases", "minutes.deemed.rule")
        yield Prose(wording("cases", "minutes.deemed", rule=rule), Style(size - 2, 1.6, indent=2))


def _people(role: str, names: Sequence[str], size: float) -> Piece:
    """Lines after the first stand under the first name."""
    text = "，".join(names) if names else "无"
    return Prose(f"{strong(role)}：\t{text}", Style(size, 1.7, "left", indent=2, hang=5))


def _absent(one: Absent) -> str:
    said = [part for part in (one.note, "视为同意" if one.deemed else "") if part]
    return f"{one.who}（{'，'.join(said)}）" if said else one.who


def _countersigned(sheet: MinutesSheet) -> Piece:
    """Every owner signs for what was laid on them."""
    owners = tuple(dict.fromkeys(one.owner for one in sheet.resolutions))
    return Headed(
        Prose("会签", Style(12, 1.8, "left", bold=True)), to_sign(Form(12, lead=1.4), owners)
    )
