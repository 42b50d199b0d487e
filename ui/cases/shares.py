"""The units of a case: who leads, who helps, and for how long they have had it."""

from datetime import date

from app.calendar import work_calendar
from app.case_detail import CaseDetail
from models.choices import Act, Status
from ui.cases.columns import state_mark
from ui.kit.cells import Mark
from ui.kit.due_cell import OPEN
from ui.kit.style import Tone
from ui.kit.unit_strip import UnitShare


def shares(detail: CaseDetail, today: date) -> list[UnitShare]:
    """The unit in the lead first; who of them answered what comes with co-handling."""
    draft = detail.draft
    names = [*([draft.lead] if draft.lead else []), *draft.helpers]
    state, held = _state(detail), _held(detail, today)
    return [UnitShare(name, state, held, leads=name == draft.lead) for name in names]


def _state(detail: CaseDetail) -> Mark:
    if detail.status is Status.REGISTERED:
        return Mark("待交办", Tone.WARN, "inbox")
    return state_mark(detail.status, None)


def _held(detail: CaseDetail, today: date) -> str:
    given = [line.at.date() for line in detail.history if line.act is Act.ASSIGN]
    if not given:
        return ""
    calendar = work_calendar()
    if detail.status in OPEN:
        return f"第 {calendar.between(given[0], today) + 1} 天"
    if detail.concluded_at is None:
        return ""
    days = calendar.between(given[0], detail.concluded_at.date())
    return f"用了 {days} 天" if days else "当天办结"
