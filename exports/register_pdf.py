"""The registration form: everything known about one case, on A4."""

from dataclasses import replace
from pathlib import Path

from reportlab.lib.units import mm

from app.sheets import RegisterSheet
from exports.kit.form import Form, table
from exports.kit.grid import Band, Cell, Grid, Row
from exports.kit.heads import form_head
from exports.kit.marks import stamps
from exports.kit.page import Sheet, write_sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Closed, Gap, Headed, Together
from exports.kit.prose import Prose, Style, numbered, ticks
from exports.kit.words import day, full_day, moment
from exports.ratings import LEVELS
from models.choices import Cause, Channel, Choice, Ending, Grade, Method, Nature, Need

_BLANK_HANDOVERS = 2  # rows where no unit has been entered
_HAND: float = 11 * mm  # the least height to write in by hand

_FORM = Form(size=10.5, lead=1.35, least=7.2 * mm)


def write_register(sheet: RegisterSheet, path: Path) -> None:
    """The full internal form; what is not known yet is left for writing by hand."""
    centre = sheet.centre
    head = form_head(
        f"{centre.name}{centre.window}",
        "反映事项登记表",
        f"编号　{sheet.number}",
        f"受理时间　{moment(sheet.received_at)}",
    )
    bands = (
        Band("反映人", _who(sheet)),
        Band("反映事项", _what(sheet)),
        Band("研判", _assessed(sheet)),
        Band("办理", _handled(sheet)),
        Band("结果", _ended(sheet)),
    )
    end: Piece = Together((Gap(5 * mm), _signatures()))
    if sheet.steps:
        end = Closed(_history(sheet), end)
    story = [*stamps(sheet.reissue, sheet.voided), head, Grid(bands), Gap(4 * mm), end]
    again = Prose(f"反映事项登记表（续）　编号　{sheet.number}", Style(10.5, 2.0, "left"))
    write_sheet(
        Sheet(
            title=f"登记表 {sheet.number}",
            author=centre.name,
            story=story,
            foot="内部资料，含个人信息，不得外传。",
            again=(again,),
            void="作废" if sheet.voided else "",
        ),
        path,
    )


def _who(sheet: RegisterSheet) -> tuple[Row, ...]:
    person = sheet.applicant
    papers = "　".join(part for part in (person.id_kind, person.id_number) if part)
    return (
        _FORM.fields(("姓名", person.name, 5), ("性别", sheet.sex, 3), ("电话", person.phone, 5)),
        _FORM.fields(("拼音", sheet.pinyin, 5), ("证件号码", papers, 11)),
        _FORM.fields(("住址", person.address, 19)),
        _FORM.fields(("群体", _ticked(Need, *sheet.needs), 19)),
        _FORM.fields(("企业名称", sheet.company, 7), ("统一社会信用代码", sheet.credit_code, 9)),
        _FORM.fields(
            ("服务对象", sheet.beneficiary or "本人", 9), ("代办人", sheet.proxy or "无", 7)
        ),
        _FORM.fields(("委托手续", sheet.mandate, 19)),
    )


def _what(sheet: RegisterSheet) -> tuple[Row, ...]:
    materials = numbered([one.told for one in sheet.materials]) or "没有收材料。"
    return (
        _FORM.fields(("来源", _ticked(Channel, sheet.channel), 19)),
        _FORM.fields(("曾到部门", sheet.been_to, 11), ("曾跑次数", sheet.trips, 5)),
        _FORM.fields(("当时答复", sheet.was_told, 19)),
        _FORM.fields(("事项", sheet.matter, 11), ("首次申请", sheet.first_applied, 5)),
        _FORM.row(_FORM.label("问题描述"), _FORM.body(sheet.problem, 19), grow=1),
        _FORM.fields(("诉求", sheet.demand, 19)),
        _FORM.row(_FORM.label("三问"), _asks(sheet)),
        _FORM.row(_FORM.label("已交材料"), _FORM.body(materials, 19, hang=1.3)),
    )


def _asks(sheet: RegisterSheet) -> Cell:
    """What was asked beyond the matter itself, ticked where it was asked."""
    asked = (
        ("还要办理什么业务？", sheet.ask_business),
        ("还有什么需求？", sheet.ask_need),
        ("还有什么问题与困难？", sheet.ask_trouble),
    )
    lines = [
        ticks([question], *([] if answer is None else [question]))
        + ("" if answer is None else answer or "没有。")
        for question, answer in asked
    ]
    return _FORM.value("\n".join(lines), 19)


def _assessed(sheet: RegisterSheet) -> tuple[Row, ...]:
    assessment = sheet.assessment
    if sheet.assessed_by:
        assessment += f"\n（{sheet.assessed_by}）"
    return (
        _FORM.fields(
            ("性质", _ticked(Nature, sheet.nature), 8), ("难度", _ticked(Grade, sheet.grade), 8)
        ),
        _FORM.fields(("成因", _ticked(Cause, sheet.cause), 19)),
        _FORM.fields(
            ("方式", _ticked(Method, sheet.method), 10), ("首问\n责任人", sheet.received_by, 6)
        ),
        _FORM.fields(("牵头单位", sheet.lead, 7), ("配合单位", sheet.helpers, 9)),
        _FORM.fields(("答复期限", full_day(sheet.due_on), 7), ("时限依据", sheet.due_rule, 9)),
        _FORM.fields(("一类事", sheet.solution, 19)),
        _FORM.row(_FORM.label("研判意见"), _FORM.body(assessment, 19), grow=2),
    )


def _handled(sheet: RegisterSheet) -> tuple[Row, ...]:
    columns = (("承办单位", 5), ("角色", 2), ("转出", 5), ("签收", 5), ("答复", 5))
    given = [
        (
            one.unit,
            one.role,
            day(one.sent_on) if one.sent_on else "",
            f"{day(one.signed_on)}\n{one.signed_by}" if one.signed_on else "",
            one.answer,
        )
        for one in sheet.handovers
    ] or [("", "", "", "", "")] * _BLANK_HANDOVERS
    return (
        _FORM.row(*(_FORM.label(name, span) for name, span in columns)),
        *(
            _roomy(
                _FORM.row(
                    *(
                        _FORM.value(text, span)
                        for text, (_, span) in zip(texts, columns, strict=True)
                    )
                ),
                *texts,
            )
            for texts in given
        ),
        _open(("协调", sheet.coordination, 19)),
        _open(("延期", sheet.extension, 19)),
        _open(("上门", sheet.visit, 19)),
    )


def _ended(sheet: RegisterSheet) -> tuple[Row, ...]:
    return (
        _FORM.fields(("办理结果", _ticked(Ending, sheet.ending), 19)),
        _FORM.row(
            _FORM.label("结果说明"),
            _FORM.body(sheet.result, 19),
            least=_FORM.least if sheet.result else 2 * _HAND,
        ),
        _open(("反馈", sheet.feedback, 8), ("回访", sheet.call_back, 8)),
        _FORM.fields(("评价", ticks(LEVELS, sheet.rating), 19)),
        _open(("原话", sheet.words, 19)),
        _open(("归档号", sheet.archive_number, 8), ("附件", sheet.attachments, 8)),
    )


def _open(*pairs: tuple[str, str, int]) -> Row:
    """A row of fields, with room for writing by hand while one of them is empty."""
    return _roomy(_FORM.fields(*pairs), *(text for _, text, _ in pairs))


def _roomy(row: Row, *texts: str) -> Row:
    return row if all(texts) else replace(row, least=_HAND)


def _history(sheet: RegisterSheet) -> Headed:
    return Headed(
        Prose("办理过程", Style(12, 1.6, "left", bold=True)),
        table(
            _FORM,
            (("时间", 7), ("环节", 3), ("经手人", 4), ("内容", 10)),
            [(moment(step.at), step.stage, step.by, step.what) for step in sheet.steps],
            center=(0, 1, 2),
        ),
    )


def _signatures() -> Grid:
    names = ("受理人签名", "承办人签名", "审核人签名", "分管领导签名")
    blank = "\n\n年　　月　　日"
    return Grid(
        (
            _FORM.row(*(_FORM.label(name, 6) for name in names)),
            _FORM.row(*(_FORM.value(blank, 6, align="right") for _ in names), least=20 * mm),
        )
    )


def _ticked(choices: type[Choice], *chosen: Choice | None) -> str:
    return ticks(
        [one.label for one in choices if one.in_use or one in chosen],
        *(one.label for one in chosen if one),
    )
