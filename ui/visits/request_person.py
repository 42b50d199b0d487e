"""Block 1 of a request: whom the centre would go to, and whether it may."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.visits.draft import Eligibility
from models.choices import Need, PartyKind
from ui.kit.block import Block, Note
from ui.kit.choice import Segments
from ui.kit.editors import Line, Text
from ui.kit.field import Field, name_it
from ui.kit.identity_line import IdentityLine
from ui.kit.keys import go_to
from ui.kit.person_box import PersonBox
from ui.kit.person_lines import NOT_YET, ONE_BOX, kind_slot, phone_line, sort_number
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow, HintedPart
from ui.kit.slots import slot_of
from ui.kit.style import CHOICE, FIELD, PAD, SMALL, WIDE, Tone
from ui.kit.tag_box import TagBox
from ui.kit.text import wrapped
from ui.kit.tick import Tick
from ui.kit.unfolding import Unfolding

LEAST = 390  # of a line that holds a phone and an ID number
MOBILITY = "卧床 坐轮椅 拄拐能走几步 腿脚不便 住院 视力不好 听力不好".split()
OF_WHOM = ((PartyKind.PERSON, "个人"), (PartyKind.ORGANISATION, "单位"))
NOBODY = "填了证件号或群体，就知道在不在上门对象之内"
TO_SAY = "可以这样说：有传染病期间按规定不安排上门，病好了再约；急的请家人带上证件来窗口代办。"


class PersonBlock(Block):
    """Whether somebody is eligible stands in it as soon as it can be told."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("1", "为谁上门")
        self.known = self.again = ""  # what is known of the person; a visit they wait for
        self._today = today
        self._rule: Note = ("", Tone.PLAIN)
        self.of_whom = Segments(OF_WHOM, PartyKind.PERSON, even=False)
        self.of_whom.setFixedHeight(CHOICE)
        name_it(self.of_whom, "服务对象是")
        self.head.addStrut(CHOICE)  # as high without the choice: nothing jumps
        self.head.insertSpacing(2, WIDE)
        self.head.insertWidget(3, self.of_whom)
        self.slots["served.kind"] = slot_of(self.of_whom)
        self.name = PersonBox(ONE_BOX)
        self.phone, self.number = phone_line(), IdentityLine(today)
        self.village, self.address = Pick(free=True), Line(cover=str)
        self.needs = TagBox(Need, hint="老弱病残孕")
        self.mobility = Pick(MOBILITY, free=True, hint="卧床、坐轮椅…")
        self.infectious = Unfolding("有传染病")
        self.unaware = Unfolding("本人不能表示同意")
        self.consent = Tick("已征得本人或监护人同意")
        self.exception = Line(hint="确实来不了的，写明原因")
        self._arrange()
        self.name.unknown.connect(self._sort_number)

    def _arrange(self) -> None:
        self.add(self.row("served.name", "姓名", self.name, needed=True))
        number = self.row("served.id_number", "证件号", self.number)
        self.number.show_in(number)
        self.slots["served.id_kind"] = kind_slot(self.number)
        phone = self.row("served.phone", "电话", self.phone)
        self.add(self.line(phone, number, shares=(43, 57), least=LEAST))
        village = self.row("served.village", "村社", self.village, hinted=False)
        address = self.row("served.address", "住址", self.address, hinted=False)
        self.add(self.line(village, address, shares=(43, 57)))
        needs = self.row("served.needs", "群体", self.needs, hinted=False)
        mobility = self.row("mobility", "行动", self.mobility, hinted=False)
        self.add(self.line(needs, mobility))
        self.add(self._ticks())
        part = HintedPart("对象", Field(self.exception))
        self.rows["exception"], self.slots["exception"] = part, slot_of(self.exception)
        self.add(part)

    def _ticks(self) -> QWidget:
        ticks = QWidget()
        ticks.setFixedHeight(FIELD)
        across = QHBoxLayout(ticks)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(PAD)
        for one in (self.consent, self.unaware, self.infectious):
            across.addWidget(one, alignment=Qt.AlignmentFlag.AlignVCenter)
        across.addStretch()
        ticks.setFocusProxy(self.consent)
        for name in ("unaware", "infectious", "consent"):
            self.keep(name, getattr(self, name))
        row = self.rows["consent"] = FieldRow("同意", ticks, needed=True)
        for one in (self.consent, self.unaware, self.infectious):
            name_it(one, one.words())
        return row

    def unfold_over(self, form: QWidget) -> None:
        """Who says yes in their place, and what was said to somebody nobody can be sent to."""
        self.guardian = Line(hint="监护人姓名")
        self.same_book = Tick("看过户口本，监护人在同一本上")
        body = self.unaware.fold_out(form, self)
        body.addWidget(self.row("guardian", "监护人", self.guardian))
        self.keep("same_book", self.same_book)
        self.rows["same_book"] = FieldRow("户口本", self.same_book)
        body.addWidget(self.rows["same_book"])
        self.told = Text(hint="什么时候、跟谁说的、对方怎么说", lines=2, most=4)
        body = self.infectious.fold_out(form, self)
        body.addWidget(wrapped(TO_SAY, SMALL))
        body.addWidget(self.row("told", "告知", self.told))

    def offer(self, villages: Sequence[tuple[str, str, str]]) -> None:
        self.village.set_items(villages)

    def fields(self) -> list[QWidget]:
        return [
            self.of_whom, self.name, self.phone, self.number, self.village, self.address,
            self.needs.line, self.mobility, self.consent, self.unaware, self.guardian,
            self.same_book, self.infectious, self.told, self.exception,
        ]  # fmt: skip

    def unfold(self, field: QWidget) -> None:
        for one in (self.unaware, self.infectious):
            if one.fold and one.fold.isAncestorOf(field):
                go_to(one)

    def suit(self, *, gathered: bool) -> None:
        """Only where many are served together it may be an organisation."""
        self.of_whom.setVisible(gathered)
        whole = gathered and self.of_whom.value() is PartyKind.ORGANISATION
        self.rows["served.name"].label.setText("单位" if whole else "姓名")

    def show_rule(self, found: Eligibility, *, infectious: bool) -> None:
        """By which rule the centre goes there, or what is to be said instead."""
        if infectious:
            self._rule = ("有传染病，按规定不安排上门", Tone.DANGER)
        else:
            doubt = Tone.PLAIN if self.exception.value() else Tone.WARN
            self._rule = (found.rule.rstrip("。"), Tone.GOOD if found.holds else doubt)
            if not (found.holds or self.number.text() or self.needs.texts()):
                self._rule = (NOBODY, Tone.PLAIN)
        self.exception.setEnabled(not (found.holds or infectious))
        hint = "在范围内，不用写" if found.holds else "确实来不了的，写明原因"
        self.exception.setPlaceholderText("" if infectious else hint)

    def notes(self) -> dict[str, Note]:
        waits = (f"已经约过 {self.again}，还没去", Tone.WARN)
        return {
            "served.name": waits if self.again else (self.known, Tone.PLAIN),
            "served.id_number": (self.number.told(), Tone.GOOD),
            "consent": self._folded(),
            "exception": self._rule,
        }

    def _folded(self) -> Note:
        """What lies in the folds, while they are closed too."""
        if self.infectious.value():
            if self.told.value():
                return "已写怎么告知的", Tone.PLAIN
            return "请电话告知，并写下怎么说的", Tone.DANGER
        if self.unaware.value():
            book = "，同一户口本" if self.same_book.value() else "，户口本还没看过"
            name = self.guardian.value()
            return (f"监护人 {name}{book}" if name else "请写明监护人"), Tone.PLAIN
        return "", Tone.PLAIN

    def _sort_number(self, text: str) -> None:
        """Then the name is asked for."""
        if sort_number(text, self.phone, self.number, self._today):
            self.known = NOT_YET
            self.name.clear()
