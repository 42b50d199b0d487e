"""What citizens think of it, and what a bad word brings about."""

from datetime import date, timedelta

import pytest

from app.attachments import attach
from app.errors import AppError, Invalid
from app.history import list_history
from app.moves import next_moves
from app.records.closings import lacking
from app.records.ratings import list_ratings, standing
from models import Case
from models.choices import Act, Stars, Status, Verdict
from tests import makers

NOW = makers.NOW
SHEET = {"signed_on_paper": "周建平"}


@pytest.fixture
def told(store):
    """A case whose citizen was told and asked."""
    makers.furnish()
    opened = makers.case()
    makers.move(opened.id, Act.SPOT)
    makers.move(opened.id, Act.FOLLOW_UP)
    return opened.id


def rate(case_id, stars, now=NOW, **given):
    makers.move(case_id, Act.RATE, given.pop("note", ""), now, stars=stars, **given)


def acts(case_id, now=NOW):
    return [one.act for one in next_moves(case_id, now.date())]


def test_it_is_never_required(told):
    assert Act.RATE in acts(told)
    assert makers.move(told, Act.ARCHIVE) is Status.ARCHIVED
    rate(told, Stars.FIVE)  # nor too late
    assert standing(told, 1).stars is Stars.FIVE


def test_a_later_word_supersedes_and_overwrites_nothing(told):
    rate(told, Stars.THREE, skill=True, attitude=True, note="讲得不清楚")
    rate(told, Stars.FOUR, NOW + timedelta(days=1))
    last, first = list_ratings(told)
    assert (first.words, first.aspects) == ("讲得不清楚", ("服务水平", "服务态度"))
    assert (first.superseded_at, first.counts) == (NOW + timedelta(days=1), False)
    assert last.counts
    assert [line.note for line in list_history(told)[:2]] == [
        "满意，改评，原来是“基本满意”",
        "基本满意，服务水平、服务态度，讲得不清楚",
    ]


@pytest.mark.parametrize("stars", Stars)
def test_the_two_lowest_must_be_put_right_before_it_is_filed(told, stars):
    rate(told, stars)
    bad = stars in (Stars.TWO, Stars.ONE)
    assert (Act.REWORK in acts(told), Act.CONTEST in acts(told)) == (bad, bad)
    assert lacking(told) == ["差评还没有整改。"] * bad


def test_put_right_it_is_another_round_with_its_own_days(told):
    rate(told, Stars.ONE)
    later = NOW + timedelta(days=2)
    assert makers.move(told, Act.REWORK, "登门道歉，重新办", later) is Status.HANDLING
    row = Case.get_by_id(told)
    assert (row.round, row.clock_from, row.due_on) == (2, NOW.date(), date(2026, 11, 27))
    makers.move(told, Act.CONCLUDE, now=later)
    makers.move(told, Act.INFORM, now=later)
    makers.move(told, Act.FOLLOW_UP, now=later)
    assert lacking(told) == []  # the bad word was of the round before
    rate(told, Stars.FIVE, later)
    assert [(one.round, one.stars) for one in list_ratings(told)] == [
        (2, Stars.FIVE),
        (1, Stars.ONE),
    ]


@pytest.mark.parametrize(
    ("verdict", "left"),
    [(Verdict.UPHELD, []), (Verdict.DISMISSED, ["差评还没有整改。"])],
)
def test_an_error_does_not_count_and_is_kept(told, verdict, left):
    rate(told, Stars.TWO)
    makers.move(told, Act.CONTEST, "他评的是银行")
    assert lacking(told) == ["误评申诉还没有结论。"]
    with pytest.raises(AppError, match="先等结论"):
        makers.move(told, Act.REWORK)
    makers.move(told, Act.JUDGE, "打电话核实了", verdict=verdict, **SHEET)
    unsigned = "误评申诉是在纸上签字定的，还没有添加签字页的扫描件。"
    assert lacking(told) == [*left, unsigned]
    attach(told, ("签字页.pdf", b"x"), makers.somebody(), makers.NOW)
    assert lacking(told) == left
    one = standing(told, 1)
    assert (one.stars, one.counts) == (Stars.TWO, verdict is Verdict.DISMISSED)
    assert list_history(told)[1].note == f"{verdict.label}（周建平（纸质签字））：打电话核实了"
    assert Act.CONTEST not in acts(told)


def test_nobody_judges_their_own_contest(told):
    leader = makers.leader()
    rate(told, Stars.TWO)
    makers.move(told, Act.CONTEST, "按错了", who=leader)
    for name in ("王芳", "李建国"):
        with pytest.raises(Invalid, match="另一个人"):
            makers.move(told, Act.JUDGE, verdict=Verdict.UPHELD, signed_on_paper=name)


@pytest.mark.parametrize("act", [Act.CONTEST, Act.JUDGE, Act.REWORK])
def test_where_there_is_no_bad_word_there_is_nothing_to_do(told, act):
    rate(told, Stars.FOUR)
    with pytest.raises(AppError, match="没有"):
        makers.move(told, act, verdict=Verdict.UPHELD, **SHEET)
