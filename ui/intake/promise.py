"""The date promised, reckoned again only when what it hangs on has changed."""

from app.cases.drafting import CaseDraft
from app.cases.registry import due_of
from app.deadlines.workdays import Due


class Promise:
    def __init__(self) -> None:
        self._known: dict[object, tuple[Due, str]] = {}

    def of(self, case: CaseDraft, case_id: int | None = None) -> tuple[Due, str]:
        """The date with its reckoning, and in words how many days it is; with an id of the case
        that is being corrected."""
        key = (case.received_at.date(), case.grade, case.nature, case_id)
        if key not in self._known:
            reckoned, days = due_of(case, case_id)
            self._known[key] = reckoned, f"{days} 个工作日" if days else "当天办结"
        return self._known[key]

    def forget(self) -> None:
        """The calendar or the rules may be others now."""
        self._known.clear()
