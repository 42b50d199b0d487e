"""What the workbook of a month is called."""

import re
from datetime import date

from app.month.period import in_words

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')  # in a file's name, on Windows


def workbook_name(centre: str, first: date, *, full: bool) -> str:
    """Whether persons are shown stands in the name, so that nobody sends it by mistake."""
    name = f"{centre}{in_words(first)}月报{'（未遮盖）' if full else ''}"
    return f"{_FORBIDDEN.sub('', name)}.xlsx"
