"""Whatever happens after a month was closed: its corrections are just what differs."""

from datetime import date, datetime, timedelta
from random import Random

import pytest

from app.deadlines.calendar import forget
from app.directory import Who
from app.month import report_month
from app.month.locks import lock_month
from app.month.report import count_month
from models import Case, CaseEvent, CaseUnit
from models.choices import Act, Cause, Channel, Ending, Nature, Status, UnitRole
from tests.app.month_stores import add_case, add_person, add_unit, fill_at_random, found_centre

SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)
LOCKED_AT, NOW = datetime(2026, 11, 5, 10), datetime(2026, 11, 22, 8)
WHO = Who(1, "王芳", "01")


@pytest.mark.parametrize("seed", range(5))
def test_after_any_changes_the_corrections_are_exactly_the_differences(store, seed):
    forget()
    found_centre()
    chance = Random(seed)
    fill_at_random(chance, SEPTEMBER, date(2026, 11, 4), 24)
    lock_month(OCTOBER, WHO, LOCKED_AT)
    before = report_month(2026, 10, LOCKED_AT)
    for _ in range(chance.randrange(8)):
        chance.choice(CHANGES)(chance)
    after = count_month(OCTOBER, LOCKED_AT, full=False)
    told = report_month(2026, 11, NOW).corrections
    assert _figures(told) == _figures_that_differ(before, after)
    assert _cells(told) == _cells_that_differ(before, after)
    assert len(told) == len({one.place for one in told})
    lock_month(date(2026, 11, 1), WHO, datetime(2026, 12, 3))
    again = report_month(2026, 12, datetime(2026, 12, 4)).corrections
    assert [one for one in again if one.month == OCTOBER] == []


def _noted(case, act=Act.EDIT, field=""):
    """As every act at the desk leaves its line."""
    line = {"case": case, "at": NOW, "by": "王芳", "act": act, "note": "", "field": field}
    CaseEvent.create(**line)


def _some_case(chance):
    return chance.randint(1, Case.select().count())


def _corrected(chance):
    new = {
        "cause": chance.choice((None, *Cause)),
        "nature": chance.choice(list(Nature)),
        "channel": chance.choice(list(Channel)),
        "due_on": date(2026, 10, chance.randint(1, 31)),
    }
    name, case = chance.choice(list(new)), _some_case(chance)
    Case.update({name: new[name]}).where(Case.id == case).execute()
    _noted(case)


def _moved(chance):
    """To another day, perhaps of another month, and so out of the ledger or into it."""
    moment = datetime(2026, chance.choice((8, 9, 10, 11)), chance.randint(1, 22), 9)
    case = _some_case(chance)
    Case.update(received_at=moment).where(Case.id == case).execute()
    _noted(case, field="受理时间")


def _came_late(chance):
    day = datetime(2026, 10, chance.randint(1, 31), 9)
    _noted(add_case(day, applicant=add_person()), Act.REGISTER)


def _another_lead(chance):
    case = _some_case(chance)
    CaseUnit.delete().where(CaseUnit.case == case, CaseUnit.role == UnitRole.LEAD).execute()
    add_unit(case, UnitRole.LEAD, "县税务局")
    _noted(case)


def _concluded(chance):
    moment = datetime(2026, 10, chance.randint(1, 31), 10) + timedelta(days=chance.randrange(20))
    changes = {"status": Status.ARCHIVED, "ending": Ending.DONE, "concluded_at": moment}
    case = _some_case(chance)
    Case.update(changes).where(Case.id == case, Case.dropped_at.is_null()).execute()
    _noted(case, Act.CONCLUDE)


CHANGES = (_corrected, _moved, _came_late, _another_lead, _concluded)


def _figures(told):
    return {one.subject for one in told if not one.column}


def _figures_that_differ(before, after):
    pairs = zip(before.measures, after.measures, strict=True)
    return {one.name for one, other in pairs if one.now != other.now}


def _cells(told):
    """By sheet and number how many cells of a row are told, or that it came or went."""
    rows = {}
    for one in told:
        if one.column:
            key = (one.sheet, one.subject)
            rows[key] = one.was[:2] if one.column == "整行" else rows.get(key, 0) + 1
    return rows


def _cells_that_differ(before, after):
    found = {}
    for sheet, name in (("明细台账", "ledger"), ("上月结转", "carried")):
        old, new = ({one.number: one for one in getattr(each, name)} for each in (before, after))
        found |= {(sheet, number): "列在" for number in old.keys() - new.keys()}
        found |= {(sheet, number): "原来" for number in new.keys() - old.keys()}
        for number in old.keys() & new.keys():
            cells = zip(old[number].cells(), new[number].cells(), strict=True)
            if differing := sum(one != other for one, other in cells):
                found[sheet, number] = differing
    return found
