"""A case on its way, for the pictures: its units, what they settled, and the sheets of its acts."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from app.cases.case_list import case_ids
from app.cases.filters import CaseFilter
from app.moves import move_case
from app.records.shares import list_shares
from models.choices import Act, HouseholdState, Status
from ui.cases.move_sheet import MoveSheet
from ui.cases.page import CasesPage
from ui.kit.errands import CASES, WantedAct
from ui.stage import NOW, Stage

FLATS = 32
EARLIER, SOON = NOW - timedelta(hours=1), NOW.date() + timedelta(days=2)


def on_its_way(stage: Stage) -> None:
    """Several units, one of them reminded; a meeting with decisions; households; more time."""
    case_id = _of(Status.HANDLING)[0]
    first, second = list_shares(case_id, NOW.date())[:2]
    for _ in range(2):
        _move(stage, case_id, Act.REMIND, share=second.id, how="电话", answer_by=SOON)
    _move(stage, case_id, Act.SIGN, share=first.id, signed_by="陈浩")
    _move(stage, case_id, Act.MEET, **_meeting(first.unit, second.unit))
    _move(stage, case_id, Act.HOUSEHOLD, households=tuple(_flat(n) for n in range(1, FLATS + 1)))
    _move(stage, case_id, Act.ASK_EXTENSION, days=5, reason="县里周三集中处理")
    page = stage.shell.go(CASES)
    assert isinstance(page, CasesPage)
    page.open_case(case_id)


def more(stage: Stage) -> None:
    stage.press(Qt.Key.Key_F7)


def settled(stage: Stage) -> None:
    """Further down on the same page."""
    page = stage.page
    assert isinstance(page, CasesPage)
    bar = page.case.area.verticalScrollBar()
    bar.setValue(bar.maximum() * 2 // 3)


def giving(stage: Stage) -> None:
    _sheet(stage, _of(Status.REGISTERED)[-1], Act.ASSIGN)


def concluding(stage: Stage) -> None:
    _sheet(stage, _of(Status.HANDLING)[-1], Act.CONCLUDE)


def saying_no(stage: Stage) -> None:
    """Of the two kinds the one that is a department's decision."""
    _sheet(stage, _of(Status.HANDLING)[-1], Act.ASK_NO)


def meeting(stage: Stage) -> None:
    _sheet(stage, _of(Status.HANDLING)[-1], Act.MEET)


def _of(status: Status) -> list[int]:
    return list(case_ids(CaseFilter(statuses=(status,)), NOW.date()))


def _move(stage: Stage, case_id: int, act: Act, **given: Any) -> None:
    move_case(case_id, act, given, stage.shell.desk.who(), NOW)


def _sheet(stage: Stage, case_id: int, act: Act) -> None:
    """Its last one is left first."""
    for one in list[MoveSheet](stage.holder.findChildren(MoveSheet)):
        one.leave()
    stage.rest()
    stage.shell.visit(CASES, WantedAct(case_id, act))
    stage.until(lambda: stage.holder.findChild(MoveSheet), act.label)


def _flat(number: int) -> dict[str, Any]:
    state = HouseholdState.DONE if number <= 17 else HouseholdState.OPEN
    return {"name": f"{number} 户", "house": f"3栋{number:02}", "state": state}


def _meeting(*units: str) -> dict[str, Any]:
    decided = ({"what": "核对原始底册，出具证明", "owner": one, "due_on": SOON} for one in units)
    return {
        "held_at": EARLIER,
        "place": "镇政府二楼会议室",
        "chair": "李镇长",
        "present": units,
        "decisions": tuple(decided),
    }
