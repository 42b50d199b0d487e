from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.errors import AppError, Invalid, NotFound
from app.receptions import (
    ReceptionDraft,
    get_reception,
    list_receptions,
    problems,
    record_reception,
    turn_into_case,
)
from models.choices import ReceptionEnd
from tests.makers import NOW, case, furnish, somebody

ASKED = ReceptionDraft(
    at=NOW,
    name="龚小平",
    phone="100 0000 5621",
    asked="养老认证在哪办？",
    answered="一楼 3 号窗口。",
)


@pytest.fixture(autouse=True)
def desk_of_the_centre(store):
    furnish()


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"asked": " "}, {"asked"}),
        ({"answered": ""}, {"answered"}),
        ({"answered": "", "ending": ReceptionEnd.REGISTERED}, set()),
        ({"phone": "1001"}, {"phone"}),
        ({"name": "", "phone": ""}, set()),
        ({"at": NOW + timedelta(seconds=1)}, {"at"}),
        ({"asked": "问" * 2001}, {"asked"}),
    ],
)
def test_a_reception_needs_a_question_and_an_answer_and_no_name(change, fields):
    assert set(problems(replace(ASKED, **change), NOW)) == fields


def test_a_reception_is_listed_on_its_day_masked():
    record_reception(ASKED, somebody(), NOW)
    record_reception(replace(ASKED, at=NOW - timedelta(days=1)), somebody(), NOW)
    (row,) = list_receptions(date(2026, 11, 22), date(2026, 11, 22))
    assert (row.person, row.phone, row.staff) == ("龚**", "10000005621", "王芳")
    assert len(list_receptions(date(2026, 11, 21), date(2026, 11, 22))) == 2


def test_a_wrong_reception_is_not_kept():
    with pytest.raises(Invalid):
        record_reception(replace(ASKED, asked=""), somebody(), NOW)
    assert list_receptions(NOW.date(), NOW.date()) == []


def test_a_reception_becomes_one_case_and_no_second():
    reception = record_reception(ASKED, somebody(), NOW)
    first, second = case(), case()
    turn_into_case(reception, first.id)
    turn_into_case(reception, first.id)
    row = get_reception(reception)
    assert (row.case_id, row.ending) == (first.id, ReceptionEnd.REGISTERED)
    with pytest.raises(AppError, match="已经转为登记"):
        turn_into_case(reception, second.id)


def test_a_reception_that_is_not_there_gives_a_sentence():
    with pytest.raises(NotFound):
        get_reception(7)
