"""Who sits down at the desk, and who signs as the second person: each proves it by a password.

Whoever has none yet is simply chosen, as before passwords came; the settings urge to set one.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.access import passwords
from app.centre import is_demonstration
from app.changes import Kind, saving
from app.directory import Who, get_staff, list_staff
from app.errors import AppError, Invalid
from models import SignInEvent, Staff, rows
from models.choices import Role, SignIn

FAILURES, LOCKED_FOR = 5, timedelta(minutes=15)
SECOND_PERSONS = (Role.LEADER, Role.ADMIN)


@dataclass(frozen=True)
class Noted:
    """A line of the book of sign-ins; `by` is empty where people did it themselves."""

    at: datetime
    name: str
    what: SignIn
    by: str


def sign_in(staff_id: int, password: str, now: datetime) -> Who:
    """Who is at the desk from now on. Invalid names the field `password`."""
    who = get_staff(staff_id)
    if not who.active:
        raise AppError(f"{who.name}已停用，不能登录。请管理员在“设置—人员”里恢复。")
    if who.has_password:
        prove(staff_id, password, now, SignIn.IN)
    return who


def second_person(staff_id: int, password: str, not_this: Who, now: datetime) -> Who:
    """Whoever signs beside the handler, in person and at the desk. In the demonstration, where
    nobody has a password and nothing is signed for real, it is enough to be chosen."""
    who = get_staff(staff_id)
    if sentence := _may_not_sign(who, not_this):
        raise AppError(sentence)
    if who.has_password:
        prove(staff_id, password, now, SignIn.SIGNED)
    elif not is_demonstration():
        raise AppError(
            f"{who.name}还没有设置密码，不能签字。请先登录，在“设置—人员”里设置自己的密码。"
        )
    return who


def list_second_persons(not_this: Who) -> list[Who]:
    """Whom the handler may ask to sign."""
    return [one for one in list_staff() if not _may_not_sign(one, not_this)]


def must_change(who: Who) -> bool:
    """Whether the password was set by another, who knows it."""
    return bool(Staff.select().where(Staff.id == who.id, Staff.must_change).exists())


def list_noted(most: int = 200) -> list[Noted]:
    """The newest lines of the book first."""
    query = (
        SignInEvent.select(SignInEvent.at, Staff.name, SignInEvent.what, SignInEvent.by)
        .join(Staff)
        .order_by(SignInEvent.id.desc())
        .limit(most)
    )
    return rows(query, Noted)


def locked_until(now: datetime) -> dict[int, datetime]:
    """Who cannot sign in at present, and until when."""
    query = Staff.select(Staff.id, Staff.locked_until).where(Staff.locked_until > now).tuples()
    return dict(query)


def prove(
    staff_id: int, password: str, now: datetime, what: SignIn | None, field: str = "password"
) -> None:
    """Let the right password of that colleague pass, and note what it was given for. A failure is
    counted in the store, so that starting the program again does not help."""
    with saving(Kind.STAFF):
        sentence = _try(Staff.get_by_id(staff_id), password, now, what)
    if sentence:
        raise Invalid({field: sentence})


def note(staff_id: int, what: SignIn, now: datetime, by: str = "") -> None:
    """Call it inside `saving`."""
    SignInEvent.create(staff=staff_id, at=now, what=what, by=by)


def _try(row: Staff, password: str, now: datetime, what: SignIn | None) -> str:
    """What is wrong with it, or nothing."""
    if row.locked_until and now < row.locked_until:
        return f"输错次数太多，已锁定到 {_minute(row.locked_until)}。{_way_out(row)}"
    if passwords.fits(password, row.password):
        _count(row, 0, None)
        if what:
            note(row.id, what, now)
        return ""
    failures = 1 if row.locked_until else row.failures + 1  # a lock that is over begins anew
    locked = now + LOCKED_FOR if failures >= FAILURES else None
    _count(row, failures, locked)
    note(row.id, SignIn.WRONG, now)
    if locked:
        note(row.id, SignIn.LOCKED, now)
        return f"密码输错 {FAILURES} 次，已锁定到 {_minute(locked)}。{_way_out(row)}"
    return f"密码不对，还可以再试 {FAILURES - failures} 次。"


def _count(row: Staff, failures: int, locked: datetime | None) -> None:
    Staff.update(failures=failures, locked_until=locked).where(Staff.id == row.id).execute()


def _way_out(row: Staff) -> str:
    """What to do before the time is over."""
    if row.role is Role.ADMIN:
        return "急用时可以用恢复码。"
    return "急用时请管理员重设密码。"


def _minute(moment: datetime) -> str:
    """Rounded up, so that it does not fail once more in the minute that was named."""
    return f"{moment + timedelta(seconds=59):%H:%M}"


def _may_not_sign(who: Who, not_this: Who) -> str:
    if who.id == not_this.id:
        return "签字的要是另一位同事，不能是经办人自己。"
    if not who.active:
        return f"{who.name}已停用，不能签字。"
    if who.role not in SECOND_PERSONS:
        return f"{who.name}是窗口人员，要由负责人或管理员签字。"
    return ""
