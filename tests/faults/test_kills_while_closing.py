"""`kill -9` while a month is closed: it is closed, whole, or it is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.deadlines.calendar import forget
from app.directory import Who
from app.month import report_month
from app.month.locks import list_versions, lock_month
from app.startup import start
from app.store.check import check
from models import database
from tests.app.month_stores import add_case, found_centre
from tests.faults.closing import MONTHS, NOW

CASES = 8  # a month
ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill -9")


def test_a_month_is_closed_whole_or_not_at_all(store):
    forget()
    found_centre()
    with database.atomic():
        for month in MONTHS:
            for day in range(CASES):
                add_case(NOW.replace(year=2025, month=month.month, day=1 + day))
    database.close()
    folder = store.parent
    subprocess.run(
        [sys.executable, "-m", "tests.faults.closing", folder], cwd=ROOT, check=True, timeout=60
    )
    start(folder)
    assert check().ok
    closed = [one for one in MONTHS if list_versions(one)]
    assert len(closed) < len(MONTHS)
    for month in MONTHS:
        if month not in closed:
            lock_month(month, Who(1, "王芳", "01"), NOW)
        report = report_month(month.year, month.month, NOW)
        assert (report.seal.version, len(report.ledger)) == (1, CASES)
    database.close()
