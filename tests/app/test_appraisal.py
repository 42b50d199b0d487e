from datetime import date, datetime
from random import Random

import pytest

from app.appraisal import PointState, Quarter, appraise
from app.appraisal.appraise import TOO_FEW
from app.directory import UnitDraft, save_unit
from app.errors import AppError
from app.moves import move_case
from models import AppraisalRule, AppraisalRules, Case, CaseUnit
from models.choices import Act, Merit, ReviewStep, ShareState, Stars, Status, UnitRole, Urge
from tests import makers
from tests.app import appraising as a
from tests.app.appraising import UNITS, at
from tests.app.month_stores import found_centre
from tests.app.obvious_points import sums_of
from tests.said import WITH_UNITS

QUARTER = Quarter(2026, 4)
THEN = datetime(2027, 1, 5, 9)


@pytest.fixture
def centre(store):
    found_centre()


def points(unit=UNITS[0], quarter=QUARTER, now=THEN):
    found = appraise(quarter, now).unit(unit)
    return list(found.points) if found else []


def told(unit=UNITS[0]):
    return [(one.event, one.points) for one in points(unit)]


# What is in the store, and what the unit gets for it by the rules the program begins with.
def late(case):
    a.accepted(case, replied=at(10, 20))


def late_over_the_weekend(case):
    a.accepted(case, due_on=date(2026, 10, 23), replied=at(10, 25))


def never_answered(case):
    a.share(case)


def in_time(case):
    a.accepted(case)


def returned_without_basis(case):
    a.returned(case, reason="不归它管（依据：无）")


def returned_with_basis(case):
    a.returned(case)


def given_once_more(case):
    a.returned(case)
    a.accepted(case, sent_at=at(10, 15))


def reminded_twice(case):
    share = a.accepted(case)
    a.urged(share)
    a.urged(share, times=2)


def supervised(case):
    a.urged(a.accepted(case), Urge.SUPERVISE)


def supervised_for_the_buck(case):
    a.urged(a.accepted(case), Urge.SUPERVISE, grounds="逾期未答复\n推诿扯皮，拒不接件")


def answer_sent_back(case):
    a.accepted(case)
    a.line(case, Act.SEND_BACK, f"{UNITS[0]}：没写依据", at(10, 16))


def bad_word_put_right(case):
    a.accepted(case)
    a.rated(case)
    a.line(case, Act.REWORK, "第 2 轮", at(10, 23))


def bad_word_upheld(case):
    a.accepted(case)
    a.rated(case, **a._judged(at(10, 22), upheld=True))


def bad_word_dismissed(case):
    a.accepted(case)
    a.rated(case, **a._judged(at(10, 22), upheld=False))


def bad_word_only(case):
    a.accepted(case)
    a.rated(case)


def good_word(case):
    a.accepted(case)
    a.rated(case, Stars.FIVE)


def took_over(case):
    a.returned(case, 2)
    a.accepted(case, sent_at=at(10, 15))


def went_along(case):
    a.accepted(case)
    a.visited(case, UNITS[0], UNITS[0], "别处")


def decision_in_time(case):
    a.accepted(case)
    a.decided(case, done=at(10, 30))


def decision_too_late(case):
    a.accepted(case)
    a.decided(case, done=at(10, 31))


def early(case):
    a.accepted(case, replied=at(10, 15))


def a_day_early(case):
    a.accepted(case, replied=at(10, 16))


@pytest.mark.parametrize(
    ("happens", "expected"),
    [
        (late, [(Merit.OVERDUE, -5)]),
        (late_over_the_weekend, []),
        (never_answered, [(Merit.OVERDUE, -5)]),
        (in_time, []),
        (returned_without_basis, [(Merit.GROUNDLESS, -5)]),
        (returned_with_basis, [(Merit.GROUNDLESS, 0)]),
        (given_once_more, [(Merit.PASSED, -5)]),
        (reminded_twice, [(Merit.REMINDED, 0), (Merit.REMINDED, -1)]),
        (supervised, [(Merit.SUPERVISED, -3)]),
        (supervised_for_the_buck, [(Merit.PASSED, -5)]),
        (answer_sent_back, [(Merit.SENT_BACK, -2)]),
        (bad_word_put_right, [(Merit.BAD_RATING, -3)]),
        (bad_word_upheld, []),
        (bad_word_dismissed, [(Merit.BAD_RATING, -3)]),
        (bad_word_only, []),
        (good_word, []),
        (took_over, [(Merit.TOOK_LEAD, 2)]),
        (went_along, [(Merit.VISITED, 1)]),
        (decision_in_time, [(Merit.COORDINATED, 2)]),
        (decision_too_late, []),
        (early, [(Merit.EARLY, 1)]),
        (a_day_early, []),
    ],
)
def test_what_happened_is_worth_what_the_rules_say(centre, happens, expected):
    happens(a.a_case())
    assert told() == expected


def test_whoever_leads_anothers_business_gets_its_thanks_once_the_answer_was_taken(centre):
    a.accepted(a.a_case(matter=2))
    a.share(a.a_case(matter=2), state=ShareState.REPLIED, replied_at=at(10, 19))
    assert told() == [(Merit.TOOK_LEAD, 2)]
    assert "县医保局" in points()[0].why


def test_while_a_case_waits_nobody_is_late(centre):
    a.share(a.a_case(paused_at=at(10, 16)))
    assert told() == []


def test_an_event_counts_in_the_quarter_it_came_in(centre):
    a.accepted(a.a_case(), due_on=date(2026, 9, 30), sent_at=at(9, 20), replied=at(10, 12))
    assert [one.at for one in points()] == [datetime(2026, 10, 8)]  # after the holidays
    assert points(quarter=Quarter(2026, 3)) == []


def test_a_past_quarter_reads_the_same_later(centre):
    a.share(a.a_case())
    before = points(now=datetime(2027, 1, 1))
    a.accepted(a.a_case(at(12, 30)), 2, sent_at=at(12, 30), replied=datetime(2027, 1, 2))
    assert points(now=datetime(2028, 6, 1)) == before


def test_of_the_quarter_that_runs_only_what_has_come_counts(centre):
    a.share(a.a_case())
    assert points(now=at(10, 19, 23)) == []
    assert len(points(now=at(10, 20, 0))) == 1
    with pytest.raises(AppError, match="还没有到"):
        appraise(Quarter(2027, 1), at(10, 20))


def test_no_rule_costs_more_than_its_most(centre):
    for _ in range(5):
        a.share(a.a_case())
    assert [one.points for one in points()] == [-5, -5, -5, -5, 0]
    assert points()[-1].state is PointState.CAPPED
    assert appraise(QUARTER, THEN).unit(UNITS[0]).total == -20


def test_the_last_points_up_to_the_most_are_given_in_part(centre):
    AppraisalRules.create(
        id=2, made_at=THEN, made_by="王芳", since=date(2026, 10, 1), least_cases=1
    )
    for one in AppraisalRule.select().where(AppraisalRule.rules == 1):
        most = 7 if one.event is Merit.OVERDUE else one.most
        kept = {name: getattr(one, name) for name in ("event", "name", "active", "points", "least")}
        AppraisalRule.create(rules=2, most=most, **kept)
    for _ in range(2):
        a.share(a.a_case())
    assert [one.points for one in points()] == [-5, -2]


def test_who_shares_the_duty_of_a_decision_in_good_faith_loses_nothing(centre):
    case = a.a_case()
    a.share(case)
    a.share(case, 2, role=UnitRole.CO_HANDLER)
    a.visited(case, UNITS[0])
    a.exempted(case, UNITS[0])
    assert told() == [(Merit.OVERDUE, 0), (Merit.VISITED, 1)]
    assert points()[0].state is PointState.EXEMPT
    assert points()[0].struck
    assert told(UNITS[1]) == [(Merit.OVERDUE, -5)]


def test_what_is_left_out_is_no_time_and_fills_up_nothing(centre):
    share = a.accepted(a.a_case())
    first, *_ = (a.urged(share, times=n, when=at(10, 12 + n)) for n in (1, 2, 3))
    assert [one.points for one in points()] == [0, -1, -1]
    a.reviewed(1, Merit.REMINDED, f"urge:{first.id}", ReviewStep.EXCLUDED)
    assert [one.points for one in points()] == [0, 0, -1]
    assert points()[0].state is PointState.EXCLUDED
    assert points()[0].told == "11-05 排除（陈浩）：说明了情况"


def test_a_return_that_is_judged_groundless_costs_once(centre):
    case = a.a_case()
    gone = a.returned(case)
    a.accepted(case, sent_at=at(10, 15))
    a.reviewed(case, Merit.GROUNDLESS, f"share:{gone.id}", ReviewStep.GROUNDLESS)
    assert told() == [(Merit.GROUNDLESS, -5)]


def test_a_unit_with_few_cases_is_not_scored_but_its_points_are_shown(centre):
    a.share(a.a_case())
    one = appraise(QUARTER, THEN).unit(UNITS[0])
    assert (one.cases, one.scored, one.shown_total) == (1, False, TOO_FEW)
    assert len(one.points) == 1
    for _ in range(2):
        a.accepted(a.a_case())
    one = appraise(QUARTER, THEN).unit(UNITS[0])
    assert (one.cases, one.scored, one.shown_total) == (3, True, "-5")


def test_units_stand_in_the_order_of_the_list_and_not_of_their_points(centre):
    case = a.a_case()
    for unit, role in ((3, UnitRole.LEAD), (1, UnitRole.CO_HANDLER)):
        a.share(case, unit, role=role)
    a.share(a.a_case(), None, name="邻县民政局")
    assert [one.unit for one in appraise(QUARTER, THEN).units] == [UNITS[0], UNITS[2], "邻县民政局"]


def test_a_unit_that_was_renamed_keeps_its_points_under_its_new_name(centre):
    a.share(a.a_case())
    save_unit(UnitDraft(name="派出所"), 1)
    assert [one.unit for one in appraise(QUARTER, THEN).units] == ["派出所"]


def test_what_names_a_unit_as_it_was_called_then_is_still_its_own(centre):
    case = a.a_case()
    a.share(case)
    a.visited(case, UNITS[0])
    a.decided(case, UNITS[0], done=at(10, 28))
    a.exempted(case, UNITS[0])
    save_unit(UnitDraft(name="派出所"), 1)
    expected = [(Merit.OVERDUE, 0), (Merit.VISITED, 1), (Merit.COORDINATED, 2)]
    assert told("派出所") == expected


def test_a_share_of_a_case_that_came_to_its_end_is_not_late_afterwards(centre):
    case = a.a_case()
    a.share(case)
    a.Closing.create(
        case=case, round=1, at=at(10, 16), by="王芳", ending=a.Ending.DONE, result="好了"
    )
    other = a.a_case()
    a.share(other)
    Case.update(status=Status.WITHDRAWN, dropped_at=at(10, 16)).where(Case.id == other).execute()
    assert told() == []


def test_the_acts_of_the_desk_are_what_is_read(store):
    who = makers.furnish()
    opened = makers.case(helpers=())
    for act in (Act.ASSIGN, Act.SIGN, Act.REPLY, Act.SEND_BACK, Act.RETURN):
        move_case(opened.id, act, WITH_UNITS[act] | _whose(opened, act), who, makers.NOW)
    found = appraise(QUARTER, THEN).unit("派出所")
    assert [(one.event, one.state) for one in found.points] == [
        (Merit.GROUNDLESS, PointState.UNJUDGED),
        (Merit.SENT_BACK, PointState.COUNTS),
    ]
    assert found.points[1].in_full == "答复退回：没有写依据"
    assert "户籍管理办法第八条" in found.points[0].words
    assert "户籍" not in found.points[0].why  # that goes to others, too


def _whose(opened, act):
    if act is Act.ASSIGN:
        return {"lead": "派出所"}
    return {"share": CaseUnit.get(CaseUnit.case == opened.id, CaseUnit.role == UnitRole.LEAD).id}


@pytest.mark.parametrize("seed", range(8))
def test_it_agrees_with_the_slow_and_obvious_sums(store, seed):
    chance = Random(seed)
    a.fill_at_random(chance, chance.randint(4, 30))
    now = THEN if seed % 2 else datetime(2026, 11, 17, 9, 30)
    found = appraise(QUARTER, now)
    wanted = sums_of(QUARTER.start, min(QUARTER.until, now + datetime.resolution))
    assert {one.unit: one.total for one in found.units if one.points} == wanted
    for one in found.units:
        assert one.total == sum(point.points for point in one.points)
        assert one.plus >= 0 >= one.minus
