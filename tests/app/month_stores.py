"""Stores full of cases, written straight into the tables, for what is counted of them."""

from datetime import date, datetime, timedelta
from random import Random

from models import (
    Case,
    CaseUnit,
    Centre,
    Matter,
    Party,
    Reception,
    Staff,
    Unit,
    Village,
)
from models.choices import (
    DROPPED,
    Cause,
    Channel,
    Ending,
    IdKind,
    Method,
    Nature,
    PartyKind,
    ReceptionEnd,
    Status,
    UnitRole,
)

UNITS = ("云溪派出所", "县医保局", "县人社局", "镇残联", "县市场监管局")
MATTERS = (
    ("居民身份证换领", 1),
    ("医保退费", 2),
    ("养老保险关系转移", 3),
    ("残疾评定", 4),
    ("企业登记", 5),
    ("亲属关系证明", None),
)
VILLAGES = ("柳林村", "石桥村", "上街社区")
_ENDED = (Status.CONCLUDED, Status.INFORMED, Status.ARCHIVED)


def found_centre() -> None:
    """What a centre has before its first case."""
    Centre.create(
        id=1, name="云溪镇便民服务中心", place="云溪", phone="0570-0001234", superior="临溪县政务办"
    )
    Staff.create(name="王芳", work_number="01")
    for name in UNITS:
        Unit.create(name=name)
    for name, unit in MATTERS:
        Matter.create(name=name, unit=unit)
    for name in VILLAGES:
        Village.create(name=name)


def add_person(**changes) -> int:
    values = {
        "name": "王秀英",
        "phone": "10012345678",
        "id_number": "11010119491231002X",
        "village": 1,
        "address": "云溪镇柳林村3组12号",
    }
    return Party.create(**(values | changes)).id


def add_case(received_at: datetime, *, applicant: int = 0, **changes) -> int:
    """A case; say `concluded_at` for one that is completed."""
    ended = changes.get("concluded_at") is not None
    values = {
        "number": f"BBC-云溪-{received_at:%Y%m%d}-{Case.select().count() + 1:03}",
        "check_code": "ABC234",
        "received_at": received_at,
        "staff": 1,
        "handler": 1,
        "rules": 1,
        "clock_from": received_at.date(),
        "applicant": applicant or add_person(),
        "matter": 1,
        "nature": Nature.HARD,
        "cause": Cause.CHANNELS,
        "due_on": received_at.date() + timedelta(days=7),
        "due_days": 5,
        "status": Status.ARCHIVED if ended else Status.REGISTERED,
        "ending": Ending.DONE if ended else None,
    }
    if changes.get("status") in DROPPED:
        values["dropped_at"] = received_at
    return Case.create(**(values | changes)).id


def add_unit(case: int, role: UnitRole, name: str, place: int = 0) -> None:
    CaseUnit.create(case=case, role=role, name=name, place=place)


def add_reception(at: datetime) -> None:
    Reception.create(at=at, staff=1, asked="问路", answered="指路", ending=ReceptionEnd.ANSWERED)


def fill_at_random(chance: Random, first: date, last: date, number: int) -> None:
    """Cases of every kind between the days, with dates that fall on the edges of months."""
    people = [
        add_person(
            name=chance.choice(("王秀英", "欧阳修", "𠅤某", "张")),
            kind=chance.choice(list(PartyKind)),
            id_kind=IdKind.RESIDENT,
            village=chance.choice((1, 2, 3, None)),
            village_text="外乡",
        )
        for _ in range(5)
    ]
    for _ in range(number):
        _add_one(chance, _moment(chance, first, last), chance.choice(people))
    for _ in range(chance.randrange(number)):
        add_reception(_moment(chance, first, last))


def _moment(chance: Random, first: date, last: date) -> datetime:
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    if chance.random() < 0.3:
        day = day.replace(day=1) - timedelta(days=chance.randrange(2))
    edges = ((0, 0, 0), (23, 59, 59), (8, 30, 0), (17, 1, 2))
    return datetime(day.year, day.month, day.day, *chance.choice(edges))


def _add_one(chance: Random, came: datetime, applicant: int) -> None:
    due_days = chance.choice((0, 1, 5, 15, 31))
    went = came + timedelta(days=chance.choice((0, 0, 1, 3, 8, 30, 61)))
    status = chance.choice(list(Status))
    if status in _ENDED:
        ending, concluded = chance.choice(list(Ending)), went
    else:
        ending, concluded = None, None
    case = add_case(
        came,
        applicant=applicant,
        channel=chance.choice(list(Channel)),
        matter=chance.choice((None, 1, 2, 3, 4, 5, 6)),
        matter_text="别的事",
        nature=chance.choice((None, *Nature)),
        cause=chance.choice((None, *Cause.named())),
        method=chance.choice(list(Method)),
        due_on=came.date() + timedelta(days=due_days),
        status=status,
        ending=ending,
        concluded_at=concluded,
    )
    others = [UnitRole.CO_HANDLER, UnitRole.TRIED]
    for place in range(chance.randrange(3)):
        role = chance.choice(others if place else list(UnitRole))
        add_unit(case, role, f"{chance.choice(UNITS)}{place}", place)
