"""Block 1: who stands at the desk, and whom it is for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.intake_draft import Comer
from models.choices import IdKind, Need
from ui.kit.block import Block, Note
from ui.kit.choice import Segments
from ui.kit.editors import Line
from ui.kit.field import name_it
from ui.kit.fold import Fold
from ui.kit.identity_line import IdentityLine
from ui.kit.keys import go_to
from ui.kit.person_box import PersonBox
from ui.kit.person_lines import KIN, NOT_YET, ONE_BOX, kind_slot, phone_line, sort_number
from ui.kit.pick import Pick
from ui.kit.slots import slot_of
from ui.kit.style import CHOICE, WIDE, Tone
from ui.kit.tag_box import TagBox

MANDATES = "授权委托书 户口簿 结婚证 监护证明 村社介绍信 单位介绍信 口头委托，已电话核实".split()
OTHER_NAMED = {
    Comer.SELF: ("办给谁", "空着就是本人"),
    Comer.PROXY: ("办给谁", "替谁来办"),
    Comer.ORGANISATION: ("经办人", "企业派谁来"),
}
LEAST = 390  # of a line that holds a phone and an ID number


class WhoBlock(Block):
    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("1", "谁来")
        self.visits = ""
        self._today = today
        self.comer = Segments(Comer, Comer.SELF, even=False)
        self.comer.setFixedHeight(CHOICE)
        name_it(self.comer, "来人")
        self.head.insertSpacing(2, WIDE)
        self.head.insertWidget(3, self.comer)
        self.slots["comer"] = slot_of(self.comer)
        self.name = PersonBox(ONE_BOX)
        self.phone = phone_line()
        self.number = IdentityLine(today)
        self.village, self.address = Pick(free=True), Line(cover=str)
        self.other = PersonBox(cover=self._other_in_words)
        self.needs = TagBox(Need, hint="老弱病残孕军")
        self.add(self.row("person.name", "姓名", self.name, needed=True))
        self._numbers = self.row("person.id_number", "证件号", self.number)
        self.number.show_in(self._numbers)
        self.slots["person.id_kind"] = kind_slot(self.number)
        phone = self.row("person.phone", "电话", self.phone, needed=True)
        self.add(self.line(phone, self._numbers, shares=(43, 57), least=LEAST))
        village = self.row("person.village", "村社", self.village, hinted=False)
        address = self.row("person.address", "住址", self.address, hinted=False)
        self.add(self.line(village, address, shares=(43, 57)))
        self._others = self.row("other.name", "办给谁", self.other, hinted=False)
        needs = self.row("person.needs", "群体", self.needs, hinted=False)
        self.add(self.line(self._others, needs, shares=(57, 43), least=LEAST))
        self.comer.changed.connect(self._name_rows)
        self.name.unknown.connect(self._sort_number)

    def unfold_over(self, form: QWidget) -> None:
        """What is asked of the other person, under the name."""
        self.fold = Fold(self._others.field, form, self)
        self.fold.wanted = lambda: bool(self.other.value())
        self.relation, self.mandate = Pick(KIN, free=True), Pick(MANDATES, free=True)
        self.other_phone, self.other_number = phone_line(), IdentityLine(self._today)
        self.other_village = Pick(free=True)
        self.other_needs = TagBox(Need, hint="老弱病残孕军")
        relation = self.row("relation", "关系", self.relation)
        number = self.row("other.id_number", "证件号", self.other_number)
        self.other_number.show_in(number)
        self.slots["other.id_kind"] = kind_slot(self.other_number)
        phone = self.row("other.phone", "电话", self.other_phone)
        needs = self.row("other.needs", "群体", self.other_needs)
        village = self.row("other.village", "村社", self.other_village, hinted=False)
        mandate = self.row("mandate", "委托", self.mandate, hinted=False)
        for pair in ((relation, number), (phone, needs), (village, mandate)):
            self.fold.body.addWidget(self.line(*pair, shares=(43, 57)))
        self.other.changed.connect(self.fold.look)
        for editor in (self.relation, self.other_number, self.other_phone, self.other_needs):
            editor.changed.connect(self.other.update)
        self._name_rows()

    def fields(self) -> list[QWidget]:
        """In the order of Tab."""
        inside = (self.relation, self.other_number, self.other_phone, self.other_needs.line)
        return [
            self.comer, self.name, self.phone, self.number, self.village, self.address,
            self.other, *inside, self.other_village, self.mandate, self.needs.line,
        ]  # fmt: skip

    def unfold(self, field: QWidget) -> None:
        if self.fold.isAncestorOf(field):
            go_to(self.other)

    def notes(self) -> dict[str, Note]:
        """What is known of what stands in the fields."""
        told = {"person.id_number": self.number, "other.id_number": self.other_number}
        known = {name: (one.told(), Tone.GOOD) for name, one in told.items()}
        return {**known, "person.name": (self.visits, Tone.PLAIN)}

    def _sort_number(self, text: str) -> None:
        """Then the name is asked for."""
        if sort_number(text, self.phone, self.number, self._today):
            self.visits = NOT_YET
            self.name.clear()

    def who(self) -> Comer:
        return Comer.of(self.comer.value())

    def _name_rows(self) -> None:
        """An enterprise has another name, number and no needs."""
        enterprise = self.who() is Comer.ORGANISATION
        self.rows["person.name"].label.setText("企业" if enterprise else "姓名")
        name_it(self.rows["person.name"].field, "企业名称" if enterprise else "姓名")
        if enterprise and self.number.kind() == IdKind.RESIDENT:
            self.number.set_kind(IdKind.CREDIT_CODE)
        elif not enterprise and self.number.kind() == IdKind.CREDIT_CODE:
            self.number.set_kind(IdKind.RESIDENT)
        label, hint = OTHER_NAMED[self.who()]
        self._others.label.setText(label)
        self._others.label.set_needed(needed=self.who() is Comer.PROXY)
        name_it(self._others.field, label)
        self.other.setPlaceholderText(hint)
        self.rows["person.needs"].setVisible(not enterprise)
        self.rows["relation"].label.setText("身份" if enterprise else "关系")

    def _other_in_words(self, name: str) -> str:
        """The other person and what the fold holds of them, once one has left it."""
        age = self.other_number.age()
        known = [self.relation.text(), age, *self.other_needs.texts()]
        return " ".join(part for part in (name, *known) if part)
