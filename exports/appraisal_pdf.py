"""单位考核表: each unit with what its points come to, and every point with its case."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.lib.units import mm

from app.appraisal import Appraisal, Point, UnitScore
from app.appraisal.meanings import MEANING, NOTE, least_in_words
from app.sheets.appraisal import AppraisalSheet
from exports.case_form import INTERNAL, write_form
from exports.kit.form import Form, table
from exports.kit.grid import Cell, Grid, Row
from exports.kit.heads import form_head
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Closed, Gap, Headed, Slot
from exports.kit.prose import Prose, Style
from exports.kit.struck import Struck
from exports.kit.words import day, moment

TITLE = "单位考核表"
_UNITS = (("单位", 6), ("件数", 2), ("加分", 2), ("减分", 2), ("合计", 5), ("单位确认", 7))
_POINTS = (("日期", 2), ("事情", 4), ("分", 2), ("办件", 7), ("为什么", 9))
_RULES = (("名称", 4), ("每次", 2), ("起计", 5), ("最多", 2), ("什么时候记", 11))
_SIZES = (10.5,)


def write_appraisal(sheet: AppraisalSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        centre, found = sheet.centre, sheet.appraisal
        made = f"{sheet.handled_by}　{day(sheet.issued_at)}制表"
        return [
            form_head(f"{centre.name}{centre.window}", TITLE, f"编号　{sheet.number}", made),
            _about(found, form),
            Prose(NOTE, Style(9.5, 1.5)),
            Gap(1.5 * mm),
            table(form, _UNITS, [_unit(one) for one in found.units], center=(1, 2, 3, 4)),
            *_points(found, form),
            Gap(3 * mm),
            Closed(_rules(found, form), _to_sign()),
        ]

    write_form(sheet, TITLE, body, path, foot=INTERNAL, sizes=_SIZES)


def _about(found: Appraisal, form: Form) -> Grid:
    until = "全季度" if found.over else f"季度未完，算到{found.until.month}月{found.until.day}日"
    fewest = f"第{found.rules.id}版，不到{found.rules.least_cases}件不评分"
    return Grid(
        (
            form.fields(("季度", str(found.quarter), 9), ("规则", fewest, 9)),
            form.fields(("范围", until, 9), ("算出时间", moment(found.made_at), 9)),
        )
    )


def _unit(one: UnitScore) -> tuple[str, ...]:
    return one.unit, str(one.cases), _signed(one.plus), _signed(one.minus), one.shown_total, ""


def _points(found: Appraisal, form: Form) -> Iterator[Piece]:
    """Of each unit that has any, all of them; those struck out too."""
    for one in found.units:
        if one.points:
            head = Prose(f"{one.unit}（{one.shown_total}）", Style(11, 2.2, "left", bold=True))
            yield Headed(head, _list(one.points, form))


def _list(points: Sequence[Point], form: Form) -> Grid:
    head = Style(form.size, 1.25, "center", bold=True)
    top = form.row(*(Cell(Prose(name, head), span) for name, span in _POINTS))
    return Grid([top, *(_point(one, form) for one in points)], head=1)


def _point(one: Point, form: Form) -> Row:
    worth = one.full if one.struck else one.points
    told = (f"{one.at:%m-%d}", one.name, _signed(worth))
    cells = [
        form.value(text, span, align="center")
        for text, (_, span) in zip(told, _POINTS, strict=False)
    ]
    if one.struck:
        cells[1:] = (_through(cell) for cell in cells[1:])
    why = f"{one.state.label}：{one.told}" if one.told else ""
    return form.row(
        *cells,
        form.value(f"{one.number}\n{one.matter}", _POINTS[3][1]),
        form.value("\n".join(filter(None, (one.in_full, why))), _POINTS[4][1]),
    )


def _through(cell: Cell) -> Cell:
    assert isinstance(cell.piece, Prose)
    return replace(cell, piece=Struck(cell.piece))


def _rules(found: Appraisal, form: Form) -> Piece:
    rows = [
        (
            rule.name,
            _signed(rule.sign * rule.points),
            least_in_words(rule.event, rule.least),
            str(rule.most) if rule.most else "不限",
            MEANING[rule.event],
        )
        for rule in found.rules.rules
        if rule.active
    ]
    small = replace(form, size=9.5)
    head = Prose("记分规则", Style(11, 2.0, "left", bold=True))
    return Headed(head, table(small, _RULES, rows, center=(1, 2, 3)))


def _signed(points: int) -> str:
    return f"{points:+d}" if points else "0"


def _to_sign() -> Piece:
    return Beside((Slot("制表人"), Slot("审核人"), Slot("分管领导")), (1, 1, 1), 5 * mm)
