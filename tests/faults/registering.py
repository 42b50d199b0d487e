"""A program of its own that registers cases, to be killed; it says each number once it is saved.

It loads the program once and then, for every line it is given, lets a child do the work: so a
hundred kills take seconds. `fill FOLDER N` registers N cases instead, beside others that do so too.
"""

import os
import sys
from datetime import timedelta
from itertools import count
from pathlib import Path

from app.cases.registry import open_case
from app.drafts import keep
from app.persons.names import initials
from app.startup import UNATTENDED, start
from tests import makers


def say(text):
    os.write(1, f"{text}\n".encode())


def register(turn):
    """One case on one of two days, and what the form held a keystroke later."""
    now = makers.NOW - timedelta(days=turn % 2)
    opened = open_case(makers.draft(received_at=now), makers.somebody(), now)
    say(f"number {opened.number}")


def work(folder):
    start(folder)
    draft = None
    for turn in count():
        register(turn)
        draft = keep("case", draft, "盛建军", {"turn": turn}, None, makers.NOW)
        say(f"draft {draft} {turn}")


def serve(folder):
    initials("盛建军")  # loads the pinyin once, not in every child
    for _ in sys.stdin:
        if child := os.fork():
            say(f"child {child}")
            os.waitpid(child, 0)
            say("gone")
        else:
            work(folder)


def fill(folder, cases):
    start(folder, patience=UNATTENDED)
    for turn in range(cases):
        register(turn)


if __name__ == "__main__":
    place = Path(sys.argv[2])
    fill(place, int(sys.argv[3])) if sys.argv[1] == "fill" else serve(place)
