"""What every form that asks for a person asks alike: phone, number, kin, and where they belong."""

from collections.abc import Callable
from datetime import date

from app import typed
from app.persons import identity, masks
from app.persons.people import PersonFound
from models.choices import IdKind
from ui.kit.days import say_day
from ui.kit.editors import Line
from ui.kit.identity_line import IdentityLine
from ui.kit.slots import Slot

ONE_BOX = "姓名、电话、证件号或首字母，回车带出"
KIN = "妻子 丈夫 父亲 母亲 儿子 女儿 爷爷 奶奶 外公 外婆 兄弟 姐妹 邻居 村干部 同事".split()
NOT_YET = "没来过，号码已经填好，请写姓名"


def phone_line(hint: str = "") -> Line:
    return Line(hint=hint, cover=masks.phone, clean=typed.phone)


def kind_slot(number: IdentityLine) -> Slot:
    """What kind of number it is, kept beside the number."""
    return Slot(number, number.kind, number.set_kind, (number.kind_changed,))


def sort_number(text: str, phone: Line, number: IdentityLine, today: Callable[[], date]) -> bool:
    """A number that nobody has yet goes where it belongs; whether it was one."""
    if not typed.phone_problem(text):
        phone.set_value(text)
    elif not identity.problem(IdKind.of(number.kind()), text, today()):
        number.set_value(text)
    else:
        return False
    return True


def visits_in_words(one: PersonFound) -> str:
    last = f"，上次 {say_day(one.last_on)}" if one.last_on else ""
    return f"来过 {one.cases} 次{last}"
