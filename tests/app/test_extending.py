"""More time: asked for in time, granted by someone else, told before the old date passes."""

from datetime import date, datetime, timedelta

import pytest

from app.attachments import attach
from app.cases.detail import get_case
from app.deadlines.calendar import work_calendar
from app.deadlines.extensions import list_extensions
from app.deadlines.time_rules import RulesDraft, UnitDays, save_rules
from app.directory import StaffDraft, Who, save_staff
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import move_case
from app.moves.making import next_moves
from app.papers.extension_notices import extension_notice
from app.papers.kinds import makeable, sheet_to_issue
from app.records.closings import lacking
from app.records.shares import list_shares
from models import Case
from models.choices import Act, ContactWay, Ending, PaperKind, PauseReason, Role
from tests.makers import case, furnish, somebody
from tests.said import WITH_TIME

MONDAY = datetime(2026, 11, 23, 9, 0)
FRIDAY = datetime(2026, 11, 27, 16, 59)


@pytest.fixture
def opened(store):
    """Due on Friday the 27th, and given to its units on Monday."""
    who = furnish()
    save_rules(RulesDraft(units=(UnitDays(1, "派出所", 2),)), who, MONDAY)
    made = case()
    move_case(made.id, Act.ASSIGN, {"note": "请上门"}, who, MONDAY)
    return made


def go(opened, *acts, moment=MONDAY, who=None, **said):
    for act in acts:
        given = WITH_TIME[act] | said
        move_case(opened.id, act, given, who or somebody(), moment)


def row(opened):
    return Case.get_by_id(opened.id)


def test_the_whole_way_from_the_request_to_the_citizen_who_knows(opened):
    go(opened, Act.ASK_EXTENSION)
    assert row(opened).due_on == date(2026, 11, 27)
    go(opened, Act.GRANT_EXTENSION)
    assert (row(opened).due_on, row(opened).added_days) == (date(2026, 12, 4), 5)
    go(opened, Act.TELL_EXTENSION)
    (one,) = list_extensions(opened.id)
    assert (one.was_due_on, one.due_on) == (date(2026, 11, 27), date(2026, 12, 4))
    assert (one.told_how, one.told_words) == (ContactWay.PHONE, "他说可以等")
    told, granted, asked = (line.note for line in list_history(opened.id)[:3])
    assert asked == "延长 5 个工作日，到 2026-12-04。县里周三集中处理"
    assert "李镇长（纸质签字）同意，期限由 2026-11-27 改为 2026-12-04" in granted
    assert told == "电话告知：他说可以等"
    assert get_case(opened.id).due_steps[-1] == (
        "11月23日 周一 批准延期，加 5 个工作日，到期日改为12月4日 周五"
    )


def test_what_nobody_decided_before_a_case_was_taken_up_again_does_not_move_its_new_date(opened):
    go(opened, Act.ASK_EXTENSION)
    conclude = {"note": "办好了", "ending": Ending.DONE}
    for act, given in ((Act.CONCLUDE, conclude), (Act.REOPEN, {"note": "又坏了"})):
        move_case(opened.id, act, given, somebody(), MONDAY)
    assert Act.GRANT_EXTENSION not in {one.act for one in next_moves(opened.id, MONDAY.date())}
    (one,) = list_extensions(opened.id)
    assert (one.granted, one.due_on) == (False, None)
    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    assert row(opened).added_days == 5


def test_what_was_granted_on_a_sheet_is_not_filed_without_its_scan(opened):
    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    assert [one for one in lacking(opened.id) if "延期" in one]
    attach(opened.id, ("签字页.pdf", b"x"), somebody(), MONDAY)
    assert not [one for one in lacking(opened.id) if "延期" in one]


def test_units_that_answer_by_the_cases_date_have_its_new_one_and_others_their_own(opened):
    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    due = {one.unit: one.due_on for one in list_shares(opened.id, MONDAY.date())}
    assert due == {"派出所": date(2026, 11, 25), "石门村": date(2026, 12, 4)}


def test_a_refusal_leaves_the_date_and_does_not_count(opened):
    go(opened, Act.ASK_EXTENSION, Act.DENY_EXTENSION)
    assert row(opened).due_on == date(2026, 11, 27)
    assert list_history(opened.id)[0].note == "李镇长（纸质签字）不同意。材料已齐，抓紧办"
    go(opened, Act.ASK_EXTENSION)


@pytest.mark.parametrize(
    ("acts", "act", "moment", "sentence"),
    [
        ((), Act.ASK_EXTENSION, FRIDAY + timedelta(days=1), "已经过了答复期限"),
        ((Act.ASK_EXTENSION,), Act.ASK_EXTENSION, MONDAY, "还没有批"),
        ((Act.ASK_EXTENSION, Act.GRANT_EXTENSION), Act.ASK_EXTENSION, MONDAY, "最多延期 1 次"),
        ((), Act.GRANT_EXTENSION, MONDAY, "没有等着批"),
        ((), Act.DENY_EXTENSION, MONDAY, "没有等着批"),
        ((Act.ASK_EXTENSION,), Act.TELL_EXTENSION, MONDAY, "没有要告知的"),
    ],
)
def test_what_cannot_be_done_is_said(opened, acts, act, moment, sentence):
    go(opened, *acts)
    with pytest.raises(AppError, match=sentence):
        go(opened, act, moment=moment)


def test_while_paused_no_extension_is_asked_for(opened):
    said = {"reason": PauseReason.PARTY, "note": "等他"}
    move_case(opened.id, Act.PAUSE, said, somebody(), MONDAY)
    with pytest.raises(AppError, match="恢复以后"):
        go(opened, Act.ASK_EXTENSION)


@pytest.mark.parametrize(
    ("moment", "said", "fields"),
    [
        (FRIDAY, {}, set()),
        (FRIDAY + timedelta(minutes=1), {}, {"reason"}),
        (FRIDAY - timedelta(hours=20), {}, set()),
        (MONDAY, {"days": 11}, {"days"}),
        (MONDAY, {"days": 0}, {"days"}),
        (MONDAY, {"days": None, "reason": " "}, {"days", "reason"}),
    ],
)
def test_it_is_asked_for_with_a_reason_and_before_the_hour_of_the_last_day(
    opened, moment, said, fields
):
    if not fields:
        go(opened, Act.ASK_EXTENSION, moment=moment, **said)
        return
    with pytest.raises(Invalid) as raised:
        go(opened, Act.ASK_EXTENSION, moment=moment, **said)
    assert set(raised.value.problems) == fields


@pytest.mark.parametrize("act", [Act.GRANT_EXTENSION, Act.DENY_EXTENSION])
def test_neither_who_asked_nor_the_handler_decides(opened, act):
    asker = save_staff(StaffDraft(name="赵敏", work_number="04", role=Role.LEADER))
    go(opened, Act.ASK_EXTENSION, who=Who(asker, "赵敏", "04", role=Role.LEADER))
    for nobody in (asker, somebody().id):
        with pytest.raises(Invalid) as raised:
            go(opened, act, approver=nobody, signed_on_paper="", note="同意")
        assert set(raised.value.problems) == {"approver"}
    assert list_extensions(opened.id)[0].granted is None


def test_telling_is_not_before_granting_and_late_telling_says_so(opened):
    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    with pytest.raises(Invalid):
        go(opened, Act.TELL_EXTENSION, at=MONDAY - timedelta(hours=1))
    go(opened, Act.TELL_EXTENSION, moment=FRIDAY + timedelta(days=3))
    assert list_history(opened.id)[0].note == "电话告知（原期限已过）：他说可以等"


def test_what_is_to_be_decided_and_told_is_offered_first(opened):
    go(opened, Act.ASK_EXTENSION)
    assert next_moves(opened.id, MONDAY.date())[0].act is Act.GRANT_EXTENSION
    go(opened, Act.GRANT_EXTENSION)
    assert next_moves(opened.id, MONDAY.date())[0].act is Act.TELL_EXTENSION


def test_there_is_a_sheet_to_sign_from_the_request_on(opened):
    go(opened, Act.ASK_EXTENSION)
    asked = sheet(opened)
    assert (asked.was_due_on, asked.days, asked.due_on) == (
        date(2026, 11, 27),
        5,
        date(2026, 12, 4),
    )
    assert (asked.granted, asked.approved_by, asked.before) == (None, "", 0)
    go(opened, Act.GRANT_EXTENSION)
    granted = sheet(opened)
    assert (granted.granted, granted.approved_by) == (True, "李镇长")
    assert granted.approved_on == MONDAY.date()


def sheet(opened):
    (one,) = (each for each in makeable(opened.id) if each.kind is PaperKind.EXTENSION_APPROVAL)
    return sheet_to_issue(opened.id, one.kind, somebody(), MONDAY, one.about)


def test_the_notice_says_the_old_date_the_new_one_and_who_allowed_it(opened):
    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    notice = extension_notice(opened.id, list_extensions(opened.id)[0].id)
    assert (notice.was_due_on, notice.due_on) == (date(2026, 11, 27), date(2026, 12, 4))
    assert (notice.approved_by, notice.times) == ("李镇长", 1)
    assert (notice.addressee, notice.reason) == ("盛建军", "县里周三集中处理")


def test_pauses_and_extensions_add_up_in_any_order(opened):
    """What a reckoning from the start gives is what came to it step by step."""
    from app.deadlines.due_dates import additions, reckoned

    go(opened, Act.ASK_EXTENSION, Act.GRANT_EXTENSION)
    said = {"reason": PauseReason.PARTY, "note": "等他"}
    move_case(opened.id, Act.PAUSE, said, somebody(), MONDAY + timedelta(days=1))
    move_case(opened.id, Act.RESUME, {}, somebody(), MONDAY + timedelta(days=9))
    found = row(opened)
    again = reckoned(found.clock_from, found.due_days, additions(found))
    assert {name: getattr(found, name) for name in again} == again
    assert found.due_on == work_calendar().add(found.clock_from, 5 + 5 + 6).day


def test_a_case_that_ends_needs_no_answer_to_its_request(opened):
    go(opened, Act.ASK_EXTENSION)
    given = {"ending": Ending.DONE, "note": "办好了"}
    move_case(opened.id, Act.CONCLUDE, given, somebody(), MONDAY)
    with pytest.raises(AppError, match="已办结"):
        go(opened, Act.GRANT_EXTENSION)
