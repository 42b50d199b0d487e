"""Is everything still there, and as it was? For `bandecheng check` and the settings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from app.attachments import place_of
from app.changes import saving
from app.files import fingerprint
from app.month.kept import DamagedMonth, unpacked
from app.store.backup_folder import FOLDER, newest_good
from models import Attachment, Case, MonthLock, VisitFile, audit, database, dialect

# Once written these are never changed, so that a difference from a backup is damage.
_FINAL = {
    "case": "办件内容与备份不一致，却没有更正记录：{ids}。",
    "case_event": "办件的历史记录与备份不一致：{ids}。",
    "paper": "文书记录与备份不一致：{ids}。",
    "attachment": "附件记录与备份不一致：{ids}。",
}
_WHAT_TO_DO = "请先备份现有数据，再用完好的备份恢复，并联系管理员。"


@dataclass(frozen=True)
class CheckReport:
    """What was found. `changed` counts rows of lists and settings that differ from the backup,
    which is usual work, but worth a look after trouble."""

    cases: int
    attachments: int
    compared_with: datetime | None  # the backup; None where there is no good one
    problems: tuple[str, ...]
    changed: Mapping[str, int]

    @property
    def ok(self) -> bool:
        return not self.problems


def check() -> CheckReport:
    """Look at the whole open store; takes seconds where there are very many cases."""
    store = Path(database.database)
    try:
        return _check(store)
    except dialect.ERRORS as error:
        if not dialect.is_damage(error):
            raise
        return CheckReport(0, 0, None, (f"数据文件有损坏，读不下去。{_WHAT_TO_DO}",), {})


def _check(store: Path) -> CheckReport:
    backup = newest_good(store.parent / FOLDER)
    found = audit.changed_since(backup.path, store) if backup else {}
    problems = [
        *_of_the_file(store),
        *(
            sentence.format(ids="、".join(f"第 {one} 条" for one in found[table]))
            for table, sentence in _FINAL.items()
            if table in found
        ),
        *_of_the_attachments(),
        *_of_the_closed_months(),
    ]
    return CheckReport(
        cases=Case.select().count(),
        attachments=Attachment.select().count() + VisitFile.select().count(),
        compared_with=backup.made_at if backup else None,
        problems=tuple(problems),
        changed={name: len(ids) for name, ids in found.items() if name not in _FINAL},
    )


def _of_the_file(store: Path) -> Iterator[str]:
    if found := audit.structure():
        yield f"数据文件的结构有 {len(found)} 处损坏。{_WHAT_TO_DO}"
    if found := dialect.broken_links():
        yield f"有的记录指向不存在的内容（{'、'.join(found)}）。{_WHAT_TO_DO}"
    if found := audit.schema():
        yield f"数据表的结构与程序不符（{'、'.join(found)}）。{_WHAT_TO_DO}"
    if found := audit.unreadable(store):
        yield f"有读不出来的文字或日期（{'、'.join(found)}）。{_WHAT_TO_DO}"
    with saving():  # FTS5 takes its check as a row to insert
        sound = audit.index_is_sound()
    if not sound:
        yield "查找用的索引有损坏，查找可能漏掉办件；数据本身不受影响，请重建索引。"


def _of_the_closed_months() -> Iterator[str]:
    for row in MonthLock.select().order_by(MonthLock.month, MonthLock.version):
        try:
            unpacked(row)
        except DamagedMonth as error:
            yield str(error)


def _of_the_attachments() -> Iterator[str]:
    tables: tuple[Any, ...] = (Attachment, VisitFile)
    kept = [table.select(table.sha256, table.name).distinct().tuples() for table in tables]
    for sha256, name in chain(*kept):
        path = place_of(sha256)
        if not path.is_file():
            yield f"附件“{name}”的文件不在了，请从备份文件夹里找回。"
        elif fingerprint(path) != sha256:
            yield f"附件“{name}”的文件被改动过或已损坏，请从备份文件夹里找回。"
