"""The date promised, reckoned again only when the day or the grade has changed."""

from app.case_draft import CaseDraft
from app.cases import due_of
from app.centre import get_centre
from app.workdays import Due


class Promise:
    def __init__(self) -> None:
        self._known: dict[object, tuple[Due, str]] = {}

    def of(self, case: CaseDraft) -> tuple[Due, str]:
        """The date with its reckoning, and in words how many days it is."""
        key = (case.received_at.date(), case.grade)
        if key not in self._known:
            days = get_centre().days(case.grade)
            self._known[key] = due_of(case), f"{days} 个工作日" if days else "当天办结"
        return self._known[key]

    def forget(self) -> None:
        """The calendar or the centre's rules may be others now."""
        self._known.clear()
