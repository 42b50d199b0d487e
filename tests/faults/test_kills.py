"""`kill -9` at any moment: every number that was said is in the store."""

import os
import random
import re
import select
import signal
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from app.drafts import list_drafts, load
from app.startup import start
from app.store.check import check
from models import Case, CaseEvent, database
from tests import makers

ROOT = Path(__file__).resolve().parents[2]
KILLS = 100
LONGEST = 0.06  # seconds until the kill; a child opens the store and saves a few cases in it

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs fork and kill -9")


@pytest.fixture
def folder(store):
    makers.furnish()
    yield store.parent
    database.close()


def program(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.registering", *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        **options,
    )


class Nursery:
    """The program that lets children work, and what they have said."""

    def __init__(self, folder):
        self.said = []
        self._unread = []
        self._rest = b""
        self._program = program("serve", folder, bufsize=0)

    def kill_one(self, moment, after=""):
        """Let a child work and kill it that long after its start, or after it has said a word."""
        self._program.stdin.write(b"\n")
        child = int(self._until("child").split()[1])
        if after:
            self._until(after)
        select.select([], [], [], moment)
        os.kill(child, signal.SIGKILL)
        self._until("gone")

    def close(self):
        self._program.stdin.close()
        self._program.wait(60)
        self._program.stdout.close()

    def _until(self, word):
        """Read on until it has said so; what was read beyond that is kept for the next time."""
        while True:
            while self._unread:
                self.said.append(line := self._unread.pop(0))
                if line.startswith(word):
                    return line
            read = os.read(self._program.stdout.fileno(), 65536)
            assert read, "the program ended by itself"
            *lines, self._rest = (self._rest + read).split(b"\n")
            self._unread += [line.decode() for line in lines]


def numbers_by_day():
    days = defaultdict(list)
    for (number,) in Case.select(Case.number).tuples():
        day, serial = re.fullmatch(r".*-(\d{8})-(\d+)", number).groups()
        days[day].append(int(serial))
    return days


def assert_without_gaps():
    for day, serials in numbers_by_day().items():
        assert sorted(serials) == list(range(1, len(serials) + 1)), day


def test_a_hundred_kills_lose_no_number_that_was_said(folder):
    database.close()
    dice = random.Random(20261122)
    nursery = Nursery(folder)
    for turn in range(KILLS):
        nursery.kill_one(dice.uniform(0, LONGEST), after="number" if turn % 2 else "")
    nursery.close()
    start(folder)
    said = [line.split()[1] for line in nursery.said if line.startswith("number")]
    stored = {number for (number,) in Case.select(Case.number).tuples()}
    assert len(said) == len(set(said)) >= KILLS // 2
    assert set(said) <= stored
    assert len(stored) - len(said) <= KILLS  # saved, but killed before it could say so
    assert_without_gaps()
    assert CaseEvent.select().count() == len(stored)  # no case without its line of history
    assert check().ok


def test_a_draft_that_was_kept_is_there_after_every_kill(folder):
    database.close()
    dice = random.Random(8)
    nursery = Nursery(folder)
    for _ in range(10):
        nursery.kill_one(dice.uniform(0, LONGEST), after="draft")
    nursery.close()
    start(folder)
    last = {}
    for line in nursery.said:
        if line.startswith("draft"):
            _, draft, turn = line.split()
            last[int(draft)] = int(turn)
    assert last
    assert set(last) <= {one.id for one in list_drafts()}
    for draft, turn in last.items():
        assert load(draft)["turn"] in (turn, turn + 1)


def test_a_request_for_a_visit_is_kept_to_the_last_letter(folder):
    """Typed into its window, which is killed in the middle of it."""
    makers.somebody()
    database.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typing_request", folder],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as typing:
        last = next(line for line in typing.stdout if line.startswith(b"typed 12"))
        typing.kill()
        last = [last, *typing.stdout][-1]
    start(folder)
    (kept,) = list_drafts("visit")
    typed = len(load(kept.id)["directions"])
    assert typed in (int(last.split()[1]), int(last.split()[1]) + 1)


@pytest.mark.parametrize("writers", [2, 4])
def test_several_writers_leave_no_gap_and_no_number_twice(folder, writers):
    cases = 15
    programs = [program("fill", folder, cases) for _ in range(writers)]
    said = [
        line for one in programs for line in one.communicate(timeout=120)[0].split(b"\n") if line
    ]
    assert [one.returncode for one in programs] == [0] * writers
    assert len(set(said)) == writers * cases == Case.select().count()
    assert_without_gaps()


def test_several_programs_may_make_the_store_at_once(tmp_path):
    programs = [program("fill", tmp_path, 0) for _ in range(4)]
    assert [one.communicate(timeout=120)[0] for one in programs] == [b""] * 4
    assert [one.returncode for one in programs] == [0] * 4
    start(tmp_path)
    assert check().ok
    database.close()
