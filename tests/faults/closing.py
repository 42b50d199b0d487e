"""A program of its own that lets children close one month each, and kills every one of them."""

import os
import random
import select
import signal
import sys
from datetime import date, datetime
from pathlib import Path

from app.directory import Who
from app.month.locks import lock_month
from app.startup import start

MONTHS = tuple(date(2025, month, 1) for month in range(1, 13))
NOW = datetime(2026, 11, 22, 8, 31)
LONGEST = 0.2  # seconds until the kill; closing a month takes about half of that


def close(folder, month, opened):
    start(folder)
    os.write(opened, b"1")
    lock_month(month, Who(1, "王芳", "01"), NOW)
    os._exit(0)


def kill_all(folder):
    chance = random.Random(1)
    for month in MONTHS:
        heard, opened = os.pipe()
        if child := os.fork():
            os.read(heard, 1)
            select.select([], [], [], chance.uniform(0, LONGEST))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        else:
            close(folder, month, opened)


if __name__ == "__main__":
    kill_all(Path(sys.argv[1]))
