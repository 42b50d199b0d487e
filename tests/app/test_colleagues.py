import pytest

from app.access.colleagues import may_manage, retire_colleague, save_colleague, save_pasted
from app.access.new_passwords import NewPassword, set_password
from app.directory import StaffDraft, list_staff, retire, save_staff
from app.errors import AppError, Invalid
from models.choices import Role
from tests.conftest import NOW


@pytest.fixture
def staff(store):
    for number, (name, role) in enumerate([("王芳", "admin"), ("周敏", "clerk")], 1):
        save_staff(StaffDraft(name=name, work_number=f"0{number}", role=Role.of(role)))
    return {one.name: one for one in list_staff()}


def protect(who):
    set_password(who.id, NewPassword(password="yunxi-2026", again="yunxi-2026"), who, NOW)


ACTS = [
    lambda staff: save_colleague(StaffDraft(name="孙丽", work_number="9"), None, staff["周敏"]),
    lambda staff: save_pasted([StaffDraft(name="孙丽", work_number="9")], staff["周敏"]),
    lambda staff: retire_colleague(staff["周敏"].id, staff["周敏"]),
]


@pytest.mark.parametrize("act", ACTS)
def test_once_an_administrator_has_a_password_the_list_is_theirs(staff, act):
    protect(staff["王芳"])
    before = list_staff()
    with pytest.raises(AppError, match="管理员"):
        act(staff)
    assert list_staff() == before
    assert [may_manage(staff[name]) for name in ("王芳", "周敏")] == [True, False]


@pytest.mark.parametrize("act", ACTS)
def test_before_that_it_is_anybodys(staff, act):
    protect(staff["周敏"])
    act(staff)
    assert [one.name for one in list_staff()] != ["王芳", "周敏"]


def test_the_last_administrator_is_neither_demoted_nor_retired(staff):
    wang = staff["王芳"]
    with pytest.raises(Invalid, match="管理员") as demoted:
        save_staff(StaffDraft(name="王芳", work_number="01", role=Role.LEADER), wang.id)
    with pytest.raises(Invalid, match="管理员") as retired:
        retire(wang)
    assert [*demoted.value.problems, *retired.value.problems] == ["role", "active"]
    assert list_staff()[0] == wang
    save_staff(StaffDraft(name="周敏", work_number="02", role=Role.ADMIN))
    retire(wang)
    assert [one.role for one in list_staff()] == [Role.ADMIN]


def test_a_pasted_name_keeps_its_role_and_a_newcomer_is_a_clerk(staff):
    save_pasted(
        [StaffDraft(name="王芳芳", work_number="01"), StaffDraft(name="孙丽", work_number="03")],
        staff["王芳"],
    )
    told = [(one.name, one.role) for one in list_staff()]
    assert told == [("王芳芳", Role.ADMIN), ("周敏", Role.CLERK), ("孙丽", Role.CLERK)]
