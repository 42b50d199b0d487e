"""Giving a file its place, also where a virus scanner looks at every fresh file first."""

import sys
from pathlib import Path
from time import sleep

WINDOWS = sys.platform == "win32"
PAUSES = (0.05, 0.1, 0.2, 0.4)  # seconds


def put_in_place(part: Path, path: Path) -> None:
    """Rename the part, which is whole and closed, over what is there.

    Windows refuses that while any program has one of the two open. A scanner has done in a moment,
    so it is tried again; an office program has not, and the PermissionError is raised.
    """
    for pause in PAUSES if WINDOWS else ():
        try:
            part.replace(path)
        except PermissionError:
            sleep(pause)
        else:
            return
    part.replace(path)
