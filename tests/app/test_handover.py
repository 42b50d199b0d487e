from datetime import timedelta

import pytest

from app.access.colleagues import retire_colleague
from app.access.new_passwords import NewPassword, set_password
from app.cases.registry import draft_of
from app.desk.handover import hand_over, list_open_work
from app.directory import StaffDraft, get_staff, list_staff, save_staff
from app.drafts import keep, list_drafts_of
from app.errors import AppError, Invalid
from app.history import list_history
from models import Case
from models.choices import Act, Role, Status
from tests import makers
from tests.conftest import NOW


@pytest.fixture
def staff(store):
    """王芳 leaves, 李建国 takes over, 周敏 looks on, 孙丽 is administrator."""
    makers.furnish()
    for number, name in enumerate(("李建国", "周敏", "孙丽"), 4):
        role = Role.ADMIN if name == "孙丽" else Role.CLERK
        save_staff(StaffDraft(name=name, work_number=f"0{number}", role=role))
    return {one.name: one for one in list_staff()}


@pytest.fixture
def work(staff):
    """Two open cases and an archived one of 王芳, an open one of 周敏, a draft of either."""
    made = [makers.case(received_at=NOW + timedelta(minutes=n)).id for n in range(4)]
    Case.update(status=Status.ARCHIVED).where(Case.id == made[2]).execute()
    Case.update(handler=staff["周敏"].id).where(Case.id == made[3]).execute()
    keep("intake", None, "补办身份证", {"a": 1}, staff["王芳"].id, NOW)
    keep("intake", None, "户口", {"a": 2}, staff["周敏"].id, NOW)
    return made


def handlers(ids):
    return [Case.get_by_id(one).handler.name for one in ids]


def test_open_work_is_what_goes_on(staff, work):
    found = list_open_work(staff["王芳"].id)
    assert [one.id for one in found.cases] == work[:2]
    assert [one.title for one in found.drafts] == ["补办身份证"]
    assert not list_open_work(staff["李建国"].id)


def test_all_of_it_goes_to_the_successor_each_with_its_line(staff, work):
    wang, li = staff["王芳"], staff["李建国"]
    done = hand_over(wang.id, li.id, staff["孙丽"], NOW)
    assert handlers(work) == ["李建国", "李建国", "王芳", "周敏"]
    assert {Case.get_by_id(one).staff.name for one in work} == {"王芳"}  # who received them
    assert [one.title for one in list_drafts_of(li.id)] == ["补办身份证"]
    told = [(line.act, line.by) for line in list_history(work[0])]
    assert told[0] == (Act.HANDOVER, "孙丽")
    assert "王芳（工号 03）移交给李建国（工号 04）" in list_history(work[0])[0].note
    assert Act.HANDOVER not in {line.act for line in list_history(work[2])}
    assert (done.number, len(done.work.cases)) == ("YJ20261122-001", 2)
    assert draft_of(work[0]).matter == makers.draft().matter


def test_the_leaver_is_retired_in_the_same_act_or_nothing_is_done(staff, work):
    sun, li = staff["孙丽"], staff["李建国"]
    hand_over(staff["王芳"].id, li.id, sun, NOW, retire=True)
    assert not get_staff(staff["王芳"].id).active
    Case.update(handler=sun.id).where(Case.id == work[0]).execute()
    with pytest.raises(Invalid, match="管理员"):  # the last one
        hand_over(sun.id, li.id, sun, NOW, retire=True)
    assert handlers(work[:1]) == ["孙丽"]
    assert len(list_history(work[0])) == 2  # registered, handed over once


@pytest.mark.parametrize(
    ("leaver", "successor", "by", "told"),
    [
        ("王芳", "王芳", "孙丽", "另一位在岗"),
        ("李建国", "周敏", "孙丽", "没有在办"),
        ("王芳", "李建国", "周敏", "由管理员移交"),
        ("王芳", "李建国", "王芳", ""),
        ("王芳", "李建国", "孙丽", ""),
    ],
)
def test_who_may_hand_over_what_to_whom(staff, work, leaver, successor, by, told):
    secret = NewPassword(password="yunxi-2026", again="yunxi-2026")
    set_password(staff["孙丽"].id, secret, staff["孙丽"], NOW)
    ids = staff[leaver].id, staff[successor].id
    if not told:
        assert hand_over(*ids, staff[by], NOW).successor.name == successor
        return
    with pytest.raises(AppError, match=told):
        hand_over(*ids, staff[by], NOW)
    assert handlers(work) == ["王芳", "王芳", "王芳", "周敏"]


def test_a_retired_colleague_takes_nothing_over(staff, work):
    hand_over(staff["周敏"].id, staff["李建国"].id, staff["孙丽"], NOW, retire=True)
    with pytest.raises(Invalid) as wrong:
        hand_over(staff["王芳"].id, staff["周敏"].id, staff["孙丽"], NOW)
    assert list(wrong.value.problems) == ["successor"]


def test_whom_nobody_has_told_of_a_no_goes_over_too(staff, work):
    Case.update(status=Status.REFUSED).where(Case.id == work[0]).execute()
    hand_over(staff["王芳"].id, staff["李建国"].id, staff["孙丽"], NOW)
    assert handlers(work[:1]) == ["李建国"]


def test_who_left_may_still_be_handed_over_for(staff, work):
    """Retired before anyone thought of it."""
    retire_colleague(staff["王芳"].id, staff["孙丽"])
    hand_over(staff["王芳"].id, staff["李建国"].id, staff["孙丽"], NOW)
    assert handlers(work[:2]) == ["李建国", "李建国"]
