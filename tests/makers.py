"""Ready-made things for tests; say only what matters to the test."""

from datetime import datetime

from app.cases.drafting import CaseDraft, MaterialDraft
from app.cases.registry import Opened, open_case
from app.centre import CentreSettings, save_centre
from app.directory import (
    StaffDraft,
    UnitDraft,
    VillageDraft,
    Who,
    get_staff,
    save_staff,
    save_unit,
    save_village,
)
from app.moves import move_case
from app.persons.identity import check_digit
from app.persons.parties import PartyDraft
from models import Staff
from models.choices import (
    Act,
    Cause,
    ContactWay,
    Ending,
    Grade,
    Method,
    Nature,
    Need,
    Role,
    Status,
)

NOW = datetime(2026, 11, 22, 9, 20)


def resident(first17: str) -> str:
    """An invented resident's number that passes its check."""
    return first17 + check_digit(first17)


def centre(**changes) -> CentreSettings:
    values = {"name": "云溪镇便民服务中心", "place": "云溪", "phone": "0570-0001234"}
    settings = CentreSettings(**(values | changes))
    save_centre(settings)
    return settings


def clerk(name="王芳", work_number="03") -> Who:
    staff_id = save_staff(StaffDraft(name=name, work_number=work_number))
    return Who(staff_id, name, work_number)


def furnish() -> Who:
    """A centre with a clerk, two units and a village, as after a first start."""
    centre()
    save_unit(UnitDraft(name="派出所", liaison="陈浩", phone="0570-0001111"))
    save_unit(UnitDraft(name="社保窗口"))
    save_village(VillageDraft(name="石门村"))
    return clerk()


def somebody() -> Who:
    row = Staff.select().order_by(Staff.id).first()
    return Who(row.id, row.name, row.work_number)


def husband(**changes) -> PartyDraft:
    values = {
        "name": "盛建军",
        "id_number": resident("33011119680502053"),
        "phone": "10012345678",
        "village": "石门村",
    }
    return PartyDraft(**(values | changes))


def wife(**changes) -> PartyDraft:
    values = {
        "name": "刘秀珍",
        "id_number": resident("33011119700311342"),
        "needs": (Need.DISABLED, Need.SICK),
    }
    return PartyDraft(**(values | changes))


def draft(**changes) -> CaseDraft:
    """The case of the report: a husband asks for his wife, who cannot leave home."""
    values = {
        "received_at": NOW,
        "applicant": husband(),
        "beneficiary": wife(),
        "relation": "妻子",
        "matter": "居民身份证换领",
        "problem": "妻子车祸致残并有失智症状，没法到派出所换领身份证，看病和领保障都受影响。",
        "demand": "请派出所上门核验身份、采集人像和指纹。",
        "trips": 3,
        "tried_units": ("派出所",),
        "answer_given": "本人不到场，拍不了照片。",
        "nature": Nature.HARD,
        "cause": Cause.CHANNELS,
        "grade": Grade.GENERAL,
        "method": Method.VISIT,
        "lead": "派出所",
        "helpers": ("石门村",),
        "materials": (MaterialDraft("到期身份证", "原件1份", kept=False),),
        "ask_business": "",
    }
    return CaseDraft(**(values | changes))


def leader(name="李建国", work_number="02") -> Who:
    """Somebody who may sign beside the clerk."""
    draft = StaffDraft(name=name, work_number=work_number, role=Role.LEADER)
    return get_staff(save_staff(draft))


def move(case_id: int, act: Act, note="办好了。", now=NOW, who=None, **given) -> Status:
    """Make a move; what most of the acts ask for is said by itself."""
    said = {"note": note, "way": ContactWay.PHONE, "told": "他知道了。", "ending": Ending.DONE}
    return move_case(case_id, act, said | given, who or somebody(), now)


def conclude(case_id: int, note="办好了。", now=NOW, **given) -> None:
    """A registered case, taken up by the window and concluded."""
    move(case_id, Act.TAKE_UP, "", now)
    move(case_id, Act.CONCLUDE, note, now, **given)


def case(**changes) -> Opened:
    """A registered case; its moment of receipt is also the clock's."""
    made = draft(**changes)
    return open_case(made, somebody(), made.received_at)
