"""One of every widget of the kit, in its several states: to be painted, and to be looked at."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.ask import Question
from ui.kit.banner import Banner
from ui.kit.button import Button, Rank
from ui.kit.card import Card
from ui.kit.cells import Due, Mark, act, due, mark, two_lines, units
from ui.kit.chip import Chip, Tag
from ui.kit.choice import Options, Segments
from ui.kit.day_field import DayField, MomentField
from ui.kit.due import DueLine
from ui.kit.editors import Line, Number, Text
from ui.kit.empty import EmptyState
from ui.kit.entries import Entry, EntryList
from ui.kit.field import Field
from ui.kit.figure_card import FigureCard
from ui.kit.icon_button import IconButton
from ui.kit.line_chart import LineChart, Series
from ui.kit.panel import Panel
from ui.kit.paper import Fit, Paper
from ui.kit.pick import Pick
from ui.kit.popover import Popover
from ui.kit.record_view import RecordView
from ui.kit.rows import FieldRow, HintedPart
from ui.kit.sheet import Sheet
from ui.kit.stepper import Stepper
from ui.kit.style import GAP, PAD, WIDE, Tone
from ui.kit.table import Column
from ui.kit.tag_box import TagBox
from ui.kit.text import EndLine, Part, Saying, quiet, wrapped
from ui.kit.tick import Tick
from ui.kit.timeline import Event, Timeline
from ui.kit.unit_strip import UnitShare, UnitStrip

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 42)
CAUSES = [
    (code, label)
    for code, label in enumerate(
        (
            "服务流程不规范",
            "政策界定不清楚",
            "历史遗留问题不处理",
            "线上线下渠道不畅通",
            "部门间数据传输不及时",
            "改革政策衔接不畅",
            "其他",
        )
    )
]
VILLAGES = [
    (1, "石门村", "smc"),
    (2, "竹溪村", "zxc"),
    (3, "桥头社区", "qtsq"),
    (4, "上坪村", "spc"),
]
UNITS = [(1, "派出所", "pcs"), (2, "民政办", "mzb"), (3, "自然资源所", "zrzys"), (4, "残联", "cl")]
LATE = Mark("超时", Tone.DANGER, "alarm-clock")
WORKING = Mark("办理中", Tone.PRIMARY, "hourglass")
DONE = Mark("已办结", Tone.GOOD, "circle-check")
ROWS = [
    ("BBC-云溪-20261112-003", "汪*霞", "不动产登记（结婚证无效）", LATE, 3),
    ("BBC-云溪-20261119-001", "曹*顺", "宅基地使用权继承登记，两处都在去世的父亲名下", WORKING, 4),
    ("BBC-云溪-20261118-004", "𠅤*宝", "食品生产许可变更（系统故障）", DONE, 12),
]
COLUMNS = (
    Column("编号", lambda r: r[0], width=180, soft=True, key="number"),
    Column("服务对象", lambda r: r[1], width=96, key="person"),
    Column("事项", lambda r: (r[2], r[1]), show=" ".join, draw=two_lines),
    Column(
        "单位", lambda r: ("民政办", "派出所", "不动产窗口"), show="、".join, draw=units, width=170
    ),
    Column("时限", lambda r: Due("11月23日", "超 1 天", r[3].tone), draw=due, width=104, key="due"),
    Column("状态", lambda r: r[3], draw=mark, width=104),
    Column("跑过", lambda r: r[4], number=True, width=64, key="trips"),
    Column("下一步", lambda r: "催办", draw=act, width=90),
)


def down(*widgets: QWidget, width: int = 0) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setSpacing(GAP)
    for widget in widgets:
        column.addWidget(widget)
    if width:
        holder.setFixedWidth(width)
    return holder


def across(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    return holder


def off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def buttons() -> QWidget:
    ticked = Tick("还有需求", value=True)
    ranks = (
        Button("保存并打印回执", Rank.PRIMARY, icon="printer", key="F9"),
        Button("保存再登一件", key="F10"),
        Button("更多", icon="ellipsis"),
        Button("怎么算的", Rank.QUIET),
        Button("作废回执 HZ20261122-003", Rank.DANGER),
        Button("A&B 公司", Rank.QUIET, icon="arrow-right"),
    )
    return down(
        across(*ranks),
        across(*(off(Button("保存", rank, icon="check", key="F9")) for rank in Rank)),
        across(Tick("还办别的"), ticked, off(Tick("关", value=True)), IconButton("x", "关闭")),
        across(Stepper(TODAY), Stepper(TODAY, lambda: TODAY)),
    )


def chips() -> QWidget:
    return down(
        across(
            Chip("状态", CAUSES), Chip("状态", CAUSES, 3), Chip("时间", ("今天", "本月"), "本月")
        ),
        across(*(Tag(tone.value, tone, "clock") for tone in Tone)),
        across(Tag("已齐", Tone.GOOD, "check", bare=True), Tag("3 件")),
    )


def form() -> QWidget:
    wrong = FieldRow("电话", Field(Line("1001234567", cover=lambda t: f"{t[:3]}****{t[-3:]}")))
    wrong.wrong("还少 1 位")
    cause = HintedPart("成因", Options(CAUSES), "按数字键选", needed=True)
    cause.wrong("还没选，按数字键")
    unanswered = FieldRow("性质", Segments(("不能办", "很难办", "不给办")), hinted=False)
    unanswered.wrong("还没选")
    times = across(Field(Number(3, unit="次")), Field(DayField(lambda: TODAY, TODAY)))
    return down(
        FieldRow("来人", Segments(("本人", "代办人", "企业"), "代办人"), hinted=False),
        FieldRow("姓名", Field(Line(hint="照身份证写")), "来过 2 次", needed=True),
        wrong,
        FieldRow("村社", Field(Pick(VILLAGES, 1)), "男 · 1986-05-02 生", Tone.GOOD, needed=True),
        FieldRow("事项", Field(Pick(VILLAGES, hint="输入几个字或首字母", free=True)), hinted=False),
        FieldRow("诉求", Field(Text("父亲瘫痪在床，\n身份证到期。")), hinted=False, needed=True),
        FieldRow("跑过", times, hinted=False),
        FieldRow("到过", Field(tags()), "核对是否一次讲清", Tone.WARN),
        cause,
        FieldRow("难度", Segments(("简单", "一般", "复杂", "特殊")), hinted=False),
        unanswered,
        FieldRow("时限", DueLine("11月27日 周五", "3 个工作日"), hinted=False),
        FieldRow("收到", Field(MomentField(lambda: NOW, NOW)), "周三去石门村", Tone.VISIT),
        FieldRow("停用", off(Field(Line("不能改"))), hinted=False),
        width=520,
    )


def tags() -> TagBox:
    box = TagBox(UNITS, (1, 3), free=True)
    box.set_values((1, 3), ["县里的大数据局"])
    return box


def crowded_tags() -> QWidget:
    box = TagBox(UNITS, (1, 2, 3, 4))
    return down(Field(box), Field(TagBox(UNITS)), Field(TagBox(UNITS, (2,))), width=230)


def card() -> QWidget:
    made = Card("谁来", number="1")
    made.mark("还差 1 项", Tone.DANGER)
    made.body.addWidget(quiet("编号保存时生成"))
    made.body.addWidget(wrapped("两处宅基地还在 1996 年去世的父亲名下，<b>没有</b>死亡证明。"))
    ready = Card("什么事", number="2")
    ready.mark("还差 1 项", Tone.DANGER)
    ready.mark("已齐", Tone.GOOD, "check")
    return down(made, ready, width=360)


def figures() -> QWidget:
    cards = [
        FigureCard(1, "逾期", "alarm-clock", Tone.DANGER),
        FigureCard(0, "差评待整改", "star", Tone.WARN),
        FigureCard("14/15", "按时", "check", Tone.GOOD),
    ]
    cards[1].setChecked(True)
    return across(*cards)


def sayings() -> QWidget:
    return down(
        *(Saying(f"草稿已存 09:42（{tone.value}）", tone) for tone in Tone),
        Banner("layers", "有一类事可以照办", "行动不便人员身份证上门办", Button("套用")),
        Banner("triangle-alert", "今天是最后一天", tone=Tone.DANGER),
        Banner(),
        Part("上午", "甲组 李建国、周敏"),
        EndLine("办完这 5 件，今明就没有到期的了。", Button("待反馈 4 件", Rank.QUIET)),
        width=620,
    )


def table() -> QWidget:
    view = RecordView(COLUMNS, name="办件", row=52)
    view.show_rows(ROWS)
    view.show_sort("due", ascending=False)
    view.choose_row(1)
    view.setFixedSize(1040, 260)
    return view


def entries() -> QWidget:
    listed = (
        Entry("养老金资格认证", "2026-03-11 · 上门", mark="满意", tone=Tone.GOOD),
        Entry("受理回执", side="11-19", icon="file-check", tone=Tone.GOOD),
        Entry("协调会纪要", mark="草稿", icon="file-pen-line", tone=Tone.WARN, act="打开"),
    )
    return down(EntryList(listed, name="文书"), EntryList(name="附件"), width=320)


def panel() -> QWidget:
    made = Panel()
    made.section("服务对象", wrapped("刘*根 男 67 岁"), note="石门村 3 组")
    before = made.section("以前来过", note="1 件")
    before.add(EntryList((Entry("残疾人证换领", "2025-08-20", mark="满意", tone=Tone.GOOD),)))
    gone = made.section("一类事", quiet("没有了"))
    gone.fill(wrapped("派出所 2 个工作日内上门"), note="第 3 版", inset=True)
    made.setFixedHeight(320)
    return made


def history() -> QWidget:
    events = (
        Event("11-23 16:20", "王芳 · 窗口", "召集协调会", "三家到场。" * 12, "users", Tone.PRIMARY),
        Event("11-19 10:52", "王芳 · 窗口", "登记受理", "", "stamp"),
        Event("11-19 10:50", "王芳", "一个很长很长很长很长很长很长很长的动作名称"),
    )
    strip = [
        UnitShare("自然资源所", WORKING, "第 4 天", leads=True),
        UnitShare("派出所", DONE, "用了 2 天"),
        UnitShare("石门村", Mark("待签收"), "第 1 天"),
        *(UnitShare(f"单位{n}", LATE) for n in range(4)),
    ]
    return down(UnitStrip(strip), UnitStrip(strip[:1]), UnitStrip(), Timeline(events), width=560)


def charts() -> QWidget:
    months = [f"{n}月" for n in range(1, 13)]
    received = Series("收件", (12, 9, 15, 14, 11, 18, 16, 12, 10, 9, 8, 7), Tone.PRIMARY)
    ended = Series("办结", (10, 9, 14, 15, 11, 15, 17, 13, 10, 9, 9, 6), Tone.GOOD, dashed=True)
    return down(
        LineChart(months, (received, ended)),
        LineChart(("11月",), (Series("收件", (3,), Tone.PRIMARY),)),
        LineChart(("10月", "11月"), (Series("收件", (0, 0), Tone.PRIMARY),)),
        LineChart(("10月",), ()),
        LineChart(),
        width=360,
    )


def empty() -> QWidget:
    made = EmptyState("inbox", "", "", Button("看上个月"), Button("出零报告"))
    made.say("sprout", "这个月还没有反映件", "没有人来，也是好消息。月底照常出零报告。")
    made.setMinimumSize(520, 360)
    return made


def paper() -> QWidget:
    page = QImage(595, 842, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    several, none = Paper("受理回执预览", Fit.PAGE), Paper("没有页")
    several.show_images([page, QImage(), page])
    several.setFixedSize(420, 300)
    none.setFixedSize(200, 160)
    return across(several, none)


def popover() -> QWidget:
    window = QWidget()
    window.resize(700, 420)
    window.show()
    lines = [("check", f"11月{n}日 周{n % 7}", f"第 {n} 个工作日") for n in range(1, 24)]
    shown = Popover(
        window, "为什么是 11月27日", lines, ("到期", "11月27日 周五"), "按 2026 年工作日历"
    )
    anchor = quiet("怎么算的")
    anchor.setParent(window)
    anchor.move(380, 380)
    shown.open_at(anchor)
    return window


def short_popover() -> QWidget:
    window = QWidget()
    window.resize(460, 320)
    window.show()
    lines = (("", "11月22日 周日", "收到当天不算"), ("check", "11月23日 周一", "第 1 个工作日"))
    shown = Popover(
        window, "为什么是 11月23日", lines, ("到期", "11月23日 周一"), "按 2026 年工作日历"
    )
    anchor = quiet("怎么算的")
    anchor.setParent(window)
    shown.open_at(anchor)
    return window


def sheet() -> QWidget:
    window = QWidget()
    window.resize(900, 520)
    made = Sheet(window, "打印受理回执", widest=640)
    made.body.addWidget(wrapped("请群众核对姓名、诉求和答复日期，在存根上签字。"))
    made.open()
    return window


def opened_pick() -> QWidget:
    window = QWidget()
    window.resize(420, 420)
    pick = Pick([(n, f"事项 {n}") for n in range(500)], 7, hint="事项")
    field = Field(pick, parent=window)
    field.setGeometry(PAD, PAD, 300, field.height())
    pick.open_list()
    return window


def opened_chip() -> QWidget:
    window = QWidget()
    window.resize(360, 420)
    chip = Chip("成因", [*CAUSES, *((n, f"别的 {n}") for n in range(8, 14))], 3, window)
    chip.move(WIDE, WIDE)
    window.show()
    chip.open_list()
    return window


def nothing_found() -> QWidget:
    window = QWidget()
    window.resize(360, 200)
    chip = Chip("成因", (), None, window)
    window.show()
    chip.open_list()
    return window


def asked() -> QWidget:
    return Question(None, "作废回执 HZ20261122-003", "作废后编号不再使用。", harm=True)


def asked_why() -> QWidget:
    question = Question(None, "作废回执", "编号不再使用。", prompt="为什么作废", harm=True)
    question.go.click()
    return question


MAKERS: tuple[Callable[[], QWidget], ...] = (
    buttons,
    chips,
    form,
    crowded_tags,
    card,
    figures,
    sayings,
    table,
    entries,
    panel,
    history,
    charts,
    empty,
    paper,
    popover,
    short_popover,
    sheet,
    opened_pick,
    opened_chip,
    nothing_found,
    asked,
    asked_why,
)
