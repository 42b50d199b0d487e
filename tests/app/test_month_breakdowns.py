"""The month by what its cases have in common."""

from datetime import date, datetime, timedelta

import pytest

from app.deadlines.calendar import forget
from app.month import Share, report_month
from models.choices import Cause, Channel, Grade, Nature, Status, UnitRole
from tests.app.month_stores import add_case, add_person, add_unit, found_centre

NOW = datetime(2026, 11, 22, 8, 31, 5)
CAME = datetime(2026, 10, 12, 9)


@pytest.fixture(autouse=True)
def _centre(store):
    forget()
    found_centre()


def lines(name):
    return {one.name: one for one in report_month(2026, 10, NOW).breakdown(name).lines}


@pytest.mark.parametrize(
    ("name", "changes", "line"),
    [
        ("成因", {"cause": Cause.DATA}, "部门间数据传输不及时"),
        ("成因", {"cause": None}, "未填"),
        ("性质", {"nature": Nature.UNWILLING}, "不给办"),
        ("难度", {"grade": Grade.SPECIAL}, "特殊"),
        ("渠道", {"channel": Channel.HOTLINE}, "12345转办"),
        ("事项", {"matter": 2}, "医保退费"),
        ("事项", {"matter": None, "matter_text": "一件新事"}, "一件新事"),
        ("单位", {"matter": 2}, "县医保局"),
        ("单位", {"matter": 6}, "未定"),
        ("村", {}, "柳林村"),
    ],
)
def test_a_case_stands_in_the_line_of_what_it_has(name, changes, line):
    add_case(CAME, **changes)
    assert lines(name)[line].received.now == Share(1, 1)
    assert sum(one.received.now.part for one in lines(name).values()) == 1


def test_a_fixed_list_is_told_whole_in_its_order_and_the_unknown_last():
    add_case(CAME, nature=None)
    assert list(lines("性质")) == ["不能办", "很难办", "不给办", "未填"]


def test_the_unit_in_the_lead_goes_before_the_matters_own():
    add_unit(add_case(CAME, matter=2), UnitRole.LEAD, "云溪派出所")
    assert list(lines("单位")) == ["云溪派出所"]


def test_the_village_as_it_was_written_where_it_is_none_of_ours():
    add_case(CAME, applicant=add_person(village=None, village_text="外乡"))
    assert list(lines("村")) == ["外乡"]


def test_a_line_has_its_share_of_all_and_what_was_kept_of_its_own_dates():
    late, other = date(2026, 10, 13), CAME + timedelta(days=2)
    add_case(CAME, concluded_at=CAME)
    add_case(CAME, concluded_at=other, due_on=late)
    add_case(CAME, matter=2, status=Status.WITHDRAWN)
    one = lines("事项")["居民身份证换领"]
    assert (one.received.now, one.completed.now) == (Share(2, 3), Share(2, 2))
    assert one.in_time.now == Share(1, 2)
    assert lines("事项")["医保退费"].in_time.now == Share(0, 0)


def test_a_line_stands_beside_the_months_it_is_compared_with():
    for moment in (CAME, CAME - timedelta(days=30), CAME - timedelta(days=365)):
        add_case(moment)
    compared = lines("村")["柳林村"].received
    assert (compared.before, compared.last_year) == (Share(1, 1), Share(1, 1))
    assert compared.year == Share(2, 2)
