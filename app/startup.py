"""Opening the data folder as the program starts: made, looked at, brought up to date, seeded."""

from pathlib import Path

from app import wording
from app.changes import Kind, saving
from app.deadlines import calendar
from app.deadlines.year_tables import builtin_years
from app.errors import AppError
from app.files import cannot_write
from app.folders import ON_A_NETWORK, STORE, is_on_network
from app.store.backup_folder import FOLDER, Backup, list_in, newest_good
from models import CalendarDay, CalendarYear, Centre, Staff, dialect
from models.store import CannotUpgrade, Damaged, NotOurs, TooNew, Unopenable, open_store

AT_THE_DESK, UNATTENDED = 5, 60  # seconds: where nobody sits before it, a command may wait

_LOCKED = (
    "数据正被另一个程序占用，打不开。请关闭其他正在使用这些数据的程序（如杀毒、同步、数据库工具），"
    "再重新打开办得成。"
)
_FULL = "磁盘空间不足，数据打不开。请清理磁盘后再重新打开办得成，数据没有丢失。"
_READ_ONLY = (
    "数据文件夹“{folder}”不能读写，数据打不开。请检查文件夹的权限，或请管理员处理后再打开办得成。"
)
_UNREADABLE = "读写数据文件夹“{folder}”失败，请检查磁盘是否还在、U 盘是否被拔出，再重新打开办得成。"
_REFUSED = {
    "SQLITE_BUSY": _LOCKED,
    "SQLITE_LOCKED": _LOCKED,
    "SQLITE_FULL": _FULL,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_CANTOPEN": _READ_ONLY,
    "SQLITE_IOERR": _UNREADABLE,
}
_TOO_NEW = "这里的数据是更新版本的办得成写的，这个版本不能打开。请安装最新版本后再打开。"
_NOT_OURS = (
    "“{folder}”里的 bandecheng.db 不是办得成的数据文件，没有改动它。"
    "请换一个数据文件夹，或者把这个文件移到别处后再打开。"
)
_CANNOT_UPGRADE = "数据没能升级到新版本，原来的数据没有改动。请先装回旧版本使用，并联系管理员。"
_UNOPENABLE: dict[type[Exception], str] = {
    TooNew: _TOO_NEW,
    NotOurs: _NOT_OURS,
    CannotUpgrade: _CANNOT_UPGRADE,
}
_DAMAGED = "数据文件已损坏，打不开。"
_MISSING = "数据文件 bandecheng.db 不见了或是空的，可能被移走或误删。"
_WITH_BACKUP = (
    "最近一份完好的备份是 {when} 的“{name}”，请用它恢复；"
    "现有的文件会改名留着。恢复后请核对此后登记的办件。"
)
_NO_BACKUP = "没有找到完好的备份，请不要再动这个文件夹，马上联系管理员。"


class NeedsRestoring(AppError):
    """The store is damaged or gone; `backup` is the newest good one, for `app.store.restore`."""

    def __init__(self, what: str, folder: Path) -> None:
        self.folder = folder
        self.backup: Backup | None = newest_good(folder / FOLDER)
        super().__init__(what + self._way_out())

    def _way_out(self) -> str:
        if self.backup is None:
            return _NO_BACKUP
        made = self.backup.made_at
        when = f"{made.year}年{made.month}月{made.day}日 {made:%H:%M}"
        return _WITH_BACKUP.format(when=when, name=f"{FOLDER}/{self.backup.path.name}")


def start(folder: Path, *, patience: int = AT_THE_DESK) -> None:
    """Open the store of the data folder; a new one is made and given the known work calendars.

    Patience is how many seconds a write waits for another program: SQLite has no queue, and among
    several busy writers one may be passed over for long.
    Every trouble ends as an AppError that says what to do, with nothing changed in the folder.
    """
    if is_on_network(folder):
        raise AppError(ON_A_NETWORK.format(path=folder))
    store = folder / STORE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        empty = not store.exists() or store.stat().st_size == 0
        if empty and list_in(folder / FOLDER):
            raise NeedsRestoring(_MISSING, folder)
    except OSError as error:
        raise cannot_write(folder, error) from error
    _open(folder, store, patience)
    calendar.forget()
    wording.read_again()


def is_new() -> bool:
    """Whether nobody has set the centre up yet: the first start. A command may have been there."""
    return not (Centre.select().exists() and Staff.select().where(Staff.active).exists())


def _open(folder: Path, store: Path, patience: int) -> None:
    try:
        open_store(store, patience)
        _seed_calendar()
    except (Unopenable, OSError, *dialect.ERRORS) as error:
        if trouble := _in_plain_words(error, folder):
            raise trouble from error
        raise


def _in_plain_words(error: Exception, folder: Path) -> AppError | None:
    """What to say; None where it is a bug of ours."""
    if isinstance(error, Damaged) or dialect.is_damage(error):
        return NeedsRestoring(_DAMAGED, folder)
    if isinstance(error, OSError):
        return cannot_write(folder, error)
    sentence = _UNOPENABLE.get(type(error)) or _REFUSED.get(dialect.refusal(error))
    return AppError(sentence.format(folder=folder)) if sentence else None


def _seed_calendar() -> None:
    if CalendarYear.select().exists():
        return
    with saving(Kind.CALENDAR):
        if CalendarYear.select().exists():
            return  # a second program was quicker
        for table in builtin_years():
            CalendarYear.create(year=table.year, source=table.source)
            CalendarDay.insert_many(
                {"day": day, "working": working, "note": note} for day, working, note in table.days
            ).execute()
