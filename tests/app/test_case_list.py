from datetime import date, timedelta

import pytest

from app.cases.case_list import CaseRow, case_ids, case_rows, count
from app.cases.filters import CaseFilter, Order, filtered, ordered
from app.deadlines.due_windows import OPEN, DueWithin
from app.desk.todo import Todo
from app.directory import MatterDraft, Who, save_matter
from models import Case, Unit, Village, database
from models.choices import Act, Cause, Grade, Status
from tests.makers import NOW, case, conclude, furnish, husband, move, wife

THURSDAY, FRIDAY = date(2026, 11, 26), date(2026, 11, 27)  # the working day after, due day


@pytest.fixture
def who(store) -> Who:
    return furnish()


def found(today, **wanted):
    return sorted(case_ids(CaseFilter(**wanted), today))


@pytest.fixture
def ledger(who):
    """1 due on 27 November; 2 incomplete, of another village; 3 concluded; 4 informed."""
    case()
    case(
        applicant=husband(name="孙一", id_number="", village="竹溪村"), beneficiary=None, cause=None
    )
    third = case(cause=Cause.DATA, lead="社保窗口", grade=Grade.COMPLEX)
    fourth = case(received_at=NOW - timedelta(days=40), matter="残疾人证换领")
    conclude(third.id)
    conclude(fourth.id)
    move(fourth.id, Act.INFORM)
    return who


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ({}, [1, 2, 3, 4]),
        ({"statuses": OPEN}, [1, 2]),
        ({"statuses": (Status.CONCLUDED, Status.INFORMED)}, [3, 4]),
        ({"cause": Cause.DATA}, [3]),
        ({"cause": Cause.LEGACY}, []),
        ({"received_from": date(2026, 11, 1)}, [1, 2, 3]),
        ({"received_to": date(2026, 11, 1)}, [4]),
        ({"received_from": date(2026, 11, 22), "received_to": date(2026, 11, 22)}, [1, 2, 3]),
        ({"todo": Todo.COMPLETE}, [2]),
        ({"todo": Todo.INFORM}, [3]),
        ({"staff_id": 1}, [1, 2, 3, 4]),
        ({"staff_id": 99}, []),
        ({"text": "残疾人证"}, [4]),
        ({"text": "孙一", "todo": Todo.COMPLETE}, [2]),
        ({"text": "孙一", "todo": Todo.INFORM}, []),
        ({"text": "  "}, [1, 2, 3, 4]),
        ({"text": "没有这样的事"}, []),
    ],
)
def test_a_filter_finds_what_it_says(ledger, today, wanted, ids):
    assert found(today, **wanted) == ids
    assert count(CaseFilter(**wanted), today) == len(ids)


def test_units_are_those_that_handle_a_case_and_villages_those_of_who_is_served(ledger, today):
    police, social = (Unit.get(Unit.name == name).id for name in ("派出所", "社保窗口"))
    assert found(today, unit_id=police) == [1, 2, 4]  # the third was only tried there
    assert found(today, unit_id=social) == [3]
    bamboo = Village.create(name="竹溪村").id
    other = wife(name="陈小妹", id_number="", phone="10000000009", village="竹溪村")
    asked_for_another = case(beneficiary=other).id
    assert found(today, village_id=bamboo) == [asked_for_another]


@pytest.mark.parametrize(
    ("today", "overdue", "soon", "week", "later"),
    [
        (date(2026, 11, 22), [], [], [], [1]),
        (date(2026, 11, 23), [], [], [1], []),
        (THURSDAY, [], [1], [1], []),
        (FRIDAY, [], [1], [1], []),
        (date(2026, 11, 28), [], [1], [1], []),
        (date(2026, 11, 29), [], [1], [1], []),
        (date(2026, 11, 30), [1], [], [], []),
        (date(2027, 3, 1), [1], [], [], []),
    ],
)
def test_what_is_due_is_open_and_within_its_days(who, today, overdue, soon, week, later):
    case()
    conclude(case().id)
    for window, ids in zip(DueWithin, (overdue, soon, week, later), strict=True):
        assert found(today, due=window) == ids


def test_soon_is_today_and_the_next_working_day_however_far_that_is(who):
    case(received_at=NOW.replace(month=9, day=18))  # due on 24 September, before a holiday
    Case.update(due_on=date(2026, 10, 8)).execute()
    assert found(date(2026, 9, 30), due=DueWithin.SOON) == [1]  # 8 October is the next one
    assert found(date(2026, 9, 29), due=DueWithin.SOON) == []


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        (Order.RECEIVED, [3, 1, 2]),
        (Order.DUE, [3, 2, 1]),
        (Order.NUMBER, [3, 1, 2]),
        (Order.PERSON, [2, 3, 1]),
        (Order.MATTER, [3, 2, 1]),
        (Order.STATUS, [1, 3, 2]),
    ],
)
def test_the_list_is_ordered_by_what_the_head_says(who, today, order, ids):
    def served(name):
        return {"applicant": husband(name=name, id_number=""), "beneficiary": None}

    for matter in ("制证", "落户", "更正"):
        save_matter(MatterDraft(name=matter))
    case(**served("周明"), grade=Grade.COMPLEX, matter="制证")
    conclude(case(**served("曹明"), matter="落户").id)
    case(**served("李明"), received_at=NOW - timedelta(days=1), grade=Grade.INSTANT, matter="更正")
    assert list(case_ids(CaseFilter(), today, order, descending=False)) == ids
    assert list(case_ids(CaseFilter(), today, order)) == ids[::-1]


def test_a_row_has_what_the_list_shows(who, today):
    opened = case(lead="派出所", helpers=("石门村", "残联"), problem="第一行\n第二行" + "长" * 200)
    (row,) = case_rows([opened.id])
    assert row == CaseRow(
        id=opened.id,
        number="BBC-云溪-20261122-001",
        person="刘**",
        village="",
        matter="居民身份证换领",
        problem="第一行 第二行" + "长" * 73,
        units=("派出所", "石门村", "残联"),
        due_on=FRIDAY,
        due_provisional=False,
        status=Status.REGISTERED,
        ending=None,
        cause=Cause.CHANNELS,
        received_at=NOW,
        received_by="王芳",
        complete=True,
        concluded_at=None,
        informed_at=None,
        trips=3,
        paused=False,
        step=Act.SORT,
    )


def test_rows_come_in_the_order_of_the_ids_and_none_for_what_is_not_there(who):
    for _ in range(3):
        case()
    assert [row.id for row in case_rows([2, 3, 99, 1])] == [2, 3, 1]
    assert case_rows([]) == []


def test_where_no_problem_was_told_the_demand_is_shown(who):
    opened = case(problem="", demand="请尽快办理。")
    assert case_rows([opened.id])[0].problem == "请尽快办理。"


def plan(query):
    sql, values = query.sql()
    return " | ".join(
        str(row[3]) for row in database.execute_sql(f"EXPLAIN QUERY PLAN {sql}", values)
    )


@pytest.mark.parametrize(
    ("wanted", "index"),
    [
        (CaseFilter(statuses=OPEN), "case_status"),
        (CaseFilter(due=DueWithin.OVERDUE), "case_"),
        (CaseFilter(todo=Todo.COMPLETE), "case_status"),
        (CaseFilter(received_from=date(2026, 11, 1)), "case_received_at"),
        (CaseFilter(cause=Cause.DATA), "case_cause"),
        (CaseFilter(staff_id=1), "case_staff_id"),
    ],
)
def test_a_filter_is_looked_up_in_an_index(store, today, wanted, index):
    assert f"SEARCH t1 USING INDEX {index}" in plan(filtered(wanted, today)).replace(
        "COVERING ", ""
    )


@pytest.mark.parametrize("order", [Order.RECEIVED, Order.DUE, Order.NUMBER])
def test_the_whole_list_is_read_from_an_index_alone(store, today, order):
    query = ordered(filtered(CaseFilter(), today), order, descending=True)
    assert "USING COVERING INDEX" in plan(query)
    # Only those of one moment or day are put in the order of their ids.
    assert "TEMP B-TREE FOR ORDER BY" not in plan(query)


def test_nothing_typed_into_the_filter_breaks_it(ledger, today):
    for text in ('"', "%", "\x00", "\ud800", "NEAR("):
        case_ids(CaseFilter(text=text), today)
