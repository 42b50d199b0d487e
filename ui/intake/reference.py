"""Beside the form: who it is, what they came for before, and cases like this one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.persons import identity, masks
from app.persons.parties import PartyDraft, id_kind
from app.persons.people import EarlierCase
from app.similar import Repeat, SimilarCase
from models.choices import Ending, Need, PartyKind, Status
from ui.kit.chip import Tag
from ui.kit.entries import Entry, EntryList
from ui.kit.paint import CENTRE, box, words
from ui.kit.panel import Panel
from ui.kit.style import BODY, HALF, HEAD, SMALL, Tone, scheme_of
from ui.kit.text import wrapped

HARD_TO_MOVE = (Need.SICK, Need.DISABLED)
TAGS_ACROSS = 4


class Reference(Panel):
    """Every case in it opens with a press; nothing that must be done stands here alone."""

    case_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.person = PersonCard()
        self.repeats, self.earlier, self.similar = (EntryList(name=name) for name in TITLES)
        self._who = self.section("服务对象", self.person)
        self._repeats = self.section(TITLES[0])
        self._earlier = self.section(TITLES[1])
        self._similar = self.section(TITLES[2], note="从本中心的办件里找")
        for section, entries in (
            (self._repeats, self.repeats),
            (self._earlier, self.earlier),
            (self._similar, self.similar),
        ):
            section.add(entries)
            entries.chosen.connect(lambda entry: self.case_chosen.emit(entry.key))
        self._quiet = self.section("参考", wrapped(QUIET))
        self.show_person(None, date.min)
        self.show_earlier(())
        self.show_repeats(())
        self.show_similar(())

    def show_person(self, party: PartyDraft | None, today: date) -> None:
        self._who.setVisible(party is not None)
        if party is not None:
            self._who.note.say(party.village)
            self.person.show_party(party, today)
        self._tell()

    def show_earlier(self, cases: Sequence[EarlierCase]) -> None:
        self.earlier.set_entries([_earlier(one) for one in cases])
        self._earlier.note.say(f"{len(cases)} 件" if cases else "")
        self._earlier.setVisible(bool(cases))
        self._tell()

    def show_repeats(self, found: Sequence[Repeat]) -> None:
        self.repeats.set_entries([_repeat(one) for one in found])
        self._repeats.setVisible(bool(found))
        self._tell()

    def show_similar(self, found: Sequence[SimilarCase]) -> None:
        self.similar.set_entries([_similar(one) for one in found])
        self._similar.setVisible(bool(found))
        self._tell()

    def _tell(self) -> None:
        sections = (self._who, self._repeats, self._earlier, self._similar)
        self._quiet.setVisible(all(one.isHidden() for one in sections))


TITLES = ("同一人同一事在办", "以前来过", "相似件")
QUIET = "输入姓名、电话或证件号后，这里显示这个人和以前的办件；写下诉求后，这里显示相似的办件。"


class PersonCard(QWidget):
    """Who is served, and what is known without asking."""

    def __init__(self) -> None:
        super().__init__()
        self.name = self.number = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 52, 0, 0)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(HALF)
        self._tags.addStretch()
        column.addLayout(self._tags)

    def show_party(self, party: PartyDraft, today: date) -> None:
        organisation = party.kind is PartyKind.ORGANISATION
        self.name = masks.name(party.name, organisation=organisation) + _about(party, today)
        self.number = masks.id_number(party.id_number) or masks.phone(party.phone)
        while self._tags.count() > 1:
            item = self._tags.takeAt(0)
            if item is not None and (tag := item.widget()):
                tag.hide()
                tag.deleteLater()
        for place, need in enumerate(party.needs[:TAGS_ACROSS]):
            tone = Tone.VISIT if need in HARD_TO_MOVE else Tone.PLAIN
            self._tags.insertWidget(place, Tag(need.label, tone))
        self.setAccessibleName(f"{self.name} {self.number}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scheme = scheme_of(self)
        hue = scheme.hue(Tone.PRIMARY)
        face = QRectF(0, 4, 40, 40)
        box(painter, face, hue.weak, radius=20)
        words(painter, face, self.name[:1], hue.ink, HEAD, bold=True, align=CENTRE)
        room = QRectF(52, 2, self.width() - 52, 22)
        words(painter, room, self.name, scheme.ink, BODY, bold=True)
        words(painter, room.translated(0, 21), self.number, scheme.muted, SMALL)


def _about(party: PartyDraft, today: date) -> str:
    """Sex and age, where the number tells them."""
    kind = id_kind(party)
    if not party.id_number or identity.problem(kind, party.id_number, today):
        return ""
    one = identity.read(kind, party.id_number, today)
    return f"  {one.sex} {identity.age(one.born, today)} 岁" if one.born else ""


def _ended(status: Status, ending: Ending | None) -> tuple[str, Tone]:
    if ending is None:
        return status.label, Tone.PRIMARY
    return ending.label, Tone.GOOD if ending is Ending.DONE else Tone.PLAIN


def _earlier(one: EarlierCase) -> Entry:
    mark, tone = _ended(one.status, one.ending)
    told = " ".join(one.result.split())
    note = " · ".join(
        part for part in (f"{one.received_at:%Y-%m-%d}", one.method.label, told) if part
    )
    return Entry(one.matter, note, mark=mark, tone=tone, key=one.id)


def _repeat(one: Repeat) -> Entry:
    note = f"{one.received_at:%Y-%m-%d} 受理 · {one.due_on:%m-%d} 到期"
    return Entry(
        one.number, note, mark=one.status.label, tone=Tone.WARN, icon="triangle-alert", key=one.id
    )


def _similar(one: SimilarCase) -> Entry:
    days = (one.concluded_at.date() - one.received_at.date()).days if one.concluded_at else None
    side = "" if days is None else f"{days} 天" if days else "当天"
    told = one.result or one.problem
    return Entry(one.matter, " ".join(told.split()) or one.number, side=side, key=one.id)
