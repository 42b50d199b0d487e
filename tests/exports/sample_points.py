"""Invented units with points of every kind, for papers and workbooks."""

from datetime import date, datetime, timedelta

from app.appraisal import Appraisal, Point, PointState, Quarter, UnitScore
from app.appraisal.rules import Rule, RulesRecord
from app.sheets.appraisal import AppraisalSheet
from models.choices import Merit
from models.migrations.m0016_appraisal import EACH
from tests.exports.samples import CENTRE

QUARTER = Quarter(2026, 4)
RULES = RulesRecord(
    id=2,
    since=date(2026, 10, 1),
    made_at=datetime(2026, 9, 28, 9),
    made_by="李建国",
    least_cases=3,
    rules=tuple(
        Rule(Merit.of(code), name, active=True, points=points, least=least, most=most)
        for code, name, points, least, most in EACH
    ),
)


def point(
    event: Merit,
    worth: int,
    why: str,
    at: int = 0,
    state=PointState.COUNTS,
    told="",
    unit="派出所",
    words="",
) -> Point:
    rule = RULES.rule(event)
    moment = datetime(2026, 10, 12, 9, 30) + timedelta(days=at)
    return Point(
        event=event,
        name=rule.name,
        unit=unit,
        case_id=at + 1,
        number=f"BBC-云溪-{moment:%Y%m%d}-001",
        matter="居民身份证换领",
        at=moment,
        why=why,
        words=words,
        source=f"share:{at}",
        points=worth,
        full=rule.sign * rule.points,
        state=state,
        told=told,
        reviews=(),
    )


def unit(name: str, cases: int, *points: Point, scored: bool = True) -> UnitScore:
    worth = [one.points for one in points]
    plus, minus = sum(n for n in worth if n > 0), sum(n for n in worth if n < 0)
    return UnitScore(
        unit=name, cases=cases, plus=plus, minus=minus, scored=scored, points=tuple(points)
    )


POLICE = unit(
    "云溪派出所",
    9,
    point(Merit.VISITED, 1, "派人上门，上门编号 SM-20261012-01"),
    point(Merit.OVERDUE, -5, "答复期限 10-19，10-21 才有结果", 8),
    point(
        Merit.OVERDUE,
        0,
        "答复期限 10-26，10-29 才有结果",
        15,
        PointState.EXCLUDED,
        "11-05 申诉成立（李建国）：省平台停机三天，有停机公告为证",
    ),
    point(
        Merit.REMINDED,
        0,
        "第 1 次催办",
        16,
        PointState.BELOW,
        "第 1 次，从第 2 次起计",
        words="电话里找的是盛建军",
    ),
    point(Merit.EARLY, 1, "答复期限 11-20，提前 4 个工作日", 30),
)
LAND = unit(
    "自然资源所",
    4,
    point(
        Merit.OVERDUE,
        0,
        "答复期限 11-02，还没有答复",
        21,
        PointState.EXEMPT,
        "11-02 容错免责备案，共担单位不扣分",
        unit="自然资源所",
    ),
    point(Merit.COORDINATED, 2, "协调会议定的事项，限 10-30，按期办完", 22, words="先办证"),
)
FEW = unit("银行", 1, point(Merit.EARLY, 1, "答复期限 10-20，提前 3 个工作日"), scored=False)
APPRAISAL = Appraisal(
    quarter=QUARTER,
    until=datetime(2026, 11, 24, 9, 40),
    made_at=datetime(2026, 11, 24, 9, 40),
    rules=RULES,
    units=(POLICE, LAND, FEW, unit("司法所", 3)),
)
SHEET = AppraisalSheet(
    centre=CENTRE,
    number="KH2026-4",
    issued_at=APPRAISAL.made_at,
    handled_by="王芳",
    appraisal=APPRAISAL,
)
