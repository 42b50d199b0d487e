"""A round comes to its end: concluded, told, asked, filed; or taken up once more."""

from datetime import date, timedelta

import pytest

from app.cases.registry import edit_case
from app.directory import retire
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import move_case
from app.records.closings import lacking, list_closings
from app.records.contacts import list_contacts
from models import Case
from models.choices import Act, ContactWay, Ending, Method, Status
from tests import makers

NOW = makers.NOW  # a Sunday
LATER = NOW + timedelta(days=1)


@pytest.fixture
def opened(store):
    makers.furnish()
    return makers.case()


@pytest.fixture
def colleague(opened):
    return makers.clerk("赵敏", "04")


def row(opened):
    return Case.get_by_id(opened.id)


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        ({"ending": Ending.REDIRECTED}, {"redirected_to"}),
        ({"trips_after": -1}, {"trips_after"}),
        ({"note": " "}, {"note"}),
        ({"ending": None}, {"ending"}),
    ],
)
def test_what_a_conclusion_lacks_is_named(opened, given, fields):
    makers.move(opened.id, Act.TAKE_UP)
    with pytest.raises(Invalid) as raised:
        makers.move(opened.id, Act.CONCLUDE, **given)
    assert set(raised.value.problems) == fields
    assert list_closings(opened.id) == []


def test_a_conclusion_is_kept_with_its_round(opened):
    asked = {"asked": True, "end_need": "想办残疾证", "trips_after": 0}
    sent_on = {"ending": Ending.REDIRECTED, "redirected_to": "人民调解委员会"}
    makers.conclude(opened.id, "说清楚了。", **asked, **sent_on)
    (one,) = list_closings(opened.id)
    assert (one.round, one.ending, one.redirected_to) == (1, Ending.REDIRECTED, "人民调解委员会")
    assert (one.end_business, one.end_need, one.end_trouble) == ("", "想办残疾证", "")
    assert one.trips_after == 0
    assert list_history(opened.id)[0].note == "转其他渠道（人民调解委员会）：说清楚了。"
    assert row(opened).inform_by == date(2026, 11, 23)
    assert row(opened).end_need == "想办残疾证"


def test_three_asks_that_were_not_asked_stay_so(opened):
    makers.conclude(opened.id, end_business="换本子")
    (one,) = list_closings(opened.id)
    assert (one.end_business, one.end_need, one.end_trouble) == ("换本子", None, None)


def test_on_the_spot_is_three_acts_in_one(opened):
    assert makers.move(opened.id, Act.SPOT, "当场换好。", told="拿到了") is Status.INFORMED
    assert [(line.act, line.note) for line in list_history(opened.id)[:3]] == [
        (Act.INFORM, "电话：拿到了"),
        (Act.CONCLUDE, "办成：当场换好。"),
        (Act.SPOT, "窗口当场办理。"),
    ]
    assert len(list_closings(opened.id)) == len(list_contacts(opened.id)) == 1
    assert (row(opened).concluded_at, row(opened).informed_at) == (NOW, NOW)


@pytest.mark.parametrize(
    ("planned", "method"),
    [
        (Method.TRANSFER, Method.SPOT),
        (Method.COORDINATE, Method.SPOT),
        (Method.VISIT, Method.VISIT),
    ],
)
def test_what_was_to_be_handed_on_and_was_done_on_the_spot_counts_as_that(opened, planned, method):
    Case.update(method=planned).where(Case.id == opened.id).execute()
    makers.move(opened.id, Act.SPOT)
    assert row(opened).method is method


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (LATER - timedelta(minutes=1), "反馈不能早于办结"),
        (LATER + timedelta(hours=3), "不能晚于现在"),
    ],
)
def test_told_after_it_was_concluded_and_not_in_the_future(opened, at, sentence):
    makers.conclude(opened.id, now=LATER)
    with pytest.raises(Invalid, match=sentence):
        makers.move(opened.id, Act.INFORM, now=LATER + timedelta(hours=1), at=at)


def test_told_it_is_known_how_and_when_to_call_back(opened):
    makers.conclude(opened.id)
    makers.move(
        opened.id, Act.INFORM, "收到了", LATER, at=NOW + timedelta(hours=1), way=ContactWay.VISIT
    )
    (one,) = list_contacts(opened.id)
    assert (one.at, one.way, one.words) == (NOW + timedelta(hours=1), ContactWay.VISIT, "收到了")
    assert row(opened).follow_up_by == date(2026, 11, 27)


def test_whoever_handled_it_does_not_ask_how_well_they_did(opened, colleague):
    makers.move(opened.id, Act.SPOT)
    with pytest.raises(Invalid, match="经办人以外的同事"):
        makers.move(opened.id, Act.FOLLOW_UP)
    makers.move(opened.id, Act.FOLLOW_UP, "挺好", who=colleague)
    assert row(opened).followed_up_at == NOW
    with pytest.raises(AppError, match="已经回访过了"):
        makers.move(opened.id, Act.FOLLOW_UP, who=colleague)


def test_where_there_is_nobody_else_they_may(opened, colleague):
    retire(colleague)
    makers.move(opened.id, Act.SPOT)
    makers.move(opened.id, Act.FOLLOW_UP)


def test_who_is_never_reached_was_called_back_after_three_times(opened, colleague):
    makers.move(opened.id, Act.SPOT)
    for times in (1, 2, 3):
        assert row(opened).followed_up_at is None
        makers.move(opened.id, Act.FOLLOW_UP, "没人接", who=colleague, unreached=True)
        assert list_history(opened.id)[0].note == f"电话：第 {times} 次没联系上。没人接"
    assert row(opened).followed_up_at == NOW


def test_what_is_lacking_keeps_it_from_being_filed(store):
    makers.furnish()
    opened = makers.case(cause=None)
    assert lacking(opened.id)[:2] == ["还没有办结。", "还没有把结果反馈给群众。"]
    makers.move(opened.id, Act.SPOT)
    with pytest.raises(AppError) as raised:
        makers.move(opened.id, Act.ARCHIVE)
    assert str(raised.value) == "还不能归档：还没有回访。快速登记的内容还没有补全。"
    makers.move(opened.id, Act.FOLLOW_UP)
    edit_case(opened.id, makers.draft(), makers.somebody(), NOW)
    assert lacking(opened.id) == []
    assert makers.move(opened.id, Act.ARCHIVE) is Status.ARCHIVED


TOLD, FILED = (Act.INFORM,), (Act.INFORM, Act.FOLLOW_UP, Act.ARCHIVE)


@pytest.mark.parametrize("until", [(), TOLD, FILED])
def test_taken_up_once_more_it_is_another_round(opened, until):
    makers.conclude(opened.id, "办好了。", asked=True, trips_after=1)
    for act in until:
        makers.move(opened.id, act)
    assert makers.move(opened.id, Act.REOPEN, "证又退回来了", LATER) is Status.HANDLING
    again = row(opened)
    assert (again.round, again.ending, again.result, again.concluded_at) == (2, None, "", None)
    assert (again.informed_at, again.followed_up_at, again.archived_at) == (None, None, None)
    assert (again.clock_from, again.due_on) == (LATER.date(), date(2026, 11, 30))
    assert list_history(opened.id)[0].note == "第 2 轮，2026-11-30 前答复。证又退回来了"
    makers.move(opened.id, Act.CONCLUDE, "这回好了。", LATER)
    assert [(one.round, one.result) for one in list_closings(opened.id)] == [
        (2, "这回好了。"),
        (1, "办好了。"),
    ]
    assert lacking(opened.id)[0] == "还没有把结果反馈给群众。"


@pytest.mark.parametrize(("day", "too_late"), [(date(2027, 1, 4), False), (date(2027, 1, 5), True)])
def test_only_so_long_after_it_was_concluded(opened, day, too_late):
    """30 working days from 22 November 2026; 1 January is off, its notice not out yet."""
    makers.conclude(opened.id)
    at = NOW.replace(year=day.year, month=day.month, day=day.day)
    if too_late:
        with pytest.raises(AppError, match="2027-01-04 以后不能重新办理，请另外登记一件"):
            makers.move(opened.id, Act.REOPEN, now=at)
    else:
        makers.move(opened.id, Act.REOPEN, now=at)


def test_what_was_taken_back_stays_so(opened):
    makers.move(opened.id, Act.WITHDRAW)
    with pytest.raises(AppError, match="不能再重新办理"):
        move_case(opened.id, Act.REOPEN, {"note": "又要办"}, makers.somebody(), NOW)
