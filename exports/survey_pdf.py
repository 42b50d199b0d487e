"""现场踏勘记录: what was seen at the place, who was there, and which photos were taken."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.coordination import SurveySheet
from exports.case_form import case_head, to_sign, write_form
from exports.kit.form import Form, listed, table
from exports.kit.grid import Grid
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed
from exports.kit.prose import Prose, Style
from exports.kit.words import moment, wording

_PHOTOS = (("序号", 2), ("照片", 9), ("内容", 13))


def write_survey(sheet: SurveySheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        return [
            case_head(sheet, "现场踏勘记录"),
            _record(sheet, form),
            *_photos(sheet, form),
            Gap(3 * mm),
            Headed(
                Prose(wording("cases", "survey.close"), Style(10.5, 1.8)),
                to_sign(form, sheet.present),
            ),
        ]

    write_form(sheet, "现场踏勘记录", body, path)


def _record(sheet: SurveySheet, form: Form) -> Grid:
    return Grid(
        (
            form.fields(
                ("踏勘时间", moment(sheet.surveyed_at), 9), ("记录人", sheet.handled_by, 9)
            ),
            form.fields(("地点", sheet.place, 21)),
            form.fields(("事项", sheet.matter, 21)),
            form.fields(("踏勘目的", sheet.purpose, 21)),
            form.fields(("参加人员", "；".join(sheet.present), 21)),
            form.row(
                form.label("踏勘情况"), listed(form, sheet.findings, 21), least=40 * mm, grow=3
            ),
            form.row(form.label("初步意见"), form.body(sheet.opinion, 21), least=20 * mm, grow=1),
        )
    )


def _photos(sheet: SurveySheet, form: Form) -> tuple[Piece, ...]:
    if not sheet.photos:
        return ()
    rows = [(str(at), one.name, one.shows) for at, one in enumerate(sheet.photos, start=1)]
    head = Prose(f"照片目录（共{len(rows)}张）", Style(11, 1.8, "left", bold=True))
    return (Gap(2 * mm), Headed(head, table(form, _PHOTOS, rows)))
