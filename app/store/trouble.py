"""What SQLite may refuse for a reason the person at the desk can put right, in plain words."""

from app.errors import AppError
from models.dialect import ERRORS, refusal

BUSY = "数据正被另一个程序占用，请稍等几秒再试；如果一直这样，请关闭其他正在使用这些数据的程序。"
FULL = "磁盘空间不足，刚才的内容没有保存。请清理磁盘后再试一次。"
READ_ONLY = "数据文件夹不能写，刚才的内容没有保存。请检查文件夹的权限，或请管理员处理后再试。"
UNREADABLE = "读写数据文件失败。请检查磁盘和文件夹是否还在、U 盘是否被拔出，然后重新打开程序。"
DAMAGED = "数据文件可能已损坏，请先不要继续录入；请用最近的备份恢复，并联系管理员。"

SENTENCES = {
    "SQLITE_BUSY": BUSY,
    "SQLITE_LOCKED": BUSY,
    "SQLITE_FULL": FULL,
    "SQLITE_READONLY": READ_ONLY,
    "SQLITE_PERM": READ_ONLY,
    "SQLITE_CANTOPEN": READ_ONLY,
    "SQLITE_IOERR": UNREADABLE,
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
}


class StoreTrouble(AppError):
    """The store could not be read or written; nothing of what was being saved is in it."""


def in_plain_words(error: BaseException) -> StoreTrouble | None:
    """The sentence for a refusal of the store; None when it is none, or is a bug of ours."""
    if not isinstance(error, ERRORS):
        return None
    sentence = SENTENCES.get(refusal(error))
    return StoreTrouble(sentence) if sentence else None
