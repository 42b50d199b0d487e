"""What stands beside the page, over it: for a window too narrow for both."""

from PySide6.QtWidgets import QWidget

from ui.kit.sheet import Sheet
from ui.reports.acting import Acting
from ui.reports.beside import Beside
from ui.reports.reading import MonthSeen

WIDEST = 520


class BesideSheet(Sheet):
    """What is chosen is done with the sheet out of the way."""

    def __init__(self, window: QWidget, seen: MonthSeen) -> None:
        super().__init__(window, "检查、更正和记录", widest=WIDEST)
        self.beside = Beside()
        self.beside.edged = False
        self.beside.setFixedWidth(WIDEST - 60)
        self.beside.show_month(seen)
        self.body.addWidget(self.beside)
        self.first = self.beside.checks
        for chosen in (self.beside.wanted, self.beside.looked_for, self.beside.again):
            chosen.connect(lambda _: self.leave())
        self.beside.mail_wanted.connect(lambda _: self.leave())


def look_beside(at: Acting) -> None:
    sheet = BesideSheet(at.page.window(), at.seen)
    at.answer(sheet.beside)
    sheet.open()
