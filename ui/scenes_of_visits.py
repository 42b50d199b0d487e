"""Home visits for the pictures: a week as full as any, its day, and the sheets of a visit."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt

from app.changes import Kind, saving
from app.directory import list_villages
from app.errors import Invalid
from app.persons.parties import PartyDraft
from app.visits.absences import AbsenceDraft, save_absence
from app.visits.board import week_board
from app.visits.crews import HelperDraft, list_helpers, save_helper
from app.visits.draft import VisitDraft
from app.visits.dropping import plan_there
from app.visits.evidence import keep_evidence
from app.visits.outcomes import record_outcome
from app.visits.planning import plan_visit
from app.visits.requests import request_visit
from app.visits.tray import tray
from models.choices import HalfDay, Need, VisitKind, VisitOutcome, VisitStatus
from ui.kit.errands import VISITS
from ui.kit.sheet import Sheet
from ui.stage import NOW, Stage
from ui.visits.outcome_sheet import OutcomeSheet
from ui.visits.page import VisitsPage
from ui.visits.plan_sheet import PlanSheet
from ui.visits.span import Span

MONDAY = NOW.date() - timedelta(days=NOW.weekday())
TEAMS, VISITS_A_WEEK, TRIES = ("甲组", "乙组", "丙组", "丁组"), 60, 400
_MORE = (("丙组", "冯兰"), ("丙组", "吴强"), ("丁组", "郑海"), ("丁组", "何琳"))
_MATTERS = ("身份证采集", "残疾评定", "养老认证", "长护险申请")
_FAMILIES, _GIVEN = "夏许盛宋马吴龚何徐郑", ("小明", "妹", "军", "珍", "林", "娥", "生")


def week(stage: Stage) -> None:
    stage.shell.go(VISITS)


def full(stage: Stage) -> None:
    """Four crews, sixty visits, and one of a crew away on a morning that was planned."""
    _leave(stage)
    stage.shell.go(VISITS)
    chance, who = random.Random(3), stage.shell.desk.who()
    with saving(*Kind):
        for team, name in _MORE:
            save_helper(HelperDraft(name=name, unit="派出所", team=team))
        waiting = list(_requests(stage, chance))
        for _ in range(TRIES):
            if waiting and len(week_board(MONDAY).cards) < VISITS_A_WEEK:
                day, half = MONDAY + timedelta(days=chance.randrange(5)), chance.choice([*HalfDay])
                plan = plan_there(waiting[-1], chance.choice(TEAMS), day, half)
                try:
                    plan_visit(waiting[-1], plan, who, NOW - timedelta(days=1))
                except Invalid:
                    continue  # that half day is full
                waiting.pop()
        _away(list_helpers()[0].id)
    stage.rest()


def unfolded(stage: Stage) -> None:
    """The keyboard on a half day that has no room to tell all."""
    page = _page(stage)
    page.week.setFocus()
    board = page.week.board
    assert board
    assert page.week.places
    clashing = {one.id for one in board.clashing}
    cells = [one for one in page.week.places.all if {card.id for card in one.cards} & clashing]
    page.week.at.go(cells[0])
    stage.press(Qt.Key.Key_Down)


def day(stage: Stage) -> None:
    _page(stage).span.set_value(Span.DAY)


def month(stage: Stage) -> None:
    _page(stage).span.set_value(Span.MONTH)


def planning(stage: Stage) -> None:
    _page(stage).span.set_value(Span.WEEK)
    _page(stage).open_visit(tray()[0].id)
    stage.press(Qt.Key.Key_P)


def clashing(stage: Stage) -> None:
    sheet = stage.holder.findChild(PlanSheet)
    assert isinstance(sheet, PlanSheet)
    sheet.form.day.set_value(date(NOW.year, NOW.month, 28))  # a Saturday
    sheet.look()
    stage.press(Qt.Key.Key_F9)


def outcome(stage: Stage) -> None:
    """Of a visit that is over by now."""
    _leave(stage)
    gone = [one for one in week_board(MONDAY).cards if one.status is VisitStatus.PLANNED]
    _page(stage).open_visit(gone[0].id)
    stage.press(Qt.Key.Key_F9)
    sheet = stage.holder.findChild(OutcomeSheet)
    assert isinstance(sheet, OutcomeSheet)
    sheet.form.outcome.set_value(VisitOutcome.PARTLY)
    sheet.form.note.set_value("人像和指纹采好了，户口簿在儿子那里，下次带来")
    sheet.form.arrived.set_value(gone[0].starts_at)
    sheet.form.left_at.set_value(gone[0].ends_at)


def over(stage: Stage) -> None:
    """The same, recorded, with its signed sheet."""
    sheet = stage.holder.findChild(OutcomeSheet)
    assert isinstance(sheet, OutcomeSheet)
    visit, said = sheet.visit_id, sheet.draft()
    _leave(stage)
    record_outcome(visit, said, stage.shell.desk.who(), NOW)
    keep_evidence(visit, ("签过字的上门单.jpg", b"signed"), stage.shell.desk.who(), NOW)
    _page(stage).open_visit(visit)


def _page(stage: Stage) -> VisitsPage:
    page = stage.page
    assert isinstance(page, VisitsPage)
    return page


def _leave(stage: Stage) -> None:
    for sheet in list[Sheet](stage.holder.findChildren(Sheet)):
        sheet.leave()
    stage.rest()


def _requests(stage: Stage, chance: random.Random) -> Iterator[int]:
    villages = [one.name for one in list_villages()]
    for n in range(VISITS_A_WEEK):
        name = chance.choice(_FAMILIES) + chance.choice(_GIVEN)
        draft = VisitDraft(
            kind=VisitKind.CERTIFY,
            served=PartyDraft(name=name, phone=f"100{n:08}", needs=(Need.DISABLED,)),
            matter=chance.choice(_MATTERS),
            village=chance.choice(villages),
            consent=True,
            urgent=n % 17 == 0,
            latest=MONDAY + timedelta(days=7) if n % 3 == 0 else None,
        )
        yield request_visit(draft, stage.shell.desk.who(), NOW - timedelta(days=3))


def _away(helper: int) -> None:
    thursday = MONDAY + timedelta(days=3)
    begin, end = (datetime.combine(thursday, one) for one in (time(8), time(12)))
    save_absence(AbsenceDraft(helper_id=helper, from_at=begin, to_at=end, reason="培训"))


SCENES = (
    ("13-visits-full", full),
    ("13-visits-unfolded", unfolded),
    ("13-visits-day", day),
    ("13-visits-month", month),
    ("13-visits-plan", planning),
    ("13-visits-clash", clashing),
    ("13-visits-outcome", outcome),
    ("13-visits-over", over),
)
