"""Ready-made things about home visits; say only what matters to the test."""

from datetime import date, datetime, time

from app.directory import VillageDraft, save_village
from app.visits.absences import AbsenceDraft, save_absence
from app.visits.crews import HelperDraft, KitDraft, save_helper, save_kit
from app.visits.draft import VisitDraft
from app.visits.planning import PlanDraft, plan_visit
from app.visits.requests import request_visit
from app.visits.rules import VisitSettings, save_visit_rules
from app.visits.ways import WayEntry, save_way
from models.choices import HalfDay
from tests import makers
from tests.makers import NOW

WEDNESDAY = date(2026, 11, 25)
MORNING, AFTERNOON = HalfDay.MORNING, HalfDay.AFTERNOON


def furnish() -> None:
    """Two more villages, a table of ways, rules that differ from the usual ones in nothing."""
    for name in ("竹溪村", "柳林村"):
        save_village(VillageDraft(name=name))
    save_way(WayEntry("石门村", "竹溪村", 25))
    save_visit_rules(VisitSettings(home="石门村"))


def crew(*names: str, team: str = "甲组") -> tuple[int, ...]:
    """Two people who go together, unless more are named."""
    return tuple(
        save_helper(HelperDraft(name=name, unit="派出所", team=team))
        for name in names or ("陈浩", "周敏")
    )


def kit(name: str = "1 号采集箱") -> int:
    return save_kit(KitDraft(name=name))


def draft(**changes) -> VisitDraft:
    """The wife of the report, at home."""
    values = {
        "served": makers.wife(phone="10012345678"),
        "matter": "居民身份证换领",
        "village": "石门村",
        "address": "3组12号",
        "consent": True,
    }
    return VisitDraft(**(values | changes))


def requested(now: datetime = NOW, **changes) -> int:
    return request_visit(draft(**changes), makers.somebody(), now)


def planned(visit: int, helpers: tuple[int, ...], now: datetime = NOW, **changes) -> int:
    """On Wednesday morning, unless something else is said."""
    values = {"day": WEDNESDAY, "half": MORNING, "helpers": helpers}
    plan_visit(visit, PlanDraft(**(values | changes)), makers.somebody(), now)
    return visit


def away(helper: int, begin: time, end: time, day: date = WEDNESDAY) -> int:
    span = {"from_at": datetime.combine(day, begin), "to_at": datetime.combine(day, end)}
    return save_absence(AbsenceDraft(helper_id=helper, **span, reason="培训"))
