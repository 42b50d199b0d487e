"""Home visits of the invented centre."""

from dataclasses import replace
from datetime import date, time

from app.sheets import Person
from app.sheets.visits import DayListSheet, Rounded, RoundSheet, Stop, VisitNotice, VisitSheet
from models.choices import HalfDay, VisitCheck, VisitKind
from tests.exports.samples import CENTRE, at, person

PROMISES = "上门服务不收费。法定的证件工本费等，由收费单位开票收取。"
CREW = ("陈浩（云溪派出所）0570-0001110", "王芳（便民服务中心）0570-0001234")
_FRIDAY = date(2026, 11, 20)
_HEAD = {"centre": CENTRE, "issued_at": at("2026-11-18T09:40"), "handled_by": "王芳"}

VISIT = VisitSheet(
    **_HEAD,
    number="SM20261118-001",
    case_number="BBC-云溪-20261118-003",
    kind=VisitKind.BUSINESS,
    urgent=True,
    served=person("龚正荣", "5621"),
    age="83岁",
    needs="老年人、重病",
    mobility="卧床，不能坐起",
    care="听力差，说话要慢；照相时两人扶起，背后垫被子。",
    aware=True,
    guardian="",
    asker="龚𬱟（女儿）10000005621",
    phone="10000005621",
    place="柳林村 3组27号",
    directions="村委会门口往西200米，过石桥第二家；车停晒谷场。联系村干部龚小平。",
    matter="行动不便老人换领居民身份证",
    papers=("到期身份证", "户口簿", "委托书", "监护人身份证"),
    checks=tuple(VisitCheck),
    bring=("1号采集箱（便携采集设备）", "派出所警车（车辆）", "背景布", "印泥", "空白表格"),
    on=_FRIDAY,
    half=HalfDay.MORNING,
    at=time(9, 30),
    way="从中心去20分钟",
    crew=CREW,
    promises=PROMISES,
)
UNPLANNED = replace(
    VISIT, case_number="", urgent=False, on=None, half=None, at=None, way="", crew=(), bring=()
)
BLANK = VisitSheet(
    **_HEAD | {"handled_by": ""}, number="", served=Person(name=""), promises=PROMISES
)

NOTICE = VisitNotice(
    **_HEAD,
    number="SM20261118-001",
    addressee="龚正荣",
    matter="行动不便老人换领居民身份证",
    place="柳林村 3组27号",
    on=_FRIDAY,
    half=HalfDay.MORNING,
    at=time(9, 30),
    crew=("陈浩（云溪派出所）", "王芳（便民服务中心）"),
    papers=("到期身份证", "户口簿", "委托书", "监护人身份证"),
    promises=PROMISES,
)
BY_HALF_DAY = replace(
    NOTICE, at=None, papers=(), promises="", centre=replace(CENTRE, phone="", address="")
)

STOP = Stop(
    number="SM20261118-001",
    starts_at=at("2026-11-20T09:30"),
    ends_at=at("2026-11-20T10:10"),
    half=HalfDay.MORNING,
    exact=True,
    way="从中心去20分钟",
    person="龚正荣（83岁）",
    phone="10000005621",
    place="柳林村 3组27号\n村委会门口往西200米，过石桥第二家",
    matter="行动不便老人换领居民身份证",
    notes="急。听力差，说话要慢",
)
DAY_LIST = DayListSheet(
    **_HEAD,
    number="SM20261120-甲组",
    team="甲组",
    on=_FRIDAY,
    crew=CREW,
    kits=("1号采集箱", "派出所警车"),
    people=3,
    way_minutes=50,
    stops=(
        STOP,
        replace(
            STOP,
            number="SM20261118-004",
            starts_at=at("2026-11-20T10:15"),
            ends_at=at("2026-11-20T10:30"),
            exact=False,
            way="从柳林村去5分钟",
            person="欧阳𬎆䶮",
            phone="10000005633",
            place="柳林村 1组3号",
            matter="高龄津贴资格认证",
            notes="",
        ),
        replace(
            STOP,
            number="SM20261119-002",
            starts_at=at("2026-11-20T13:55"),
            ends_at=at("2026-11-20T14:10"),
            half=HalfDay.AFTERNOON,
            exact=False,
            way="从中心去25分钟",
            person="汤秀珍（91岁）",
            phone="10000005644",
            place="竹溪村 6组11号",
            matter="送残疾人证",
            notes="要家属在场",
        ),
    ),
)
TWENTY = replace(DAY_LIST, stops=DAY_LIST.stops * 7, people=21)

_ROUNDED = Rounded(
    number="SM20261119-002",
    on=date(2026, 11, 23),
    half=HalfDay.MORNING,
    person="汤秀珍（91岁）",
    phone="10000005644",
    place="竹溪村 6组11号",
    matter="残疾评定后办残疾人证",
)
ROUND = RoundSheet(
    **_HEAD,
    number="SM20261123-20261124",
    first=date(2026, 11, 23),
    last=date(2026, 11, 24),
    people=3,
    villages=(("竹溪村", 2), ("柳林村", 1)),
    visits=(
        _ROUNDED,
        replace(_ROUNDED, number="SM20261119-003", person="龚小平", phone="10000005655"),
        replace(
            _ROUNDED,
            number="SM20261119-009",
            on=date(2026, 11, 24),
            half=HalfDay.AFTERNOON,
            person="欧阳𬎆䶮",
            phone="10000005633",
            place="柳林村 1组3号",
        ),
    ),
)
SIXTY_TWO = replace(ROUND, visits=(ROUND.visits * 21)[:62], people=62)
