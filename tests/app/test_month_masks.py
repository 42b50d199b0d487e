"""Nobody the store knows is named in what goes up of a month."""

from datetime import date, datetime

from app.deadlines.calendar import forget
from app.month import Share, report_month
from models import (
    CaseEvent,
    CaseUnit,
    Closing,
    Custody,
    Household,
    PointReview,
    Rating,
    Reception,
    Visit,
)
from models.choices import (
    Act,
    Ending,
    Merit,
    ReviewStep,
    ShareState,
    Stars,
    UnitRole,
    VisitOutcome,
    VisitStatus,
)
from tests.app.month_stores import add_case, add_person, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
BY = {"by": "王芳"}


def at(month, day, hour=9):
    return datetime(2026, month, day, hour)


def test_whoever_the_store_knows_in_a_case_is_named_nowhere_in_what_goes_up(store):
    forget()
    found_centre()
    child, proxy, asker = (add_person(name=name) for name in ("王小宝", "李代办", "赵提出"))
    written = {"matter": None, "matter_text": "王小宝的低保"}
    case = add_case(at(10, 8), beneficiary=child, proxy=proxy, round=2, **written)
    again = {"reopened_at": at(10, 14), "due_on": date(2026, 10, 15)}
    Closing.create(
        case=case, round=1, at=at(10, 12), ending=Ending.DONE, result="好", **BY, **again
    )
    said = {"judged_at": at(10, 14), "judged_by": "李", "upheld": False, "contested_at": at(10, 14)}
    contest = {"contested_by": 1, "contest": "不对", "words": "王小宝等了一个月"}
    rating = Rating.create(
        case=case, round=1, at=at(10, 13), stars=Stars.ONE, **said, **contest, **BY
    )
    Reception.create(at=at(10, 8), staff=1, name="孙来人", asked="问", case=case)
    Household.create(case=case, number=1, name="周户主", house="3-201", changed_at=at(10, 8))
    gone = {"starts_at": at(10, 12), "ends_at": at(10, 12, 10), "address": "人民路8号"}
    came_of_it = {
        "outcome": VisitOutcome.DONE,
        "outcome_at": at(10, 12),
        "status": VisitStatus.DONE,
    }
    who = {"served": child, "asker": asker, "guardian": "钱监护", "asked_by": 1}
    visit = {"number": "SM-1", "minutes": 30, "asked_at": at(10, 9)}
    Visit.create(case=case, **visit, **who, **gone, **came_of_it, **written)
    kept = {
        "purpose": "代办",
        "return_when": "办好",
        "keeper": "王芳",
        "witness": "吴见证（网格员）",
    }
    Custody.create(case=case, held_at=at(10, 9), **kept)
    note = "王小宝、李代办、赵提出、钱监护、孙来人、周户主、吴见证都已告知，网格员路人甲在场。"
    CaseEvent.create(case=case, at=at(10, 14), act=Act.REWORK, note=note, **BY)
    given = {"name": "云溪派出所", "sent_at": at(10, 8), "state": ShareState.SIGNED}
    CaseUnit.create(case=case, role=UnitRole.LEAD, **given)
    point = {"case": case, "unit": "云溪派出所", "event": Merit.BAD_RATING, "staff": 1}
    said = {"step": ReviewStep.APPEALED, "reason": "王小宝当天没有来", "person": "陈浩"}
    PointReview.create(source=f"rating:{rating.id}", at=at(10, 15), **point, **said)
    report = report_month(2026, 10, NOW)
    (word,), (row,), (visited,) = report.bad_words, report.ledger, report.visits.lines
    assert word.measures == "王**、李**、赵**、钱**、孙**、周**、吴**都已告知，网格员路人甲在场。"
    assert {one.matter for one in (row, word, visited, *report.due)} == {"王**的低保"}
    assert (visited.village, report.visits.by_matter[0].name) == ("****", "王**的低保")
    (judged,) = [one for unit in report.appraisal.units for one in unit.points]
    assert (judged.matter, judged.told) == ("王**的低保", "10-15 申诉（陈浩）：王**当天没有来")
    assert {line.name for line in report.breakdown("事项").lines} == {"王**的低保"}
    assert report_month(2026, 10, NOW, full=True).ledger[0].matter == "王小宝的低保"


def test_groups_that_look_alike_once_nobody_is_named_stand_together(store):
    forget()
    found_centre()
    for name in ("王小宝", "王大山"):
        person = add_person(name=name, village=None, village_text=f"外村{name}家")
        done = {"concluded_at": at(10, 9), "due_on": date(2026, 10, 12)}
        add_case(at(10, 8), applicant=person, matter=None, matter_text=f"{name}的低保", **done)
    report = report_month(2026, 10, NOW)
    for way, shown in (("事项", "王**的低保"), ("村", "外村王**家")):
        (line,) = report.breakdown(way).lines
        assert (line.name, line.received.now, line.in_time.now) == (shown, Share(2, 2), Share(2, 2))
