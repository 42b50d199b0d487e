"""Dates of open cases are reckoned anew on somebody's word only, and never sooner by the way."""

from datetime import date, datetime

import pytest

from app.cases.detail import get_case
from app.deadlines.calendar import SpecialDay, save_year
from app.deadlines.recalculation import Changed, preview_recalculation, recalculate
from app.deadlines.time_rules import RulesDraft, UnitDays, save_rules
from app.deadlines.year_tables import builtin_years
from app.history import list_history
from app.moves import move_case
from app.papers.issues import issue
from app.records.shares import list_shares
from models import Case
from models.choices import Act, Grade, PaperKind
from tests.makers import NOW, case, conclude, furnish
from tests.said import WITH_TIME

MONDAY = datetime(2026, 11, 23, 9, 0)
FRIDAY = date(2026, 11, 27)
NEXT_MONDAY = date(2026, 11, 30)


@pytest.fixture
def who(store):
    return furnish()


def a_day_off(day=date(2026, 11, 24)):
    known = [
        SpecialDay(*one) for table in builtin_years() if table.year == 2026 for one in table.days
    ]
    save_year(2026, [*known, SpecialDay(day, working=False, note="停电")], "手工录入")


def dates(*opened):
    return [Case.get_by_id(one.id).due_on for one in opened]


def test_what_the_calendar_would_change_is_shown_and_nothing_is_changed(who):
    one, printed, over = case(), case(), case()
    issue(printed.id, PaperKind.RECEIPT, who, NOW)
    conclude(over.id)
    assert preview_recalculation() == []
    a_day_off()
    assert preview_recalculation() == [
        Changed(one.id, one.number, FRIDAY, NEXT_MONDAY, told=False),
        Changed(printed.id, printed.number, FRIDAY, NEXT_MONDAY, told=True),
    ]
    assert dates(one, printed, over) == [FRIDAY] * 3


def test_those_that_are_named_are_changed_with_a_line_each(who):
    one, other = case(), case()
    a_day_off()
    assert recalculate([one.id], who, MONDAY) == 1
    assert dates(one, other) == [NEXT_MONDAY, FRIDAY]
    line = list_history(one.id)[0]
    assert (line.act, line.by, line.at) == (Act.RECKON, who.name, MONDAY)
    assert line.note == "按现在的工作日历，期限由 2026-11-27 改为 2026-11-30。"
    assert "停电放假，跳过 1 天" in "".join(get_case(one.id).due_steps)
    assert recalculate([one.id], who, MONDAY) == 0
    assert [each.case_id for each in preview_recalculation()] == [other.id]


def test_a_new_version_of_the_rules_is_for_new_cases_until_somebody_says_otherwise(who):
    general, special = case(), case(grade=Grade.SPECIAL)
    version = save_rules(RulesDraft(general=3, special=20), who, MONDAY)
    sooner, later = preview_recalculation(version)
    assert (sooner.case_id, sooner.earlier) == (general.id, True)
    assert (later.case_id, later.earlier) == (special.id, False)
    assert preview_recalculation() == []
    recalculate([general.id, special.id], who, MONDAY, version)
    rows = [Case.get_by_id(one.id) for one in (general, special)]
    assert [(one.rules_id, one.due_days) for one in rows] == [(version, 3), (version, 20)]
    notes = [list_history(one.id)[0].note for one in (general, special)]
    assert notes[0].endswith("期限由 2026-11-27 改为 2026-11-25，比原来告知群众的早。")
    assert notes[1].startswith("按办理时限第 2 版，")


def test_what_a_pause_and_an_extension_gave_is_kept(who):
    opened = case()
    ways = (Act.ASSIGN, Act.ASK_EXTENSION, Act.GRANT_EXTENSION, Act.PAUSE)
    for act in ways:
        move_case(opened.id, act, WITH_TIME.get(act, {"note": "请上门"}), who, MONDAY)
    move_case(opened.id, Act.RESUME, {}, who, datetime(2026, 11, 25, 9))
    assert dates(opened) == [date(2026, 12, 8)]
    assert preview_recalculation() == []
    a_day_off(date(2026, 12, 1))
    assert preview_recalculation()[0].new == date(2026, 12, 9)


def test_units_that_answer_by_the_cases_date_go_with_it(who):
    opened = case()
    move_case(opened.id, Act.ASSIGN, {"note": "请上门"}, who, MONDAY)
    a_day_off()
    recalculate([opened.id], who, MONDAY)
    assert {one.due_on for one in list_shares(opened.id, FRIDAY)} == {NEXT_MONDAY}
    version = save_rules(RulesDraft(general=3), who, MONDAY)
    recalculate([opened.id], who, MONDAY, version)
    assert {one.due_on for one in list_shares(opened.id, FRIDAY)} == {date(2026, 11, 26)}


def test_no_unit_answers_after_the_case_is_due(who):
    save_rules(RulesDraft(units=(UnitDays(1, "派出所", 3),)), who, NOW)
    opened = case()
    move_case(opened.id, Act.ASSIGN, {"note": "请上门"}, who, MONDAY)
    lead = list_shares(opened.id, FRIDAY)[0]
    assert (lead.unit, lead.due_on) == ("派出所", date(2026, 11, 26))
    recalculate([opened.id], who, MONDAY, save_rules(RulesDraft(general=2), who, MONDAY))
    assert {one.due_on for one in list_shares(opened.id, FRIDAY)} == {date(2026, 11, 24)}


def test_a_date_that_is_no_longer_provisional_is_shown_too(who):
    opened = case(received_at=NOW, grade=Grade.SPECIAL)
    Case.update(clock_from=date(2026, 12, 28)).where(Case.id == opened.id).execute()
    recalculate([opened.id], who, MONDAY)
    assert get_case(opened.id).due_provisional
    holiday = [SpecialDay(date(2027, 1, 1), working=False, note="元旦")]
    save_year(2027, holiday, "手工录入")
    (one,) = preview_recalculation()
    assert one.old == one.new
    recalculate([opened.id], who, MONDAY)
    assert not get_case(opened.id).due_provisional
    assert list_history(opened.id)[0].note == f"按现在的工作日历，期限还是 {one.new}。"


def test_a_case_that_has_ended_since_stays_as_it_is(who):
    opened = case()
    a_day_off()
    conclude(opened.id, now=MONDAY)
    assert recalculate([opened.id], who, MONDAY) == 0
    assert dates(opened) == [FRIDAY]
