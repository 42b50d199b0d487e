"""Where the files that travel with the program lie."""

import sys
from pathlib import Path

_SOURCE = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file or folder below resources/, from source as well as in the frozen program."""
    # PyInstaller unpacks data files below this folder, which need not be the program's own.
    root = Path(getattr(sys, "_MEIPASS", _SOURCE))
    return root.joinpath("resources", *parts)
