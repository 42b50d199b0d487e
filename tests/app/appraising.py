"""Events that units are appraised by, written straight into the tables, one or at random."""

from datetime import date, datetime, timedelta

from models import (
    Case,
    CaseEvent,
    CaseUnit,
    Closing,
    Decision,
    Exemption,
    Helper,
    Meeting,
    PointReview,
    Rating,
    Reminder,
    SharedDuty,
    Visit,
    VisitHelper,
)
from models.choices import (
    Act,
    Ending,
    Merit,
    ReviewStep,
    ShareState,
    Stars,
    Status,
    UnitRole,
    Urge,
    VisitOutcome,
    VisitStatus,
)
from tests.app.month_stores import UNITS, add_case, found_centre

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
BUCK = "推诿、反复退单"


def at(month, day, hour=10):
    return datetime(2026, month, day, hour)


def a_case(received=None, **changes):
    return add_case(received or at(10, 12), status=Status.HANDLING, **changes)


def share(case, unit=1, **changes):
    values = {
        "role": UnitRole.LEAD,
        "unit": unit,
        "name": UNITS[unit - 1] if unit else "",
        "state": ShareState.SIGNED,
        "sent_at": at(10, 12),
        "due_on": date(2026, 10, 19),
    }
    return CaseUnit.create(case=case, **(values | changes))


def accepted(case, unit=1, replied=None, **changes):
    replied = replied or at(10, 19)
    return share(case, unit, state=ShareState.ACCEPTED, replied_at=replied, **changes)


def returned(case, unit=1, when=None, reason="不归它管（依据：职责规定第三条）", **changes):
    kept = {"state": ShareState.RETURNED, "returned_at": when or at(10, 14)}
    return share(case, unit, return_reason=reason, **kept, **changes)


def urged(of, kind=Urge.REMIND, times=1, when=None, grounds="逾期未答复"):
    said = {"how": "电话", "grounds": grounds if kind is Urge.SUPERVISE else ""}
    moment = when or at(10, 20)
    known = {"kind": kind, "times": times, "answer_by": moment.date(), "by": "王芳"}
    return Reminder.create(share=of.id, at=moment, **known, **said)


def line(case, act, note, when):
    return CaseEvent.create(case=case, at=when, by="王芳", act=act, note=note)


def rated(case, stars=Stars.ONE, when=None, **changes):
    return Rating.create(
        case=case, round=1, at=when or at(10, 22), by="王芳", stars=stars, **changes
    )


def decided(case, owner=UNITS[0], due_on=date(2026, 10, 30), done=None):
    meeting = Meeting.create(
        case=case, held_at=at(10, 15), place="二楼", chair="李镇长", present="各单位", by="王芳"
    )
    told = {"done_at": done, "outcome": "办好了"} if done else {}
    return Decision.create(meeting=meeting, what="先办证", owner=owner, due_on=due_on, **told)


def visited(case, *units, when=None):
    moment = when or at(10, 21)
    visit = Visit.create(
        number=f"SM-{Visit.select().count() + 1}",
        case=case,
        served=Case.get_by_id(case).applicant_id,
        matter=1,
        minutes=40,
        asked_at=moment,
        asked_by=1,
        starts_at=moment,
        ends_at=moment + timedelta(minutes=40),
        status=VisitStatus.DONE,
        outcome=VisitOutcome.DONE,
        outcome_at=moment,
    )
    for place, unit in enumerate(units):
        helper, _ = Helper.get_or_create(name=f"上门{place}", unit=unit)
        VisitHelper.create(visit=visit, helper=helper, place=place)
    return visit


def exempted(case, *units):
    said = {"difficulty": "规定缺", "decision": "先办", "decided_by": "专班", "basis": "第二条"}
    row = Exemption.create(case=case, at=at(11, 2), by="王芳", decided_on=date(2026, 11, 1), **said)
    for unit in units:
        SharedDuty.create(exemption=row, unit=unit, duty="一起担")


def reviewed(case, event, source, step, unit=UNITS[0], when=None):
    said = {"reason": "说明了情况", "person": "陈浩", "staff": 1, "at": when or at(11, 5)}
    return PointReview.create(case=case, unit=unit, event=event, source=source, step=step, **said)


def fill_at_random(chance, number):
    """Cases with shares in every state, and everything that can be said of them."""
    found_centre()
    for _ in range(number):
        _one(chance)


def _moment(chance, first=FIRST - timedelta(days=25), last=LAST + timedelta(days=5)):
    day = first + timedelta(days=chance.randrange((last - first).days))
    return datetime(day.year, day.month, day.day, *chance.choice(((0, 0), (9, 30), (23, 59))))


def _one(chance):
    came = _moment(chance)
    ended = chance.random() < 0.3
    closed = {"concluded_at": came + timedelta(days=20)} if ended else {}
    case = add_case(came, status=Status.ARCHIVED if ended else Status.HANDLING, **closed)
    if ended:
        about = {"by": "王芳", "ending": Ending.DONE, "result": "好了"}
        Closing.create(case=case, round=1, at=closed["concluded_at"], **about)
    elif chance.random() < 0.2:
        Case.update(paused_at=came + timedelta(days=4)).where(Case.id == case).execute()
    units = chance.sample(range(1, len(UNITS) + 1), chance.randint(1, 3))
    shares = [_share(chance, case, unit, came, lead=not n) for n, unit in enumerate(units)]
    if shares[0].state is ShareState.RETURNED and chance.random() < 0.7:
        again = units[0] if chance.random() < 0.5 else chance.randint(1, len(UNITS))
        _share(
            chance, case, again, shares[0].returned_at + timedelta(hours=1), lead=True, gone=False
        )
    for one in shares:
        if chance.random() < 0.4:
            kind = chance.choice(list(Urge))
            urged(one, kind, when=_moment(chance), grounds=chance.choice(("逾期未答复", BUCK)))
        if chance.random() < 0.2:
            line(case, Act.SEND_BACK, f"{one.name}：没有依据", _moment(chance))
    _others(chance, case, came)
    _reviews(chance, case, shares)


def _share(chance, case, unit, sent, *, lead, gone=True):
    due_on = sent.date() + timedelta(days=chance.choice((0, 5, 9, 12)))
    states = [ShareState.SIGNED, ShareState.REPLIED, ShareState.ACCEPTED, ShareState.CALLED_OFF]
    state = chance.choice(states + [ShareState.RETURNED] * 2 * gone)
    told = {"state": state, "sent_at": sent, "due_on": due_on}
    end = sent + timedelta(days=chance.choice((0, 1, 4, 8, 14)), hours=2)
    if state in (ShareState.REPLIED, ShareState.ACCEPTED):
        told["replied_at"] = end
    if state is ShareState.RETURNED:
        basis = chance.choice(("（依据：规定第三条）", "（依据：无）", ""))
        told |= {"returned_at": end, "return_reason": f"不归它管{basis}"}
    role = UnitRole.LEAD if lead else UnitRole.CO_HANDLER
    return share(case, unit, role=role, **told)


def _others(chance, case, came):
    name = chance.choice(UNITS)
    if chance.random() < 0.2:
        done = chance.choice((None, _moment(chance)))
        decided(case, name, _moment(chance).date(), done)
    if chance.random() < 0.2:
        visited(case, *chance.sample((*UNITS, "别处"), 2), when=_moment(chance))
    if chance.random() < 0.3:
        when = came + timedelta(days=15)
        judged = chance.choice(({}, _judged(when, upheld=False), _judged(when, upheld=True)))
        rated(case, chance.choice(list(Stars)), when, **judged)
        if chance.random() < 0.5:
            line(case, Act.REWORK, "第 2 轮", when + timedelta(days=1))
    if chance.random() < 0.1:
        exempted(case, *chance.sample(UNITS, 2))


def _judged(when, *, upheld):
    known = {"contested_at": when, "contested_by": 1, "contest": "按错了"}
    return known | {"judged_at": when + timedelta(days=2), "judged_by": "李", "upheld": upheld}


def _reviews(chance, case, shares):
    for one in shares:
        source = f"share:{one.id}"
        if one.state is ShareState.RETURNED and chance.random() < 0.3:
            reviewed(case, Merit.GROUNDLESS, source, ReviewStep.GROUNDLESS, one.name)
        elif chance.random() < 0.3:
            step = chance.choice((ReviewStep.APPEALED, ReviewStep.EXCLUDED, ReviewStep.DISMISSED))
            event = chance.choice((Merit.OVERDUE, Merit.EARLY))
            reviewed(case, event, source, step, one.name)
