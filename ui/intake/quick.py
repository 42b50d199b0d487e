"""What stands in the right column in 快速登记, where nothing more is asked."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.deadlines.workdays import Due
from ui.kit.card import Card
from ui.kit.days import say_weekday
from ui.kit.style import BODY, GAP, WIDE, Tone
from ui.kit.text import Saying, wrapped

SAID = (
    "先记下谁来、什么事、怎么联系，就能打印回执。",
    "卡在哪、怎么办，今天之内补上：工作台的“待补全”里找得到这一件。",
)


def day_in_words(day: date) -> str:
    return f"{day.month}月{day.day}日 {say_weekday(day)}"


class QuickNote(Card):
    def __init__(self) -> None:
        super().__init__("快速登记")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, GAP, 0, WIDE)
        column.setSpacing(GAP)
        for text in SAID:
            column.addWidget(wrapped(text, BODY))
        self.due = Saying()
        column.addWidget(self.due)
        self.body.addWidget(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_due(self, due: Due | None, span: str) -> None:
        said = f"答复期限 {day_in_words(due.day)}，{span}" if due else span
        self.due.say(said, Tone.PRIMARY, "calendar-check")
