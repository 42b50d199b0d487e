"""待整理: names that stand in cases and in no list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget

from app.desk.tidying import Untidy, UntidyKind, list_untidy, proposal
from app.directory import list_matters, list_units, list_villages
from ui.kit.card import Card
from ui.kit.cells import act
from ui.kit.chip import Tag
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.record_view import RecordView
from ui.kit.style import Tone
from ui.kit.table import Column
from ui.settings.option import Option
from ui.settings.tidy_sheet import Listed, TidySheet


class TidyingOption(Option):
    note = "登记时写的、名录里没有的名称；整理好，统计和月报才对得上。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lists: dict[UntidyKind, Sequence[Listed]] = {}
        self.view = RecordView(
            (
                Column("类别", lambda one: one.kind.label, width=72, soft=True),
                Column("登记时写的", lambda one: one.text),
                Column("名录里相近的", self._near, width=190, soft=True),
                Column("办件", lambda one: f"{one.cases} 件", width=80, number=True),
                Column("", lambda _: "整理", str, 80, act),
            ),
            name="待整理",
            id_of=lambda one: (one.kind, one.text),
        )
        self.empty = EmptyState("sprout", "都整理好了", "办件里的事项、村社和单位都在名录里。")
        self.count = Tag("")
        card = Card("待整理", flush=True)
        card.head.insertWidget(1, self.count)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        card.body.addWidget(self.stack, 1)
        self.body.addWidget(card, 1)
        self.first = self.view
        self.view.opened.connect(self._tidy)

    def load(self) -> None:
        self._lists = {
            UntidyKind.MATTER: list_matters(),
            UntidyKind.VILLAGE: list_villages(),
            UntidyKind.UNIT: list_units(),
        }
        rows = list_untidy()
        place = self.view.currentIndex().row()
        self.view.show_rows(rows)
        if rows and self.view.record() is None:
            self.view.choose_row(min(max(place, 0), len(rows) - 1))
        self.count.say(f"{len(rows)} 个", Tone.WARN)
        self.count.setVisible(bool(rows))
        self.stack.setCurrentWidget(self.view if rows else self.empty)

    def _near(self, one: Untidy) -> str:
        return proposal(one.text, [entry.name for entry in self._lists[one.kind]]) or ""

    def _tidy(self, one: Untidy) -> None:
        TidySheet(self.window(), self.desk, one, self._lists[one.kind]).open()
