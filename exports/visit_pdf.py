"""上门服务单: the plan is printed, the rest is written there; overleaf two receipts for papers."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.visits import VisitSheet
from exports.case_form import BLANK_DAY, PERSONAL, write_form
from exports.kit.form import Form
from exports.kit.grid import Band, Cell, Grid, Row
from exports.kit.heads import form_head
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, NewPage, Together
from exports.kit.prose import Prose, Style, strong, ticks
from exports.kit.units import EMPTY
from exports.kit.words import day, full_day, wording
from exports.visit_overleaf import overleaf
from models.choices import Delivery, HalfDay, VisitCheck, VisitKind, VisitOutcome

TITLE = "上门服务单"
_CLOCK = "　　时　　分"
_AWARE = {True: "清楚，能表示", False: "不能表示"}
_NEXT = ("无需再办", "再次上门", "补材料", "转其他单位")
_TAKEN = (*(one.label for one in VisitCheck if one is not VisitCheck.IDENTITY), "录像", "证件扫描")
_SIZES = (10.5, 10)
_ROW: float = 7 * mm
_WIDE = 19  # columns beside one label, under an upright title
_LINES = 3  # to write the papers on, where none are known


def write_visit(sheet: VisitSheet, path: Path) -> None:
    def body(form: Form) -> list[Piece]:
        form = Form(form.size, lead=1.3, least=_ROW)
        bands = (
            Band("服务对象", _whom(sheet, form)),
            Band("事项与安排", _plan(sheet, form)),
            Band("现场记录", _there(form)),
            Band("签字", _signatures(form)),
        )
        return [_head(sheet), Grid(bands), _end(sheet), NewPage(), *overleaf(sheet)]

    write_form(sheet, TITLE, body, path, foot=PERSONAL, sizes=_SIZES)


def _head(sheet: VisitSheet) -> Piece:
    centre = sheet.centre
    urgent = f"　{strong('【急】')}" if sheet.urgent else ""
    case = f"反映事项编号　{sheet.case_number}" if sheet.case_number else ""
    number = f"上门编号　{strong(sheet.number)}{urgent}"
    return form_head(f"{centre.name}{centre.window}", TITLE, number, case, (1, 1))


def _end(sheet: VisitSheet) -> Piece:
    """What the centre promises, and who made the sheet out."""
    made = f"{sheet.handled_by}　{day(sheet.issued_at)}制单"
    told = wording("visits", "blank") if sheet.blank else made
    promised = Prose(sheet.promises, Style(9.5, 1.5, "left"))
    return Together(
        (Gap(1 * mm), Beside((promised, Prose(told, Style(9.5, 1.5, "right"))), (3, 2)))
    )


def _whom(sheet: VisitSheet, form: Form) -> tuple[Row, ...]:
    person = sheet.served
    aware = "" if sheet.aware is None else _AWARE[sheet.aware]
    people = "" if sheet.blank else f"{sheet.people}人"
    return (
        form.fields(("姓名", person.name, 5), ("年龄", sheet.age, 3), ("电话", sheet.phone, 5)),
        form.fields(("证件号码", person.id_number, 11), ("服务人数", people, 5)),
        form.fields(("群体", sheet.needs, 8), ("意识", ticks([*_AWARE.values()], aware), 8)),
        form.fields(("行动能力", sheet.mobility, 8), ("需要照顾", sheet.care, 8)),
        form.fields(("监护人", sheet.guardian, 8), ("预约人", sheet.asker, 8)),
        form.fields(("地址", sheet.place, _WIDE)),
        form.fields(("怎么走", sheet.directions, _WIDE)),
    )


def _plan(sheet: VisitSheet, form: Form) -> tuple[Row, ...]:
    kinds = ticks([one.label for one in VisitKind], sheet.kind.label if sheet.kind else "")
    checks = ticks([one.label for one in VisitCheck], *(one.label for one in sheet.checks))
    return (
        form.fields(("类别", kinds, _WIDE)),
        form.fields(("办理事项", sheet.matter, _WIDE)),
        form.fields(("所需材料", _to_tick(sheet.papers), _WIDE)),
        form.fields(("现场要办", checks, _WIDE)),
        form.fields(("带上", _to_tick(sheet.bring), _WIDE)),
        form.row(
            form.label("约定时间"), _when(sheet, form), form.label("路上"), form.value(sheet.way, 5)
        ),
        form.fields(("上门人员", "、".join(sheet.crew), _WIDE)),
    )


def _to_tick(names: tuple[str, ...]) -> str:
    """What to look for before one sets out, each with its box; boxes alone for what is unknown."""
    return ticks(names) if names else f"{EMPTY}　　　　　　　　" * _LINES


def _when(sheet: VisitSheet, form: Form) -> Cell:
    if sheet.on is None:
        halves = ticks([one.label for one in HalfDay])
        return form.value(f"{BLANK_DAY}　{halves}", 11)
    assert sheet.half is not None
    hour = f"{sheet.at.hour}时{sheet.at.minute:02d}分" if sheet.at else ""
    return form.value(strong(f"{full_day(sheet.on)}{sheet.half.label}{hour}"), 11)


def _there(form: Form) -> tuple[Row, ...]:
    ticked = (
        ("采集内容", f"{ticks(_TAKEN)}　编号"),
        ("结果", ticks([one.label for one in VisitOutcome])),
        ("送达方式", ticks([one.label for one in Delivery])),
        ("下一步", ticks(_NEXT)),
    )
    clocks = (("出发", 4), ("到达", 4), ("离开", 5))
    return (
        form.row(form.value(wording("visits", "identity"), 22)),
        form.row(
            *(
                cell
                for name, span in clocks
                for cell in (form.label(name), form.value(_CLOCK, span))
            )
        ),
        form.fields(
            ("身份核对", ticks(("本人", "监护人", "代理人")), 8),
            ("证件", ticks(("看过原件", "读卡")), 8),
        ),
        form.row(form.label("现场情况"), form.value("", _WIDE), least=14 * mm, grow=1),
        *(form.fields((name, options, _WIDE)) for name, options in ticked),
    )


def _signatures(form: Form) -> tuple[Row, ...]:
    said = f"{strong(wording('visits', 'consent'))}\n{wording('visits', 'photo')}"
    return (
        form.row(form.value(said, 22)),
        form.row(
            form.label("服务对象或\n监护人签名", 4),
            form.value("", 7),
            form.label("按指印处"),
            form.value("", 8),
            least=24 * mm,
        ),
        form.row(
            form.label("见证人"),
            form.value("", 4),
            form.label("上门人员"),
            form.value("", 6),
            form.value(BLANK_DAY, 6),
            least=11 * mm,
        ),
    )
