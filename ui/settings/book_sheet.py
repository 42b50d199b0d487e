"""The book of sign-ins: who came when, and who tried in vain."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.access.sign_in import Noted
from models.choices import SignIn
from ui.kit.days import say_moment
from ui.kit.record_view import RecordView
from ui.kit.sheet import Sheet
from ui.kit.table import Column
from ui.kit.text import wrapped


class BookSheet(Sheet):
    def __init__(self, window: QWidget, lines: Sequence[Noted]) -> None:
        super().__init__(window, "登录记录", widest=760, tallest=560)
        if not lines:
            self.body.addWidget(wrapped("还没有记录。设了密码的同事登录、输错、签字都会记在这里。"))
            return
        self.view = RecordView(
            [
                Column("时间", lambda line: say_moment(line.at), width=220),
                Column("人员", lambda line: line.name, width=140),
                Column("事项", _told),
            ],
            name="登录记录",
            id_of=lambda line: (line.at, line.name, line.what),
        )
        self.view.show_rows(lines)
        self.body.addWidget(self.view)
        self.first = self.view


def _told(line: Noted) -> str:
    return f"{line.what.label}（{line.by}）" if line.what is SignIn.RESET else line.what.label
