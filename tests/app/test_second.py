"""Who may sign as the second person, and what is recorded of it."""

import pytest

from app.access.new_passwords import NewPassword, set_password
from app.directory import StaffDraft, Who, get_staff, retire, save_staff
from app.errors import AppError, Invalid
from app.moves import asks, second
from app.moves.move import Making
from models import Case, SignInEvent
from models.choices import Role, SignIn
from tests import makers

ASKER, HANDLER, LEADER, GONE, CLERK = 1, 2, 3, 4, 5
PASSWORD = "shimen-2026"
DESK = "批准的要是另一位同事"
PAPER = "签字的要是另一个人"


@pytest.fixture
def making(store):
    """A case that one colleague received, another handles and a third may sign for."""
    makers.furnish()
    makers.clerk("赵敏", "04")
    for name, number in (("李国强", "05"), ("孙丽", "06")):
        save_staff(StaffDraft(name=name, work_number=number, role=Role.LEADER))
    retire(get_staff(GONE))
    makers.clerk("陈静", "07")
    opened = makers.case()
    Case.update(handler=HANDLER).where(Case.id == opened.id).execute()

    def make(**given: object) -> Making:
        said = asks.cleaned(second.SIGN_OFF, given)
        row = Case.get_by_id(opened.id)
        return Making(row, said, Who(ASKER, "王芳", "03"), makers.NOW)

    return make


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        ({}, "approver", "请选批准人"),
        ({"approver": ASKER}, "approver", DESK),
        ({"approver": HANDLER}, "approver", DESK),
        ({"approver": GONE}, "approver", "在岗的负责人"),
        ({"approver": CLERK}, "approver", "在岗的负责人"),
        ({"approver": 99}, "approver", "在岗的负责人"),
        ({"signed_on_paper": "王芳"}, "signed_on_paper", PAPER),
        ({"signed_on_paper": " 赵敏 "}, "signed_on_paper", PAPER),
        ({"approver": LEADER, "signed_on_paper": "周建平"}, "signed_on_paper", "请留空"),
        ({"approver": LEADER}, "", ""),
        ({"signed_on_paper": "周建平"}, "", ""),
        ({"signed_on_paper": "李国强"}, "", ""),
    ],
)
def test_someone_else_signs(making, given, field, sentence):
    found = second.wrong(making(**given), ASKER)
    assert list(found) == [field] * bool(field)
    assert sentence in found.get(field, "")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"approver": LEADER}, "李国强"),
        ({"signed_on_paper": "周建平"}, "周建平（纸质签字）"),
    ],
)
def test_their_name_is_recorded(making, given, name):
    assert second.name(making(**given)) == name


def test_a_secret_is_in_nobodys_hands(making):
    assert "password" not in making(approver=LEADER, password=PASSWORD).given


def protect(staff_id):
    new = NewPassword(password=PASSWORD, again=PASSWORD)
    set_password(staff_id, new, get_staff(staff_id), makers.NOW)


def test_the_password_is_the_one_of_whoever_signs(making):
    signing = making(approver=LEADER)
    with pytest.raises(AppError, match="还没有设置密码"):
        second.prove(signing, "")
    protect(LEADER)
    for wrong, sentence in (("", "本人输入密码"), ("shimen-2025", "再试 4 次")):
        with pytest.raises(Invalid, match=sentence) as raised:
            second.prove(signing, wrong)
        assert list(raised.value.problems) == ["password"]
    second.prove(signing, PASSWORD)
    noted = [one.what for one in SignInEvent.select().order_by(SignInEvent.id)]
    assert noted == [SignIn.SET, SignIn.WRONG, SignIn.SIGNED]


def test_a_sheet_that_was_signed_needs_no_password(making):
    second.prove(making(signed_on_paper="周建平"), "")
    assert not SignInEvent.select().exists()
