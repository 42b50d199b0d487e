"""Files of a form that is not saved yet: copied at once, for a USB stick may be pulled out."""

import json
import secrets
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.attachments import Source, looked_at
from app.files import appearing
from app.intake_draft import FORM
from models import Draft, database

FOLDER = "drafts"


@dataclass(frozen=True)
class DraftFile:
    """A copy beside the store; the draft holds this record, so that it is found again."""

    key: str
    name: str
    size: int

    @property
    def path(self) -> Path:
        return _root() / self.key / self.name


def keep_file(source: Source) -> DraftFile:
    """Copy what was dropped or pasted; an AppError says why it cannot be attached."""
    name, size = looked_at(source)
    kept = DraftFile(secrets.token_hex(8), name, size)
    with appearing(kept.path) as part:
        if isinstance(source, Path):
            shutil.copyfile(source, part)
        else:
            part.write_bytes(source[1])
    return kept


def drop_files(files: Iterable[DraftFile]) -> None:
    """Taken back, or attached to the case by now."""
    for one in files:
        shutil.rmtree(one.path.parent, ignore_errors=True)


def sweep() -> None:
    """Remove copies that no draft speaks of any more: of one discarded, or of a broken save."""
    if not _root().is_dir():
        return
    drafts = Draft.select(Draft.content).where(Draft.form == FORM).tuples()
    spoken_of = {key for (content,) in drafts for key in _keys(content)}
    for folder in _root().iterdir():
        if folder.name not in spoken_of:
            shutil.rmtree(folder, ignore_errors=True)


def _keys(content: str) -> list[str]:
    try:
        return [one["key"] for one in json.loads(content).get("files", ())]
    except ValueError:
        return []


def _root() -> Path:
    return Path(database.database).parent / FOLDER
