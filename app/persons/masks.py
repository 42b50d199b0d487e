"""Hiding most of what tells who someone is; one way of it for screens, papers and workbooks.

Characters are counted as code points: half of a rare character is never shown.
"""

import re
from collections.abc import Iterable

from app import typed
from app.persons.names import surname

_KEPT_SIGNS = "·• "
# Long enough for a phone's or a person's number; a day written in figures is neither.
_NUMBER = re.compile(
    r"(?<!\d)(?P<day>20\d\d-[01]?\d-[0-3]?\d)(?!\d)|\d[\d \u3000－-]{5,}[\dXxＸｘ]"
)
_GAP = re.compile(r"\s")
# Up to the village or community: after it come group, street and door.
_VILLAGE = re.compile(r".*?(?:村社区|村(?!村(?!民|委)|社区)|社区|居委会)|.*?(?:镇|乡|街道)")


def name(text: str, *, organisation: bool = False) -> str:
    """王秀英 → 王**, 欧阳𬎆䶮 → 欧阳**; a name of one character and an organisation's stay."""
    if organisation:
        return text
    family = len(surname(text))
    return text[:family] + "".join(char if char in _KEPT_SIGNS else "*" for char in text[family:])


def phone(text: str) -> str:
    """13812345678 → 138****5678, 0570-6001234 → 0570-***1234; the extension goes."""
    number = typed.phone(text)
    if re.fullmatch("1[0-9]{10}", number):
        return f"{number[:3]}****{number[7:]}"
    if landline := re.fullmatch(r"(0[0-9]+)-([0-9]{7,8})(?:-[0-9]+)?", number):
        area, local = landline.groups()
        return f"{area}-{'*' * (len(local) - 4)}{local[-4:]}"
    return _ends(number, 2)


def id_number(text: str) -> str:
    """330111199003070536 → 330111********0536; shorter numbers keep two at either end."""
    if len(text) >= 15:
        return text[:6] + "*" * (len(text) - 10) + text[-4:]
    return _ends(text, 2)


def address(text: str) -> str:
    """云溪镇石门村3组12号 → 云溪镇石门村****; without a village as much as the town."""
    if not text:
        return ""
    kept = _VILLAGE.match(text)
    return f"{kept[0] if kept else ''}****" if kept is None or kept[0] != text else text


def words(text: str, names: Iterable[str]) -> str:
    """What was written about a case, with the people of the case hidden, also where blanks stand
    within a name, and every number that is long enough to be a phone's or a person's."""
    bare = _GAP.sub("", text)
    for one in sorted(names, key=len, reverse=True):
        letters = _GAP.sub("", one)
        if len(letters) > 1 and letters in bare:
            written = re.compile(r"\s*".join(map(re.escape, letters)))
            text = name(one).join(written.split(text))
    return _NUMBER.sub(lambda found: found["day"] or "*" * len(found[0]), text)


def _ends(text: str, shown: int) -> str:
    """Both ends of a text that is long enough to hide something between them."""
    if len(text) < 3 * shown:
        return "*" * len(text)
    return text[:shown] + "*" * (len(text) - 2 * shown) + text[-shown:]
