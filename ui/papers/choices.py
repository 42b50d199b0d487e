"""Beside the paper: what it is, how it is to be printed, and the acts."""

from collections.abc import MutableMapping, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import printers
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, HALF, WIDE, Tone
from ui.kit.text import Saying, wrapped
from ui.papers.layouts import Layout

WIDTH = 300
PRINTER = "papers.printer"
NO_PRINTER = "没有找到打印机，可以另存 PDF"
MOST_COPIES = 3


class Choices(QWidget):
    """What the person chooses is remembered by this desk."""

    def __init__(self, desk: Desk, layouts: Sequence[Layout], chosen: Layout) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._remember: MutableMapping[str, str] = desk.remember
        self.told, self.missing = Saying(), Saying()
        self.advice, self.by_hand = wrapped(""), wrapped("纸上印成〓，打印后请手写补上。")
        known = printers.names()
        hint = "选一台打印机" if known else "没有打印机"
        self.printer = Pick([(one, one) for one in known], self._first(known), hint=hint)
        self.printer.setEnabled(bool(known))
        self.printer.changed.connect(self._say_printer)
        self.layouts = Segments([(one, one.name) for one in layouts], chosen)
        self.copies = Segments([(n, str(n)) for n in range(1, MOST_COPIES + 1)], 1)
        self.printer_row = FieldRow("打印机", Field(self.printer))
        self.layout_row = FieldRow("版式", self.layouts, hinted=False)
        self.copies_row = FieldRow("份数", self.copies, hinted=False)
        self.print = Button("打印", Rank.PRIMARY, icon="printer", key="F9")
        self.save = Button("另存 PDF", icon="download")
        self.again = Button("补打", icon="printer", key="F9")
        self.void = Button("作废", Rank.QUIET, icon="x")
        self.leave = Button("关闭", key="Esc")
        self._arrange()
        self.layout_row.setVisible(len(layouts) > 1)  # in its place: else it is a window
        self._say_printer()

    def _arrange(self) -> None:
        content = QWidget()
        above = QVBoxLayout(content)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(HALF)
        for said in (self.told, self.advice, self.missing, self.by_hand):
            above.addWidget(said)
        above.addSpacing(WIDE)
        for row in (self.printer_row, self.layout_row, self.copies_row):
            above.addWidget(row)
        above.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(scrolling(content), 1)
        for button in (self.print, self.save, self.again, self.void, self.leave):
            button.setFixedWidth(WIDTH)
            whole.addWidget(button)

    def _first(self, known: Sequence[str]) -> str | None:
        """The printer of last time, the system's, or simply the first."""
        for one in (self._remember.get(PRINTER, ""), printers.usual()):
            if one in known:
                return one
        return known[0] if known else None

    def _say_printer(self) -> None:
        name = self.printer.value()
        self.print.setEnabled(name is not None)
        self.save.set_rank(Rank.PLAIN if name else Rank.PRIMARY)
        if name is None:
            self.printer_row.say(NO_PRINTER, Tone.WARN)
            return
        said = printers.state(name)
        self.printer_row.say(said or "没有就绪，请看看打印机", Tone.GOOD if said else Tone.WARN)

    def remember_printer(self) -> None:
        self._remember[PRINTER] = self.printer.value()

    def usual(self) -> Button:
        """What is done as a rule: to print, or without a printer to save."""
        return self.print if self.print.isEnabled() else self.save

    def offer(self, *acts: Button) -> None:
        """Only these, and how to print only where it is printed; closing is always there."""
        for button in (self.print, self.save, self.again, self.void):
            button.setVisible(button in acts)
        for row in (self.printer_row, self.copies_row):
            row.setVisible(self.print in acts)

    def say_missing(self, chars: Sequence[str]) -> None:
        for part in (self.missing, self.by_hand):
            part.setVisible(bool(chars))
        shown = "".join(chars[:6])
        self.missing.say(f"有 {len(chars)} 个字本机没有字形：{shown}", Tone.WARN)
