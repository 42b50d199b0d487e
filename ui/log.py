"""The log: where the program failed, never on whose case.

Only this program's own lines get into the file. What an error says may quote a name, a phone or a
number, and so may what other libraries log; types and places cannot.
"""

import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

log = logging.getLogger("bandecheng")
LARGEST, KEPT = 512_000, 3  # bytes a file, files beside the newest
_HOME = Path(__file__).resolve().parents[1]


def open_log(file: Path) -> None:
    # Imported here: it draws in sockets and queues, and the first picture waits for this module.
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(
        file, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def close_log() -> None:
    for handler in tuple(log.handlers):
        log.removeHandler(handler)
        handler.close()


def log_unexpected(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """For `sys.excepthook` while no window stands that could tell of it."""
    log.critical("unexpected error\n%s", places_of(error))
    sys.__excepthook__(kind, error, trace)


def places_of(error: BaseException) -> str:
    """The error's kind and where it was raised, and the same of each error it came from."""
    return "\n".join(_lines(error))


def _lines(error: BaseException | None) -> Iterator[str]:
    while error is not None:
        code = getattr(error, "sqlite_errorname", "")
        yield " ".join(filter(None, (type(error).__module__, type(error).__qualname__, code)))
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"    {_short(Path(frame.filename))}:{frame.lineno} {frame.name}"
        error = error.__cause__ or error.__context__


def _short(file: Path) -> str:
    """Below the program's own folder: the whole path may begin with the user's name."""
    if file.is_relative_to(_HOME):
        return file.relative_to(_HOME).as_posix()
    return "/".join(file.parts[-2:])
