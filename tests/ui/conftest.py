import os
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from app.directory import StaffDraft, Who, save_staff
from app.resources import resource
from tests.conftest import NOW, TODAY
from ui.kit.at_desk import AtDesk
from ui.kit.changes import Changes
from ui.kit.desk import Desk
from ui.kit.errands import Errands
from ui.kit.memory import Memory
from ui.kit.style import LIGHT, dress
from ui.kit.tasks import Tasks

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp):
    """The look of the pictures, whatever the machine's own fonts are."""
    for file in sorted(resource("fonts").glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    qapp.setStyle("Fusion")
    dress(qapp, LIGHT, ("Noto Sans SC",))


@pytest.fixture
def clerk(store):
    """Somebody sits at the desk."""
    return Who(save_staff(StaffDraft(name="王芳", work_number="001")), "王芳", "001")


@pytest.fixture
def desk(qapp, store, clerk):
    """What the window lends its pages, at a fixed hour, on the store of this test."""
    folder = Path(store).parent
    remember = Memory(folder / "window.json")
    changes, tasks, errands = Changes(), Tasks(), Errands()
    at_desk = AtDesk(clerk, remember)
    yield Desk(changes, tasks, errands, lambda: TODAY, lambda: NOW, at_desk, remember, folder)
    tasks.wait()
    for thing in (changes, tasks, errands):
        thing.deleteLater()
