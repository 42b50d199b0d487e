"""A paper as it will be printed, and printed from there."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases import get_row
from app.directory import Who
from app.papers import Issue, get_issue, issue, valid, void
from app.receipts import receipt_of, receipt_to_issue
from app.registers import register_of, register_to_issue
from exports.files import replacing
from models.choices import PaperKind
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.paper import Fit, Paper
from ui.kit.sheet import Sheet
from ui.kit.style import HALF, Tone
from ui.papers import printers
from ui.papers.choices import Choices
from ui.papers.layouts import LAYOUTS, Drawn, PaperSheet, draw, remembered

FOLDER = "papers.folder"
ROOMY = 620  # a whole page of A4 can be read from this height on
_TO_ISSUE: Mapping[PaperKind, Callable[[int, Who, datetime], PaperSheet]] = {
    PaperKind.RECEIPT: receipt_to_issue,
    PaperKind.REGISTER: register_to_issue,
}
_OF: Mapping[PaperKind, Callable[[Issue], PaperSheet]] = {
    PaperKind.RECEIPT: receipt_of,
    PaperKind.REGISTER: register_of,
}
_SHORT = {PaperKind.RECEIPT: "回执", PaperKind.REGISTER: "登记表"}


def open_preview(window: QWidget, desk: Desk, wanted: object) -> None:
    assert isinstance(wanted, WantedPaper)
    PaperPreview(window, desk, wanted).open()


class PaperPreview(Sheet):
    """To be printed, or with an issue, to be looked at as it was given out.

    The first printing or saving puts it on record; then one paper has one number, and what
    this preview still prints or saves is that same paper.
    """

    def __init__(self, window: QWidget, desk: Desk, wanted: WantedPaper) -> None:
        super().__init__(window, wanted.kind.label)
        self.desk, self.wanted, self.kind = desk, wanted, wanted.kind
        self.number = get_row(wanted.case_id).number
        self.looked_at = get_issue(wanted.issue_id) if wanted.issue_id else None
        self.issued: Issue | None = None
        self.sheet: PaperSheet | None = None
        self.drawn: Drawn | None = None
        self._then: Callable[[], None] | None = None
        last = desk.remember.get(self._layout_key(), "")
        self.choices = Choices(desk, LAYOUTS[self.kind], remembered(self.kind, last))
        self.paper = Paper(f"{self.kind.label}预览", Fit.PAGE)
        self.near = Button("放大看", Rank.QUIET, icon="search")
        self._arrange()
        self._listen()
        self.first = self.choices.print if self.choices.print.isEnabled() else self.choices.save
        if window.height() < ROOMY:
            self._look_nearer()
        self._begin()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(HALF)
        left.addWidget(self.paper, 1)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.near)
        left.addLayout(row)
        self.body.addLayout(left, 1)
        self.body.addWidget(self.choices)

    def _listen(self) -> None:
        side = self.choices
        side.layouts.changed.connect(self._lay_out)
        side.print.clicked.connect(lambda: self._once_drawn(self._print))
        side.save.clicked.connect(lambda: self._once_drawn(self._save))
        side.again.clicked.connect(self._print_again)
        side.void.clicked.connect(self._void)
        side.leave.clicked.connect(self.leave)
        self.near.clicked.connect(self._look_nearer)

    def _layout_key(self) -> str:
        return f"papers.{self.kind}"

    def _begin(self) -> None:
        """Say what it is, offer what can be done with it, and draw it."""
        side = self.choices
        if self.looked_at is None:
            side.offer(side.print, side.save)
        elif self.looked_at.voided_at is None:
            side.offer(side.again, side.void)
        else:
            side.offer(*([] if valid(self.wanted.case_id, self.kind) else [side.again]))
            side.again.setText("重新出具")
        self._draw()

    def _now(self) -> PaperSheet:
        """What the paper says, as things stand."""
        if self.looked_at is not None:
            return _OF[self.kind](self.looked_at)
        to_issue = _TO_ISSUE[self.kind]
        return to_issue(self.wanted.case_id, self.desk.who(), self.desk.now())

    def _draw(self) -> None:
        sheet, layout = self._now(), self.choices.layouts.value()
        self.sheet, self.drawn = sheet, None
        self._tell()

        def show(drawn: Drawn) -> None:
            if self.sheet is sheet and self.choices.layouts.value() is layout:
                self._show(drawn)

        name = f"正在排版{self.kind.label}"
        self.desk.tasks.start(name, lambda: draw(sheet, layout), show, owner=self)

    def _show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.paper.show_pdf(drawn.pdf)
        self.choices.say_missing(drawn.missing)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _tell(self) -> None:
        assert self.sheet is not None
        side, one, again = self.choices, self.looked_at, self.sheet.reissue
        side.advice.setText(side.layouts.value().advice)
        side.say_missing(())
        if one is not None:
            self._tell_of(one)
        elif again is not None:
            self.title.setText(f"补打{self.kind.label}")
            side.told.say(f"第 {again.times} 次补打，纸上会标明", Tone.WARN, "printer")
        else:
            self.title.setText(f"打印{self.kind.label}")
            side.told.say(f"已登记 {self.number}", Tone.GOOD)

    def _tell_of(self, one: Issue) -> None:
        again = f"　第 {one.times} 次补打" if one.times else ""
        self.title.setText(f"{self.kind.label} {one.number}{again}")
        if one.voided_at is None:
            self.choices.told.say(f"{one.issued_by} {one.issued_at:%m-%d %H:%M} 出具", icon="clock")
            self.choices.advice.setText("再给一份请补打，纸上会标明；给错了请作废，收回原件。")
            return
        self.choices.told.say("已作废，不能再用", Tone.DANGER)
        by = f"{one.voided_by} {one.voided_at:%m-%d %H:%M}"
        self.choices.advice.setText(f"原因：{one.void_reason}（{by}）")

    def _lay_out(self) -> None:
        self.desk.remember[self._layout_key()] = self.choices.layouts.value().key
        self._draw()

    def _once_drawn(self, act: Callable[[], None]) -> None:
        """F9 may be pressed faster than the paper is drawn."""
        if self.drawn is None:
            self._then = act
        elif self.issued is None and self._now() != self.sheet:
            self._draw()
            self.choices.told.say("内容刚有变动，请再看一眼", Tone.WARN)
        else:
            act()

    def _record(self) -> None:
        if self.issued is None:
            case_id, who, now = self.wanted.case_id, self.desk.who(), self.desk.now()
            self.issued = issue(case_id, self.kind, who, now)

    def _print(self) -> None:
        name, copies = self.choices.printer.value(), self.choices.copies.value()
        if name is None:
            return
        device = printers.printer(name)
        device.setDocName(f"{self.kind.label} {self.number}")
        printers.put_on_paper(device, self.paper.leaves, copies, self._record)
        self.choices.remember_printer()
        self.desk.errands.said.emit(f"{self.kind.label}已送打印机：{self.number}")
        self.leave()

    def _save(self) -> None:
        assert self.drawn is not None
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        folder = Path(self.desk.remember.get(FOLDER, documents))
        proposed = folder / f"{self.kind.label} {self.number}.pdf"
        path = ask.where_to_save(self, f"另存{self.kind.label}", proposed, ("PDF 文件", "pdf"))
        if path is None:
            return
        with replacing(path) as part:
            part.write_bytes(self.drawn.pdf)
            self._record()
        self.desk.remember[FOLDER] = str(path.parent)
        self.choices.told.say(f"已存为 {path.name}", Tone.GOOD)

    def _print_again(self) -> None:
        """Show it first as it will come out, with the mark."""
        self.looked_at = None
        self._begin()
        (self.choices.print if self.choices.print.isEnabled() else self.choices.save).setFocus()

    def _void(self) -> None:
        one = self.looked_at
        assert one is not None
        act = f"作废{_SHORT[self.kind]} {one.number}"
        consequence = "作废后不能恢复，补打的也一起作废；请收回已经给出去的原件。"
        reason = ask.why(self, act, "作废原因", consequence, harm=True)
        if reason is not None:
            void(one.id, reason, self.desk.who(), self.desk.now())
            self.looked_at = get_issue(one.id)
            self._begin()
            self.choices.leave.setFocus()

    def _look_nearer(self) -> None:
        """From the whole page to its width, where one can read it, and back."""
        wide = self.paper.fit is Fit.WIDTH
        self.paper.fit_to(Fit.PAGE if wide else Fit.WIDTH)
        self.near.setText("放大看" if wide else "看整页")
