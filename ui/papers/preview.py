"""A paper as it will be printed, and printed from there."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.papers.kinds import PaperSheet
from exports.files import replacing
from ui.kit import ask, printers
from ui.kit.button import Button, Rank
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.paper import Fit, Paper
from ui.kit.sheet import Sheet
from ui.kit.style import HALF, Tone
from ui.papers.choices import Choices
from ui.papers.layouts import LAYOUTS, Drawn, draw, remembered
from ui.papers.subject import Subject

FOLDER = "papers.folder"
TALLEST = 1000  # a page of A4 to be read as a whole, where the screen is high enough
ROOMY = 620  # a whole page of A4 can be read from this height of the window on


def open_preview(window: QWidget, desk: Desk, wanted: object) -> None:
    assert isinstance(wanted, WantedPaper)
    preview = PaperPreview(window, desk, wanted)
    if wanted.then:
        following = replace(wanted.then[0], then=wanted.then[1:])
        preview.left.connect(lambda: open_preview(window, desk, following))
    preview.open()


class PaperPreview(Sheet):
    """To be printed or saved, or to be looked at, printed again, declared void."""

    def __init__(self, window: QWidget, desk: Desk, wanted: WantedPaper) -> None:
        super().__init__(window, wanted.kind.label, tallest=TALLEST)
        self.desk, self.subject = desk, Subject(desk, wanted)
        self.sheet: PaperSheet | None = None
        self.drawn: Drawn | None = None
        self._then: Callable[[], None] | None = None
        self._layout_key = f"papers.{wanted.kind}"
        chosen = remembered(wanted.kind, desk.remember.get(self._layout_key, ""))
        self.choices = Choices(desk, LAYOUTS[wanted.kind], chosen)
        self.paper = Paper(f"{wanted.kind.label}预览", Fit.PAGE)
        self.near = Button("放大看", Rank.QUIET, icon="search")
        self._arrange()
        self._listen()
        self.first = self.choices.leave if wanted.issue_id else self.choices.usual()
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
        side.again.clicked.connect(self._give_again)
        side.void.clicked.connect(self._void)
        side.leave.clicked.connect(self.leave)
        self.near.clicked.connect(self._look_nearer)

    def _begin(self) -> None:
        """Offer what can be done with it, and draw it."""
        side, one = self.choices, self.subject.looked_at
        if one is None:
            side.offer(side.print, side.save)
        else:
            again = [side.again] if self.subject.may_be_given_again() else []
            side.offer(*again, *([side.void] if one.voided_at is None else []))
            side.again.setText("补打" if one.voided_at is None else "重新出具")
        self._draw()

    def _draw(self) -> None:
        sheet, layout = self.subject.sheet(), self.choices.layouts.value()
        self.sheet, self.drawn = sheet, None
        self.title.setText(self.subject.title(sheet))
        self.choices.told.say(*self.subject.standing(sheet))
        self.choices.advice.setText(self.subject.advice() or layout.advice)
        self.choices.say_missing(())

        def show(drawn: Drawn) -> None:
            if self.sheet is sheet and self.choices.layouts.value() is layout:
                self._show(drawn)

        name = f"正在排版{self.subject.name}"
        self.desk.tasks.start(name, lambda: draw(sheet, layout), show, owner=self)

    def _show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        self.paper.show_pdf(drawn.pdf)
        self.choices.say_missing(drawn.missing)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _lay_out(self) -> None:
        self.desk.remember[self._layout_key] = self.choices.layouts.value().key
        self._draw()

    def _once_drawn(self, act: Callable[[], None]) -> None:
        """F9 may be pressed faster than the paper is drawn; nothing is given out unseen."""
        if self.drawn is None:
            self._then = act
        elif self.subject.has_changed(self.sheet):
            self._draw()
            self.choices.told.say("内容刚有变动，请再看一眼", Tone.WARN)
        else:
            act()

    def _print(self) -> None:
        name, copies = self.choices.printer.value(), self.choices.copies.value()
        if name is None:
            return
        device = printers.printer(name)
        what, number = self.subject.name, self.subject.number
        device.setDocName(f"{what} {number}")
        printers.put_on_paper(device, self.paper.leaves, copies, self._record)
        self.choices.remember_printer()
        self.desk.errands.said.emit(f"{what}已送打印机：{number}")
        self.leave()

    def _save(self) -> None:
        assert self.drawn is not None
        name = self.subject.name
        proposed = self._folder() / f"{name} {self.subject.number}.pdf"
        path = ask.where_to_save(self, f"另存{name}", proposed, ("PDF 文件", "pdf"))
        if path is None:
            return
        with replacing(path) as part:
            part.write_bytes(self.drawn.pdf)
            self._record()
        self.desk.remember[FOLDER] = str(path.parent)
        self.choices.told.say(f"已存为 {path.name}", Tone.GOOD)

    def _record(self) -> None:
        assert self.sheet is not None
        self.subject.record(self.sheet)

    def _folder(self) -> Path:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(self.desk.remember.get(FOLDER) or QStandardPaths.writableLocation(place))

    def _give_again(self) -> None:
        """Shown first as it will come out, with its mark."""
        self.subject.give_again()
        self._begin()
        self.choices.usual().setFocus()

    def _void(self) -> None:
        act = f"作废{self.subject.looked_at_in_short}"
        consequence = "作废后不能恢复，补打的也一起作废；请收回已经给出去的原件。"
        reason = ask.why(self, act, "作废原因", consequence, harm=True)
        if reason is not None:
            self.subject.declare_void(reason)
            self._begin()
            self.choices.leave.setFocus()

    def _look_nearer(self) -> None:
        """From the whole page to its width, where one can read it, and back."""
        wide = self.paper.fit is Fit.WIDTH
        self.paper.fit_to(Fit.PAGE if wide else Fit.WIDTH)
        self.near.setText("放大看" if wide else "看整页")
