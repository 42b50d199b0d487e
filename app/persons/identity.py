"""Identity numbers: whether one can be right, and what it tells of its holder."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app import typed
from app.errors import AppError
from models.choices import IdKind

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_EARLIEST = date(1850, 1, 1)  # no holder of a number was born before it
_CROSSES = str.maketrans("×✕╳ХΧ", "XXXXX")  # what is typed for the letter X


@dataclass(frozen=True)
class Identity:
    """A number as it is stored, and what it tells; nothing is guessed where it tells nothing."""

    number: str
    sex: str = ""
    born: date | None = None


def check_digit(first17: str) -> str:
    """The 18th character of a resident's number (GB 11643-1999, ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * weight for digit, weight in zip(first17, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def age(born: date, on: date) -> int:
    """Full years of life on that day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def canonical(kind: IdKind, number: str) -> str:
    """A number in the form it is stored in; 15 old digits become 18 where they can be right."""
    if kind is IdKind.OTHER:
        return typed.line(number)  # 军字第 … 号: its words and signs belong to it
    bare = typed.digits(number).upper().translate(_CROSSES)
    if kind in {IdKind.RESIDENT, IdKind.HOUSEHOLD} and re.fullmatch("[0-9]{15}", bare):
        return _upgraded(bare) or bare
    return bare


def problem(kind: IdKind, number: str, today: date) -> str:
    """What is wrong with a number and what to do about it; an empty one is not wrong."""
    bare = canonical(kind, number)
    return _RULES[kind](bare, today) if bare else ""


def read(kind: IdKind, number: str, today: date) -> Identity:
    """The number as stored with what it tells; an AppError says what is wrong with it."""
    if wrong := problem(kind, number, today):
        raise AppError(wrong)
    bare = canonical(kind, number)
    if len(bare) == 18 and kind in {IdKind.RESIDENT, IdKind.HOUSEHOLD, IdKind.FOREIGN}:
        return Identity(bare, "男" if int(bare[16]) % 2 else "女", _birthday(bare[6:14]))
    return Identity(bare)


def read_resident(number: str, today: date) -> Identity:
    return read(IdKind.RESIDENT, number, today)


def _birthday(digits: str) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born if born >= _EARLIEST else None


def _upgraded(old: str) -> str:
    """Numbers of 15 digits were given until 1999 and leave the century out (GB 11643-1999)."""
    first17 = f"{old[:6]}19{old[6:]}"
    return first17 + check_digit(first17) if _birthday(first17[6:14]) else ""


def _resident_problem(number: str, today: date) -> str:
    if strange := re.sub("[0-9X]", "", number):
        return f"身份证号只有数字，最后一位可以是 X，请核对“{strange[0]}”。"
    if "X" in number[:17]:
        return "X 只能在最后一位，请对照证件核对。"
    if len(number) != 18:
        missing = 18 - len(number)
        return f"身份证号还少 {missing} 位。" if missing > 0 else f"身份证号多了 {-missing} 位。"
    return _dated_problem(number, today)


def _dated_problem(number: str, today: date) -> str:
    born = _birthday(number[6:14])
    if born is None:
        return "出生日期不存在，请核对第 7 到 14 位。"
    if born > today:
        return "出生日期在今天以后，请核对第 7 到 14 位。"
    if check_digit(number[:17]) != number[17]:
        return "第 18 位校验码不对，请对照证件逐位核对。"
    return ""


def _foreign_problem(number: str, today: date) -> str:
    """Cards since 2023 have 18 digits that begin with 9; older ones 3 letters and 12 digits."""
    if re.fullmatch("9[0-9]{16}[0-9X]", number):
        return _dated_problem(number, today)
    right = re.fullmatch("[A-Z]{3}[0-9]{12}", number)
    return "" if right else "永居证号是 9 开头的 18 位，旧证是 3 个字母加 12 位数字，请核对。"


def _credit_code_problem(number: str, today: date) -> str:
    """GB 32100-2015. The first two places may be letters: village cooperatives begin with N."""
    from stdnum.cn import uscc  # 65 ms: not before an organisation gives its code

    if len(number) == 15 and number.isascii() and number.isdigit():
        return "15 位的是旧注册号，请填写营业执照上 18 位的统一社会信用代码。"
    if strange := re.sub("[0-9A-HJ-NPQRTUWXY]", "", number):
        return f"信用代码里没有“{strange[0]}”，请对照营业执照核对。"
    if missing := 18 - len(number):
        return f"信用代码还少 {missing} 位。" if missing > 0 else f"信用代码多了 {-missing} 位。"
    if not re.match("[0-9A-Z]{2}[0-9]{6}", number):
        return "第 3 到 8 位应是数字，请对照营业执照核对。"
    right = uscc.calc_check_digit(number) == number[17]
    return "" if right else "第 18 位校验码不对，请对照营业执照逐位核对。"


def _loose(pattern: str, sentence: str) -> Callable[[str, date], str]:
    return lambda number, today: "" if re.fullmatch(pattern, number) else sentence


_RULES: dict[IdKind, Callable[[str, date], str]] = {
    IdKind.RESIDENT: _resident_problem,
    IdKind.HOUSEHOLD: _resident_problem,
    IdKind.PASSPORT: _loose(
        "(?=.*[0-9])[0-9A-Z]{5,20}", "护照号是 5 到 20 位的字母和数字，请对照证件核对。"
    ),
    IdKind.HK_MACAU: _loose(
        "[HM][0-9]{8}(?:[0-9]{2})?", "港澳通行证号是 H 或 M 加 8 位数字，请对照证件核对。"
    ),
    IdKind.TAIWAN: _loose(
        "[0-9]{8}|[0-9]{10}(?:\\(?[A-Z]\\)?)?", "台湾通行证号是 8 位数字，请对照证件核对。"
    ),
    IdKind.FOREIGN: _foreign_problem,
    IdKind.CREDIT_CODE: _credit_code_problem,
    IdKind.OTHER: _loose(
        r"(?=.*\w)[\w\-/.,()（）〔〕\[\]·第号 ]{1,30}",
        "证件号请用文字、字母和数字填写，不超过 30 个字。",
    ),
}
