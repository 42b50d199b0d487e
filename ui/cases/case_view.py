"""One case: its head with the next act, its units, its history and its papers."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.case_detail import CaseDetail, get_case
from models.choices import Act, Status
from ui.cases.case_head import CaseHead
from ui.cases.case_side import CaseSide
from ui.cases.history import events
from ui.kit.card import Card, heading
from ui.kit.cells import Mark
from ui.kit.desk import Desk
from ui.kit.scroll import scrolling
from ui.kit.style import PAD, WIDE, Tone
from ui.kit.timeline import Timeline
from ui.kit.unit_strip import UnitShare, UnitStrip

_CLOSED = frozenset(Status) - {Status.REGISTERED, Status.HANDLING}


class CaseView(Card):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.case_id: int | None = None
        self.top = CaseHead(desk)
        self.units = UnitStrip()
        self.timeline = Timeline()
        self.side = CaseSide(desk)
        self.body.setSpacing(WIDE)
        self.body.addWidget(self.top)
        self.body.addWidget(self.units)
        below = QHBoxLayout()
        below.setSpacing(PAD)
        below.addWidget(scrolling(self._history()), 1)
        below.addWidget(self.side)
        self.body.addLayout(below, 1)

    def show_case(self, case_id: int) -> None:
        self.case_id = case_id
        self.refresh()

    def forget(self) -> None:
        self.case_id = None

    def refresh(self) -> None:
        if self.case_id is None:
            return
        detail = get_case(self.case_id)
        self.top.show_case(detail)
        shares = _shares(detail)
        self.units.show_units(shares)
        self.units.setVisible(bool(shares))
        self.timeline.show_events(events(detail.history))
        self.side.show_case(detail)

    def _history(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, WIDE, 0)
        column.setSpacing(WIDE)
        column.addWidget(heading("经过"))
        column.addWidget(self.timeline)
        column.addStretch()
        return content


def _shares(detail: CaseDetail) -> list[UnitShare]:
    """The unit in the lead, then those that help; who answered what comes with co-handling."""
    draft = detail.draft
    names = [draft.lead] if draft.lead else []
    state = _state(detail)
    return [
        UnitShare(name, state, _held(detail), leads=name == draft.lead)
        for name in (*names, *draft.helpers)
    ]


def _state(detail: CaseDetail) -> Mark:
    if detail.status in _CLOSED:
        return Mark(detail.status.label, Tone.GOOD, "circle-check")
    if detail.status is Status.REGISTERED:
        return Mark("待交办", Tone.WARN, "inbox")
    return Mark("办理中", Tone.PRIMARY, "hourglass")


def _held(detail: CaseDetail) -> str:
    """Since when it has been with the units."""
    given = [line.at for line in detail.history if line.act is Act.ASSIGN]
    return f"{given[0]:%m-%d} 交办" if given else ""
