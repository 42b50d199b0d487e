from datetime import timedelta

import pytest

from app.access.new_passwords import NewPassword, new_recovery_code, recover, set_password
from app.access.sign_in import (
    FAILURES,
    list_noted,
    list_second_persons,
    locked_until,
    must_change,
    second_person,
    sign_in,
)
from app.directory import StaffDraft, list_staff, retire, save_staff
from app.errors import AppError, Invalid
from models import Staff, database
from models.choices import Role, SignIn
from tests import makers
from tests.conftest import NOW

GOOD, BAD, OTHER = "yunxi-2026", "yunxi-2025", "shimen-2026"


def new(password=GOOD, again=None, old=""):
    return NewPassword(password=password, again=again or password, old=old)


@pytest.fixture
def staff(store):
    """An administrator, a leader and two clerks; none has a password yet."""
    makers.centre()
    for number, (name, role) in enumerate(
        [("王芳", "admin"), ("李建国", "leader"), ("周敏", "clerk"), ("孙丽", "clerk")], 1
    ):
        save_staff(StaffDraft(name=name, work_number=f"0{number}", role=Role.of(role)))
    return {one.name: one for one in list_staff()}


def protect(who, password=GOOD):
    return set_password(who.id, new(password), who, NOW)


def test_who_has_no_password_is_simply_chosen(staff):
    assert sign_in(staff["周敏"].id, "", NOW) == staff["周敏"]
    assert list_noted() == []


def test_who_has_one_must_say_it(staff):
    protect(staff["周敏"])
    with pytest.raises(Invalid, match="再试 4 次") as wrong:
        sign_in(staff["周敏"].id, BAD, NOW)
    assert list(wrong.value.problems) == ["password"]
    assert sign_in(staff["周敏"].id, GOOD, NOW).name == "周敏"
    told = [(line.name, line.what) for line in list_noted()]
    assert told == [("周敏", SignIn.IN), ("周敏", SignIn.WRONG), ("周敏", SignIn.SET)]


def fail(who, times, now=NOW):
    for _ in range(times):
        with pytest.raises(Invalid) as wrong:
            sign_in(who.id, BAD, now)
    return str(wrong.value)


def test_five_failures_lock_for_a_quarter_of_an_hour_even_for_the_right_one(staff):
    protect(staff["周敏"])
    assert "已锁定到 08:47" in fail(staff["周敏"], FAILURES)  # NOW is 08:31:05
    almost = NOW + timedelta(minutes=14, seconds=59)
    assert list(locked_until(almost)) == [staff["周敏"].id]
    with pytest.raises(Invalid, match="已锁定到 08:47"):
        sign_in(staff["周敏"].id, GOOD, almost)
    assert sign_in(staff["周敏"].id, GOOD, NOW + timedelta(minutes=15)).name == "周敏"
    assert locked_until(NOW) == {}


def test_starting_the_program_again_forgets_no_failure(staff):
    protect(staff["周敏"])
    fail(staff["周敏"], FAILURES - 1)
    database.close()
    database.connect()
    assert "已锁定" in fail(staff["周敏"], 1)


def test_after_a_lock_one_begins_anew(staff):
    protect(staff["周敏"])
    fail(staff["周敏"], FAILURES)
    assert "再试 4 次" in fail(staff["周敏"], 1, NOW + timedelta(minutes=16))


def test_one_right_password_wipes_the_failures_before_it(staff):
    protect(staff["周敏"])
    fail(staff["周敏"], FAILURES - 1)
    sign_in(staff["周敏"].id, GOOD, NOW)
    assert "再试 4 次" in fail(staff["周敏"], 1)


def test_a_retired_colleague_does_not_sign_in(staff):
    retire(staff["周敏"])
    with pytest.raises(AppError, match="停用"):
        sign_in(staff["周敏"].id, "", NOW)


def test_no_password_is_kept_in_words(staff, store):
    protect(staff["王芳"])
    fail(staff["王芳"], 1)
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = store.read_bytes()
    assert GOOD.encode() not in kept
    assert BAD.encode() not in kept


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (new("short"), "password"),
        (new(GOOD, "yunxi-2016"), "again"),
        (new(OTHER, old=BAD), "old"),
        (new(GOOD, old=GOOD), "password"),
    ],
)
def test_a_new_password_that_is_not_right_is_named_beside_its_field(staff, draft, field):
    protect(staff["周敏"])
    with pytest.raises(Invalid) as wrong:
        set_password(staff["周敏"].id, draft, sign_in(staff["周敏"].id, GOOD, NOW), NOW)
    assert list(wrong.value.problems) == [field]
    sign_in(staff["周敏"].id, GOOD, NOW)


def test_an_administrator_sets_anothers_which_is_changed_at_the_next_sign_in(staff):
    protect(staff["王芳"])
    protect(staff["周敏"])
    fail(staff["周敏"], FAILURES)
    set_password(staff["周敏"].id, new(OTHER), staff["王芳"], NOW)
    who = sign_in(staff["周敏"].id, OTHER, NOW)
    assert must_change(who)
    set_password(who.id, new(old=OTHER), who, NOW)
    assert not must_change(who)
    assert (list_noted()[0].what, list_noted()[0].by) == (SignIn.SET, "")
    assert [line.by for line in list_noted() if line.what is SignIn.RESET] == ["王芳"]


def test_nobody_else_sets_anothers(staff):
    protect(staff["王芳"])
    with pytest.raises(AppError, match="管理员"):
        set_password(staff["周敏"].id, new(), staff["李建国"], NOW)
    assert not Staff.get_by_id(staff["周敏"].id).password


def test_the_first_administrator_gets_a_recovery_code_which_works_once(staff):
    assert protect(staff["周敏"]) == ""  # a clerk gets none
    code = protect(staff["王芳"])
    with pytest.raises(Invalid) as wrong:
        recover(staff["王芳"].id, "2222-2222-2222-2222-2222", new(OTHER), NOW)
    assert list(wrong.value.problems) == ["code"]
    another = recover(staff["王芳"].id, code.lower(), new(OTHER), NOW)
    assert sign_in(staff["王芳"].id, OTHER, NOW).name == "王芳"
    with pytest.raises(Invalid, match="恢复码不对"):
        recover(staff["王芳"].id, code, new(), NOW)
    assert recover(staff["王芳"].id, another, new(), NOW) not in (code, another)


def test_a_code_helps_a_locked_administrator_and_nobody_else(staff):
    code = protect(staff["王芳"])
    assert "恢复码" in fail(staff["王芳"], FAILURES)
    with pytest.raises(AppError, match="只能重设管理员"):
        recover(staff["周敏"].id, code, new(), NOW)
    recover(staff["王芳"].id, code, new(OTHER), NOW)
    assert sign_in(staff["王芳"].id, OTHER, NOW).name == "王芳"


def test_a_new_code_makes_the_one_before_void(staff):
    code = protect(staff["王芳"])
    with pytest.raises(AppError, match="管理员"):
        new_recovery_code(staff["李建国"], NOW)
    another = new_recovery_code(staff["王芳"], NOW)
    with pytest.raises(Invalid):
        recover(staff["王芳"].id, code, new(OTHER), NOW)
    recover(staff["王芳"].id, another, new(OTHER), NOW)


@pytest.mark.parametrize(
    ("signs", "handler", "told"),
    [
        ("李建国", "周敏", ""),
        ("王芳", "周敏", ""),
        ("李建国", "李建国", "另一位"),
        ("孙丽", "周敏", "负责人或管理员"),
    ],
)
def test_the_second_person_is_another_who_answers_for_the_window(staff, signs, handler, told):
    protect(staff[signs])
    if told:
        with pytest.raises(AppError, match=told):
            second_person(staff[signs].id, GOOD, staff[handler], NOW)
    else:
        assert second_person(staff[signs].id, GOOD, staff[handler], NOW).name == signs
        assert list_noted()[0].what is SignIn.SIGNED
    offered = [one.name for one in list_second_persons(staff[handler])]
    assert (signs in offered) == (not told)


def test_a_signature_needs_the_signers_own_password(staff):
    with pytest.raises(AppError, match="还没有设置密码"):
        second_person(staff["李建国"].id, "", staff["周敏"], NOW)
    protect(staff["李建国"])
    for _ in range(FAILURES):
        with pytest.raises(Invalid):
            second_person(staff["李建国"].id, BAD, staff["周敏"], NOW)
    with pytest.raises(Invalid, match="锁定"):  # one lock for all doors
        sign_in(staff["李建国"].id, GOOD, NOW)
    retire(staff["李建国"])
    with pytest.raises(AppError, match="停用"):
        second_person(staff["李建国"].id, GOOD, staff["周敏"], NOW)


def test_in_the_demonstration_it_is_enough_to_be_chosen(staff):
    makers.centre(demonstration=True)
    assert second_person(staff["李建国"].id, "", staff["周敏"], NOW).name == "李建国"


def test_saving_the_centre_keeps_the_recovery_code(staff):
    code = protect(staff["王芳"])
    makers.centre(idle_minutes=5)
    recover(staff["王芳"].id, code, new(OTHER), NOW)
