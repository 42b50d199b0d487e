"""Cleaning what people type, paste or import, before anything looks at it."""

import re
from collections.abc import Callable, Iterable, Mapping

# Neither seen nor meant: controls, zero-width and bidirectional marks, soft hyphen, byte order
# mark, object replacement, noncharacters, tags. A printed paper or a cell of a workbook can hold
# none of them. Variation selectors stay: some names are written with them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e00ff]"
)
# Letters by their category, but blank to the eye: a name made of them would look empty.
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANK_LINES = re.compile("\n{3,}")

_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_HYPHENS = re.compile("[-\u2010-\u2015\u2212\ufe58\ufe63_]")
_EXCEL_FLOAT = re.compile(r"([0-9]+)\.0+")
_COUNTRY = re.compile(r"(?:\+|00)86|86(?=1[0-9]{10}$)")
_MOBILE = re.compile("1[0-9]{10}")
_AREA = "0(?:10|2[0-9]|[3-9][0-9]{2})"
_LANDLINE = re.compile(rf"({_AREA})([0-9]{{7,8}})(?:(?:转|EXT\.?|X|#|,|;)([0-9]{{1,6}}))?")
_WITH_EXTENSION = re.compile(rf"({_AREA})-?([0-9]{{7,8}})-([0-9]{{1,6}})")
_RIGHT_PHONE = re.compile(r"1[0-9]{10}|0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]{1,6})?")
_OFFICE_PHONE = re.compile(r"[48]00[0-9]{7}|1[0-9]{2,5}|9[0-9]{4,5}")


def _visible(text: str) -> str:
    if _SURROGATE.search(text):
        # Halves that belong together become their character; a lone half cannot be stored in
        # UTF-8 at all and goes.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return _BLANK.sub(" ", _INVISIBLE.sub("", text))


def line(text: str) -> str:
    """One line of visible characters, single spaces between words and none around."""
    return " ".join(_visible(_LINE_END.sub(" ", text)).split())


def paragraphs(text: str) -> str:
    """Lines of visible characters, trimmed, with at most one empty line between them."""
    lines = _visible(_LINE_END.sub("\n", text)).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(" ".join(each.split()) for each in lines)).strip()


def half_width(text: str) -> str:
    """Full-width letters, digits and signs as ASCII; for numbers and codes, never for prose."""
    return text.translate(_HALF_WIDTH)


def digits(text: str) -> str:
    """A number without spaces, hyphens and what Excel adds: `13812345678.0`, `'3301…`.

    Letters stay as they are, so that it serves ID numbers too.
    """
    bare = _HYPHENS.sub("", half_width(line(text)).replace(" ", "")).lstrip("'‘’`")
    whole = _EXCEL_FLOAT.fullmatch(bare)
    return whole[1] if whole else bare


def phone(text: str) -> str:
    """A phone number in the form it is stored in: `10012345678`, `0570-6001234-801`.

    What is no phone number comes back as bare as it can be; `phone_problem` says what is wrong.
    """
    dashed = re.sub(r"[()（）\s]", "", half_width(line(text))).upper()
    dashed = _country_off(_HYPHENS.sub("-", dashed))
    found = _WITH_EXTENSION.fullmatch(dashed) or _LANDLINE.fullmatch(digits(dashed))
    if found is None:
        return _country_off(digits(dashed))
    return "-".join(part for part in found.groups() if part)


def _country_off(number: str) -> str:
    if not (prefix := _COUNTRY.match(number)):
        return number
    rest = number[prefix.end() :].lstrip("-")
    # Abroad the 0 of an area code is left out: +86 570 …
    return rest if rest[:1] in {"0", ""} or _MOBILE.fullmatch(digits(rest)) else "0" + rest


def phone_problem(text: str) -> str:
    """What is wrong with a person's phone number, or nothing; an empty one is not wrong.

    Every number of 11 digits that begins with 1 is taken: numbers beginning with 100 are given
    to no one and serve demonstrations.
    """
    number = phone(text)
    if not number or _RIGHT_PHONE.fullmatch(number):
        return ""
    if re.fullmatch("1[0-9]*", number):
        missing = 11 - len(number)
        return f"手机号还少 {missing} 位。" if missing > 0 else f"手机号多了 {-missing} 位。"
    if re.fullmatch("0[0-9]*", number):
        return "座机号请填写区号加 7 到 8 位号码，例如 0570-6001234。"
    return "请填写 11 位手机号，或带区号的座机号。"


def office_phone_problem(text: str) -> str:
    """As `phone_problem`, for offices, which also have numbers such as 12345 and 400…."""
    return "" if _OFFICE_PHONE.fullmatch(phone(text)) else phone_problem(text)


def halved(text: str) -> str:
    """A sentence where half of a rare character is in the text, as a broken paste leaves it."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return "有一个字只剩半个，存不下来，请删掉它重新输入。" if _SURROGATE.search(joined) else ""


def too_long(text: str, limit: int) -> str:
    """A sentence where a text has more characters than fit, else nothing.

    Code points are counted: a rare character of two UTF-16 units is one.
    """
    over = len(text) - limit
    return f"最多 {limit} 个字，请删去 {over} 个。" if over > 0 else ""


def overlong(record: object, limits: Mapping[str, int]) -> dict[str, str]:
    """The fields of a draft that are longer than they may be, each with its sentence."""
    return _wrong(record, limits, lambda field, text: too_long(text, limits[field]))


def broken(record: object, fields: Iterable[str]) -> dict[str, str]:
    """The fields of a draft that hold half of a character, each with its sentence."""
    return _wrong(record, fields, lambda _, text: halved(text))


def _wrong(
    record: object, fields: Iterable[str], look: Callable[[str, str], str]
) -> dict[str, str]:
    found = {field: look(field, getattr(record, field) or "") for field in fields}
    return {field: sentence for field, sentence in found.items() if sentence}
