"""A desk of its own that plans visits as fast as it can, beside another that does so too.

It says `ready`, waits for a line, plans every visit it is given at its hour, and says of each
whether it was taken or refused.
"""

import json
import sys
from datetime import time
from pathlib import Path

from app.startup import UNATTENDED, start
from app.visits.planning import Clashing
from tests import visiting


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


if __name__ == "__main__":
    plan(Path(sys.argv[1]), *json.loads(sys.argv[2]))
