"""填上级模板: which names a template may ask for, what stands for them now, and the one to fill."""

from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.month.placeholders import PERIODS, Offered, offered
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import GAP, HALF, Tone
from ui.kit.table import Column
from ui.kit.text import Saying, quiet, wrapped
from ui.reports import templating
from ui.reports.acting import Acting
from ui.reports.exporting import EXCEL
from ui.reports.naming import proposed, remember_folder
from ui.reports.templating import Checked

TEMPLATE = "report template"  # where the last one lies
WIDTH, TALL = 1120, 900
ADVICE = (
    "在上级的表样里，要填数字的格子写上占位，例如 {{受理}}；上月的写 {{受理：上月}}，"
    "去年同月、本年也一样；"
    "比率和平均还有 {{办结率：分子}}、{{办结率：分母}}。一行里写上 {{#台账}}，这一行就每件一行。"
    "字体、合并、列宽、打印设置都照表样；文本框和形状留不住。"
)
NONE_YET = "还没有选模板"


def open_template(at: Acting) -> None:
    TemplateSheet(at.page.window(), at).open()


def written(one: Offered) -> str:
    return f"{{{{{one.name}}}}}"


def _value(place: int, one: Offered) -> str:
    return one.values[place] if place < len(one.values) else ""


COLUMNS: tuple[Column[Offered], ...] = (
    Column("占位", written, width=160),
    *(
        Column(name, partial(_value, place), width=(150, 66, 86, 66)[place])
        for place, name in enumerate(("本月", *PERIODS))
    ),
    Column("怎么算", lambda one: one.meaning, soft=True),
)


class TemplateSheet(Sheet):
    """Enter copies a name, F8 chooses the template, F9 fills it in."""

    def __init__(self, window: QWidget, at: Acting) -> None:
        super().__init__(window, f"填上级模板　{say_month(at.first)}", widest=WIDTH, tallest=TALL)
        self.at = at
        self.checked: Checked | None = None
        self.state = Saying(NONE_YET)
        self.names = RecordView(COLUMNS, name="占位", id_of=lambda one: one.name)
        self.names.show_rows(offered(at.seen.report))
        self.names.choose_row(0)
        self.wrong = wrapped("")
        self.copy = Button("复制占位", key="F6")
        self.sample = Button("存一份样表", key="F7")
        self.choose = Button("选模板", key="F8")
        self.fill = Button("填好另存", Rank.PRIMARY, icon="download", key="F9")
        self._arrange()
        self._connect()
        self.first = self.names
        self._show(None)
        if last := at.desk.remember.get(TEMPLATE, ""):
            self._look_into(Path(last))

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(quiet("回车复制占位"), 1)
        leave = Button("关闭", key="Esc")
        leave.clicked.connect(self.leave)
        for button in (self.copy, self.sample, self.choose, leave, self.fill):
            foot.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(HALF)
        column.addWidget(wrapped(ADVICE))
        column.addWidget(self.state)
        column.addWidget(self.wrong)
        column.addWidget(self.names, 1)
        column.addLayout(foot)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self.names.opened.connect(self._copy)
        self.copy.clicked.connect(lambda: self._copy(self.names.record()))
        self.sample.clicked.connect(self._save_sample)
        self.choose.clicked.connect(self._choose)
        self.fill.clicked.connect(self._fill)

    def _copy(self, one: Offered | None) -> None:
        if one is not None:
            QGuiApplication.clipboard().setText(written(one))
            self.at.desk.errands.said.emit(f"已复制 {written(one)}")

    def _save_sample(self) -> None:
        place = proposed(self.at.desk, self.at.first, full=False).with_name("上级模板样表.xlsx")
        if path := ask.where_to_save(self, "上级模板样表", place, EXCEL):
            work = partial(templating.sample, self.at.seen.report, path)
            self.at.desk.tasks.start("正在存样表", work, self.at.written, owner=self)

    def _choose(self) -> None:
        last = self.at.desk.remember.get(TEMPLATE, "")
        folder = Path(last).parent if last and Path(last).parent.is_dir() else None
        for path in ask.which_files(self, "选模板", EXCEL, folder=folder)[:1]:
            self._look_into(path)

    def _look_into(self, path: Path) -> None:
        """What cannot be read is said by whoever shows errors; then none is chosen."""
        self._show(None)
        work = partial(templating.check, path, self.at.seen.report)
        self.at.desk.tasks.start("正在看模板", work, self._show, owner=self)

    def _show(self, checked: Checked | None) -> None:
        self.checked = checked
        self.wrong.setText(checked.wrong if checked else "")
        self.wrong.setVisible(bool(checked and checked.wrong))
        self.fill.setEnabled(bool(checked and not checked.wrong))
        if checked is None:
            self.state.say(NONE_YET)
            return
        self.at.desk.remember[TEMPLATE] = str(checked.path)
        if checked.wrong:
            self.state.say(f"“{checked.path.name}”还不能填", Tone.WARN)
        else:
            self.state.say(f"“{checked.path.name}”可以填", Tone.GOOD)

    def _fill(self) -> None:
        assert self.checked
        at, desk, template = self.at, self.at.desk, self.checked.path
        named = f"{say_month(at.first)}{template.stem}.xlsx"
        place = proposed(desk, at.first, full=False).with_name(named)
        path = ask.where_to_save(self, template.stem, place, EXCEL)
        if path is None:
            return
        remember_folder(desk, path)
        asked = (at.first, template, path, desk.who(), desk.now(), desk.tasks.tick)
        self.leave()
        work = partial(templating.fill, *asked)
        desk.tasks.start("正在填模板", work, at.written, owner=at.page)
