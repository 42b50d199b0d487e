"""The program at work with nobody at the desk: what commands do is recorded as done by 命令行."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee as pw

from app.background import close_store
from app.centre import CentreSettings, find_centre, save_centre
from app.changes import Kind, saving
from app.directory import Who
from app.startup import UNATTENDED, start
from app.store.trouble import in_plain_words
from models import Staff
from models.choices import Role

NAME = "命令行"
# Until the first start asks for the centre itself.
DEFAULT = CentreSettings(name="便民服务中心", place="云溪")


@contextmanager
def at_work(folder: Path) -> Iterator[None]:
    """The store of the data folder, open meanwhile; what it refuses is said in a sentence."""
    start(folder, patience=UNATTENDED)
    try:
        yield
    except pw.DatabaseError as error:
        if trouble := in_plain_words(error):
            raise trouble from error
        raise
    finally:
        close_store()


def settle_in() -> None:
    """A centre with default settings, where nobody has named it yet."""
    if find_centre() is None:
        with saving(Kind.CENTRE):
            if find_centre() is None:  # another command was quicker
                save_centre(DEFAULT)


def command_line() -> Who:
    """Whom acts of commands are recorded under: on no list of those one may choose at the desk.

    Without a work number, which everyone else has; whoever has the machine may do everything.
    """
    with saving(Kind.STAFF):
        row = Staff.get_or_none(Staff.work_number == "")
        row = row or Staff.create(name=NAME, work_number="", active=False)
    return Who(row.id, row.name, row.work_number, row.active, Role.ADMIN)
