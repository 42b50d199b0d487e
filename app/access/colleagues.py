"""The list of staff, and who may change it: names are one thing, what someone may do another."""

from collections.abc import Sequence

from app.changes import Kind, saving
from app.directory import (
    StaffDraft,
    Who,
    get_staff,
    list_staff,
    retire,
    save_all,
    save_staff,
)
from app.errors import AppError
from models.choices import Role


def may_manage(who: Who) -> bool:
    """An administrator. Until one of them has a password it is anyone: whoever likes could sit
    down as one."""
    admins = [one for one in list_staff() if one.role is Role.ADMIN]
    return any(one.id == who.id for one in admins) or not any(one.has_password for one in admins)


def check_may_manage(who: Who) -> None:
    if not may_manage(who):
        raise AppError("人员、角色和别人的密码由管理员管理，请管理员登录后再改。")


def save_colleague(draft: StaffDraft, staff_id: int | None, by: Who) -> int:
    with saving(Kind.STAFF):
        check_may_manage(by)
        return save_staff(draft, staff_id)


def save_pasted(drafts: Sequence[StaffDraft], by: Who) -> None:
    with saving(Kind.STAFF):
        check_may_manage(by)
        save_all(drafts)


def retire_colleague(staff_id: int, by: Who, *, active: bool = False) -> None:
    with saving(Kind.STAFF):
        check_may_manage(by)
        retire(get_staff(staff_id), active=active)
