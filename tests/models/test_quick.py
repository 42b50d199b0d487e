"""Plain statements do what peewee's do."""

from datetime import date, datetime

import peewee as pw
import pytest

from app.changes import Kind, saving
from models import CalendarDay, Case, Party, Reception, Staff, Village, database, quick
from models.choices import Channel, IdKind, PartyKind, ReceptionEnd

AT = datetime(2026, 11, 22, 9, 20)


def stored(table: type[pw.Model]) -> list[tuple]:
    name = table._meta.table_name
    return database.execute_sql(f'SELECT * FROM "{name}" ORDER BY id').fetchall()


@pytest.fixture
def staff(store):
    return Staff.create(name="王芳", work_number="01").id


@pytest.mark.parametrize(
    ("table", "row"),
    [
        (CalendarDay, {"day": date(2031, 10, 1), "working": False, "note": "国庆节"}),
        (Party, {"name": "\U00020164建国"}),
        (
            Party,
            {
                "kind": PartyKind.ORGANISATION,
                "name": "云溪竹艺",
                "id_kind": IdKind.CREDIT_CODE,
                "village": None,
            },
        ),
        (
            Reception,
            {
                "at": AT.replace(microsecond=5),
                "staff": 1,
                "channel": Channel.PHONE,
                "asked": "问路",
                "ending": ReceptionEnd.TOLD,
            },
        ),
    ],
)
def test_a_row_is_written_as_peewee_writes_it(staff, table, row):
    with saving(Kind.CASES):
        made = quick.add(table, row)
    written = stored(table)[-1]
    assert made == written[0]
    with saving(Kind.CASES):
        if table is CalendarDay:  # a day stands there once
            table.delete().where(table.id == made).execute()
        table.create(**row)
    assert stored(table)[-1][1:] == written[1:]


def test_many_rows_are_written_and_found(store):
    assert quick.last_id(Village) == 0
    with saving(Kind.DIRECTORY):
        quick.add_all(Village, ({"name": name} for name in ("石门村", "云溪村")))
        quick.add_all(Village, [])
    assert quick.last_id(Village) == 2
    assert quick.find_id(Village, name="云溪村") == 2
    assert quick.find_id(Village, name="云溪村", active=False) is None
    row = quick.find_row(Village, 1)
    assert row == {"id": 1, "name": "石门村", "initials": "", "active": True}
    assert quick.find_row(Village, 3) is None
    assert vars(quick.find(Village, 1))["__data__"] == row
    assert quick.find(Village, 3) is None


def test_the_store_still_refuses_what_is_wrong(store):
    with pytest.raises(pw.IntegrityError), saving(Kind.CASES):
        quick.add(Case, {"number": "1"})
    with pytest.raises(pw.IntegrityError), saving(Kind.PARTIES):
        quick.add(Party, {"name": "  "})


def named(ids: object) -> pw.Query:
    return Village.select(Village.id, Village.name).where(Village.id.in_(ids))


def test_a_composed_query_is_asked_for_any_ids(store):
    with saving(Kind.DIRECTORY):
        quick.add_all(Village, ({"name": f"{n}村"} for n in range(1, 6)))
    assert quick.rows_of(named, [2, 4]) == [(2, "2村"), (4, "4村")]
    assert quick.rows_of(named, [5, 1]) == [(1, "1村"), (5, "5村")]
    assert quick.rows_of(named, [3]) == [(3, "3村")]
    assert quick.rows_of(named, []) == []


def with_the_name_of(village_id: int) -> pw.Query:
    named = Village.select(Village.name).where(Village.id == village_id)
    return Village.select().where(Village.active, Village.name << named).order_by(Village.id)


def test_a_composed_query_is_asked_about_any_row(store):
    with saving(Kind.DIRECTORY):
        quick.add_all(Village, ({"name": f"{n}村"} for n in range(1, 6)))
    for wanted in (4, 2):
        assert list(quick.about(with_the_name_of, wanted)) == list(with_the_name_of(wanted))
    assert [one.name for one in quick.about(with_the_name_of, 3)] == ["3村"]
    assert list(quick.about(with_the_name_of, 7)) == []
