"""What is looked up while the form is written, a moment after the last key."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.cases.drafting import CaseDraft
from app.persons.parties import PartyDraft
from app.persons.people import PersonFound, earlier_cases, find_people
from app.similar import Repeat, repeats, similar
from ui.intake.reference import Reference

PAUSE = 300  # ms after the last key


class LookUp(QObject):
    """Fills the panel beside the form; nothing it finds keeps anyone from saving."""

    found = Signal()

    def __init__(
        self, panel: Reference, case: Callable[[], CaseDraft], today: Callable[[], date]
    ) -> None:
        super().__init__(panel)
        self.panel, self._case, self._today = panel, case, today
        self.repeats: list[Repeat] = []
        self.known: PersonFound | None = None  # who is written about, if they were here before
        self.correcting: int | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)

    def look_soon(self) -> None:
        self._pause.start()

    def look(self) -> None:
        """Look now."""
        self._pause.stop()
        case = self._case()
        served = case.beneficiary or case.applicant
        self.known = _known(served) or _known(case.applicant)
        self.repeats = repeats(served, case.matter, self.correcting) if served else []
        self.panel.show_person(served or None, self._today())
        party = self.known.party.id if self.known else None
        earlier = earlier_cases(party) if party is not None else []
        self.panel.show_earlier([one for one in earlier if one.id != self.correcting])
        self.panel.show_repeats(self.repeats)
        text = "\n".join(part for part in (case.matter, case.problem, case.demand) if part)
        self.panel.show_similar(similar(text, exclude=self.correcting))
        self.found.emit()


def _known(party: PartyDraft) -> PersonFound | None:
    """The party as it is in the store, told by its number, else by its phone, and its name."""
    for number in (party.id_number, party.phone):
        if party.name.strip() and len(number.strip()) >= 11:
            for one in find_people(number):
                if one.party.name == party.name.strip():
                    return one
    return None
