"""Setting passwords: one's own, another's as administrator, and by the recovery code."""

from dataclasses import dataclass
from datetime import datetime

from app.access import passwords
from app.access.colleagues import check_may_manage
from app.access.sign_in import note, prove
from app.changes import Kind, saving
from app.directory import Who, get_staff
from app.errors import AppError, Invalid
from models import Centre, Staff
from models.choices import Role, SignIn

_NO_CODE = "本中心还没有恢复码。请其他管理员在“设置—人员”里重设密码。"


@dataclass(frozen=True, kw_only=True)
class NewPassword:
    """A password typed twice; `old` is the present one, where there is one and it is one's own."""

    password: str
    again: str
    old: str = ""


def problems(draft: NewPassword, owner: Who) -> dict[str, str]:
    """What is wrong with a new password, by field."""
    if sentence := passwords.problem(draft.password, owner.name, owner.work_number):
        return {"password": sentence}
    if draft.password != draft.again:
        return {"again": "两次输入的不一样，请再输一遍。"}
    if draft.password == draft.old:
        return {"password": "新密码不能和原来的一样。"}
    return {}


def set_password(staff_id: int, draft: NewPassword, by: Who, now: datetime) -> str:
    """Set one's own, or as administrator another's, who then has to change it at the next sign-in.

    Gives the recovery code to be printed where an administrator is the first to have a password;
    otherwise nothing.
    """
    owner, own = get_staff(staff_id), by.id == staff_id
    if not own:
        check_may_manage(by)
    if found := problems(draft, owner):
        raise Invalid(found)
    if own and owner.has_password:
        prove(staff_id, draft.old, now, None, field="old")
    with saving(Kind.STAFF, Kind.CENTRE):
        _keep(staff_id, draft.password, must_change=not own)
        note(staff_id, SignIn.SET if own else SignIn.RESET, now, "" if own else by.name)
        first = own and owner.role is Role.ADMIN and _kept_code() == ""
        return _make_code(staff_id, now) if first else ""


def new_recovery_code(by: Who, now: datetime) -> str:
    """Another code, because the sheet was lost or seen; the one before is void."""
    who = get_staff(by.id)
    if who.role is not Role.ADMIN or not who.has_password:
        raise AppError("恢复码由管理员生成，并且要先设置自己的密码。")
    with saving(Kind.STAFF, Kind.CENTRE):
        return _make_code(by.id, now)


def has_recovery_code() -> bool:
    return bool(_kept_code())


def recover(staff_id: int, code: str, draft: NewPassword, now: datetime) -> str:
    """Set an administrator's password by the code of the sheet; gives the code that is good from
    now on. Invalid names the fields `code`, `password`, `again`."""
    owner = get_staff(staff_id)
    if owner.role is not Role.ADMIN or not owner.active:
        raise AppError(f"恢复码只能重设管理员的密码。{owner.name}的密码请管理员重设。")
    kept = _kept_code()
    if not kept:
        raise AppError(_NO_CODE)
    if found := problems(draft, owner):
        raise Invalid(found)
    with saving(Kind.STAFF, Kind.CENTRE):
        fits = passwords.fits(passwords.code_as_kept(code), kept)
        if fits:
            _keep(staff_id, draft.password, must_change=False)
            note(staff_id, SignIn.RECOVERED, now)
            return _make_code(staff_id, now)
        note(staff_id, SignIn.WRONG, now)
    raise Invalid({"code": "恢复码不对，请照纸上的再输一遍。"})


def _keep(staff_id: int, password: str, *, must_change: bool) -> None:
    Staff.update(
        password=passwords.hashed(password),
        must_change=must_change,
        failures=0,
        locked_until=None,
    ).where(Staff.id == staff_id).execute()


def _kept_code() -> str | None:
    """Its hash; None where there is no centre yet."""
    kept: str | None = Centre.select(Centre.recovery).where(Centre.id == 1).scalar()
    return kept


def _make_code(staff_id: int, now: datetime) -> str:
    code = passwords.new_code()
    Centre.update(recovery=passwords.hashed(passwords.code_as_kept(code))).where(
        Centre.id == 1
    ).execute()
    note(staff_id, SignIn.CODE, now)
    return code
