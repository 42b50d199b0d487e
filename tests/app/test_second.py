"""Who may sign as the second person, and what is recorded of it."""

import pytest

from app.directory import Who, retire
from app.moves import asks, second
from app.moves.move import Making
from models import Case
from tests import makers

ASKER, HANDLER, LEADER, GONE = 1, 2, 3, 4
DESK = "批准的要是另一位同事"
PAPER = "签字的要是另一个人"


@pytest.fixture
def making(store):
    """A case that one colleague received, another handles and a third may sign for."""
    makers.furnish()
    makers.clerk("赵敏", "04")
    makers.clerk("李国强", "05")
    retire(makers.clerk("孙丽", "06"))
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
        ({"approver": GONE}, "approver", "已停用"),
        ({"approver": 99}, "approver", "已停用"),
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


def test_a_secret_is_in_nobodys_hands_once_it_was_tried(making):
    assert "password" not in making(approver=LEADER, password="天知地知").given
