"""What the main window lends every page, and all that a page may use of it."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.directory import Who
from ui.kit.changes import Changes
from ui.kit.errands import Errands
from ui.kit.tasks import Tasks


@dataclass(frozen=True)
class Desk:
    changes: Changes
    tasks: Tasks
    errands: Errands
    today: Callable[[], date]
    now: Callable[[], datetime]
    who: Callable[[], Who]  # at the desk now; there is always someone
    remember: MutableMapping[str, str]
    folder: Path  # of the data
