"""A desk of its own that plans visits as fast as it can, beside another that does so too.

It says `ready`, waits for a line, plans every visit it is given at its hour, and says of each
whether it was taken or refused. With `round` it books all it was given at once, or nothing.
"""

import json
import sys
from datetime import time
from pathlib import Path

from app.errors import AppError
from app.startup import UNATTENDED, start
from app.visits.planning import Clashing
from app.visits.rounds import book_round, lay_out
from tests import makers, visiting


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def plan(folder, helpers, visits):
    start(folder, patience=UNATTENDED)
    say("ready")
    sys.stdin.readline()
    for visit, day, hour, minute in visits:
        try:
            when = {"day": visiting.WEDNESDAY.replace(day=day), "starts": time(hour, minute)}
            visiting.planned(visit, tuple(helpers), half=None, **when)
            say(f"taken {visit}")
        except Clashing:
            say(f"refused {visit}")


def book(folder, visits):
    start(folder, patience=UNATTENDED)
    made = lay_out(visits, visiting.WEDNESDAY)
    say("ready")
    sys.stdin.readline()
    try:
        book_round(made, makers.somebody(), makers.NOW)
        say("taken")
    except AppError:
        say("refused")


if __name__ == "__main__":
    place, given = Path(sys.argv[1]), json.loads(sys.argv[2])
    book(place, given) if sys.argv[3:] == ["round"] else plan(place, *given)
