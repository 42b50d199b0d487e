"""上门行程单: a crew's day in the order of its stops, with the phones it needs on the way."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.visits import DayListSheet, Stop
from exports.case_form import PERSONAL, write_form
from exports.kit.form import Form, table
from exports.kit.grid import Grid
from exports.kit.heads import form_head
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Closed, Gap, Slot
from exports.kit.words import day, full_day

TITLE = "上门行程单"
_HEADS = (
    ("序号", 2),
    ("约定和路上", 5),
    ("服务对象", 4),
    ("地址", 5),
    ("办什么", 5),
    ("到、离", 3),
)
_BLANK_TIMES = "　　：\n　　："
_SIZES = (10.5,)


def write_visit_day(sheet: DayListSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        centre = sheet.centre
        made = f"{sheet.handled_by}　{day(sheet.issued_at)}制单"
        rows = [_row(at, stop) for at, stop in enumerate(sheet.stops, start=1)]
        list_ = table(form, _HEADS, rows, center=(0, 5))
        signed = Beside((Slot("带队人"), Slot("出发时间"), Slot("返回时间")), (1, 1, 1), 5 * mm)
        return [
            form_head(f"{centre.name}{centre.window}", TITLE, f"编号　{sheet.number}", made),
            _summary(sheet, form),
            Gap(3 * mm),
            Closed(list_, signed),
        ]

    write_form(sheet, TITLE, body, path, foot=PERSONAL, sizes=_SIZES)


def _summary(sheet: DayListSheet, form: Form) -> Grid:
    count = f"{len(sheet.stops)}站，{sheet.people}人，路上{sheet.way_minutes}分钟（不含返回）"
    return Grid(
        (
            form.fields(("日期", full_day(sheet.on), 9), ("小组", sheet.team, 9)),
            form.fields(("上门人员", "、".join(sheet.crew), 21)),
            form.fields(("设备", "、".join(sheet.kits), 9), ("行程", count, 9)),
        )
    )


def _row(at: int, stop: Stop) -> tuple[str, ...]:
    return (
        str(at),
        "\n".join(_times(stop)),
        f"{stop.person}\n{stop.phone}",
        stop.place,
        "\n".join(filter(None, (stop.matter, stop.notes, stop.number))),
        _BLANK_TIMES,
    )


def _times(stop: Stop) -> Iterator[str]:
    """The hours are the crew's own where the citizen was told but the half day."""
    yield f"{stop.starts_at:%H:%M}—{stop.ends_at:%H:%M}"
    yield "约定了钟点" if stop.exact else f"约定{stop.half.label}"
    yield stop.way
