"""Block 2 of a request: who asks for it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.kit.block import Block, Note
from ui.kit.identity_line import IdentityLine
from ui.kit.person_box import PersonBox
from ui.kit.person_lines import KIN, NOT_YET, kind_slot, phone_line, sort_number
from ui.kit.pick import Pick
from ui.kit.style import Tone

LEAST = 390  # of a line that holds a phone and an ID number


class AskerBlock(Block):
    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("2", "谁来约的")
        self.known = ""
        self._today = today
        self.name = PersonBox("空着就是本人")
        self.relation = Pick(KIN, free=True)
        self.phone, self.number = phone_line(), IdentityLine(today)
        name = self.row("asker.name", "预约人", self.name)
        relation = self.row("relation", "关系", self.relation)
        self.name.changed.connect(self._need_relation)
        self.add(self.line(name, relation, shares=(57, 43)))
        number = self.row("asker.id_number", "证件号", self.number)
        self.number.show_in(number)
        self.slots["asker.id_kind"] = kind_slot(self.number)
        phone = self.row("asker.phone", "电话", self.phone)
        self.add(self.line(phone, number, shares=(43, 57), least=LEAST))
        self.name.unknown.connect(self._sort_number)

    def _need_relation(self) -> None:
        self.rows["relation"].label.set_needed(needed=bool(self.name.value()))

    def fields(self) -> list[QWidget]:
        return [self.name, self.relation, self.phone, self.number]

    def notes(self) -> dict[str, Note]:
        return {
            "asker.name": (self.known, Tone.PLAIN),
            "asker.id_number": (self.number.told(), Tone.GOOD),
        }

    def _sort_number(self, text: str) -> None:
        if sort_number(text, self.phone, self.number, self._today):
            self.known = NOT_YET
            self.name.clear()
