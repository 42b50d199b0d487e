"""政策冲突协调单: two units that wait for one another, side by side, and how it was resolved."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.coordination import ConflictSheet
from exports.case_form import HAND, INTERNAL, case_head, issued_by, to_sign, write_form
from exports.kit.form import Form
from exports.kit.grid import Grid, Row
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.words import day, wording
from models.choices import ConflictOutcome

_OUTCOMES = tuple(one.label for one in ConflictOutcome)
_SIDE = 10  # columns of one unit


def write_conflict(sheet: ConflictSheet, path: Path) -> None:
    units = [claim.unit for claim in sheet.claims]

    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "政策冲突协调单"),
            Prose(wording("cases", "conflict.open"), Style(form.size, 1.8)),
            Grid((*_claims(sheet, form), *_resolved(sheet, form))),
            Gap(3 * mm),
            Headed(Prose("双方会签", Style(11, 1.8, "left", bold=True)), to_sign(form, units)),
        ]

    write_form(sheet, "政策冲突协调单", body, path, foot=INTERNAL)


def _claims(sheet: ConflictSheet, form: Form) -> tuple[Row, ...]:
    """The two units beside one another, so that the circle is seen at a glance."""
    first, second = sheet.claims

    def pair(name: str, one: str, other: str, grow: float = 0) -> Row:
        return form.row(
            form.label(name, 4), form.value(one, _SIDE), form.value(other, _SIDE), grow=grow
        )

    return (
        form.row(form.label("事项", 4), form.value(sheet.matter, 20)),
        form.row(form.label("情况说明", 4), form.body(sheet.background, 20), least=HAND, grow=1),
        pair("单位", strong(first.unit), strong(second.unit)),
        pair("要求先有", first.wants, second.wants, grow=0.5),
        pair("才能办", first.gives, second.gives, grow=0.5),
        pair("依据", first.basis, second.basis, grow=1),
    )


def _resolved(sheet: ConflictSheet, form: Form) -> tuple[Row, ...]:
    outcome = ticks(_OUTCOMES, sheet.outcome)
    on = day(sheet.resolved_on) if sheet.resolved_on else ""
    return (
        form.row(form.label("处理办法", 4), form.value(outcome, 20)),
        form.row(form.label("处理意见", 4), form.body(sheet.resolution, 20), least=20 * mm, grow=2),
        form.row(form.label("处理依据", 4), form.value(sheet.basis, 20), least=HAND),
        form.row(
            form.label("决定人", 4),
            form.value(sheet.resolved_by, 8),
            form.label("决定日期", 4),
            form.value(on, 8),
        ),
        form.row(
            form.label("会议纪要", 4),
            form.value(sheet.meeting, 8),
            form.label("同类事项", 4),
            form.value(sheet.scope, 8),
        ),
        issued_by(form, sheet, ""),
    )
