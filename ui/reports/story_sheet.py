"""The month in words (情况说明): the draft, to be put as the window wants it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Invalid
from app.month import MonthlyReport
from app.month.stories import save_story, story_of
from app.month.story import draft
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.editors import Text
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.stepper import say_month
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying
from ui.reports.acting import Acting
from ui.reports.reading import MonthSeen

WIDEST, LINES = 900, 18
UNSAVED = "写的还没有保存：F9 保存；再按一次 Esc 就不要了"
HINT = "印在月报封面上；“一、”开头的一行是小标题，其余每行一段"


def cannot_write(seen: MonthSeen) -> str:
    return "已经封账" if seen.closed else ""


def write_story(at: Acting) -> None:
    StorySheet(at.page.window(), at.desk, at.seen.report).open()


class StorySheet(Sheet):
    """F8 puts the draft back, F9 keeps it; until then the month goes up as it was.

    What was written is not lost by one key: Esc says that it is not kept, and leaves the next time.
    """

    def __init__(self, window: QWidget, desk: Desk, report: MonthlyReport) -> None:
        super().__init__(window, f"情况说明（{say_month(report.first)}）", widest=WIDEST)
        self.desk, self.report = desk, report
        self.text, self.state = Text(lines=LINES), Saying()
        self.row = FieldRow("", Field(self.text), HINT, width=0)
        self.text.setAccessibleName("情况说明")  # the row has no words of its own
        self.again = Button("用草稿重写", Rank.QUIET, icon="undo-2", key="F8")
        self.again.clicked.connect(lambda: self.text.replace(draft(self.report)))
        self.save = Button("保存", Rank.PRIMARY, icon="check", key="F9")
        self.save.clicked.connect(self._save)
        self.body.addWidget(self._form())
        self.first = self.text
        self._fill()

    def _form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.again)
        foot.addWidget(self.save)
        column.addLayout(foot)
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        return form

    def _fill(self) -> None:
        kept = story_of(self.report)
        self.text.set_value(kept.text)
        self._kept = self.text.value()
        if kept.at is None:
            self.state.say("按现在的数字拟的草稿，可以照用", Tone.PLAIN)
        elif kept.stale:
            said = f"{kept.by} {kept.at:%m-%d %H:%M} 写的，之后数字变过，请核对"
            self.state.say(said, Tone.WARN, "triangle-alert")
        else:
            self.state.say(f"{kept.by} {kept.at:%m-%d %H:%M} 写的", Tone.GOOD, "circle-check")

    def _save(self) -> None:
        try:
            save_story(self.report, self.text.value(), self.desk.who(), self.desk.now())
        except Invalid as wrong:
            self.row.wrong(wrong.problems["text"])
            self.text.setFocus()
            return
        self._kept = self.text.value()
        self.leave()
        self.desk.errands.said.emit(f"{say_month(self.report.first)}的情况说明已保存，印在封面上")

    def leave(self) -> None:
        if self.text.value() != self._kept:
            self._kept = self.text.value()
            self.state.say(UNSAVED, Tone.WARN, "triangle-alert")
            return
        super().leave()
