"""Sums of money as people type them, and in the numerals of cheques."""

import re

from app import typed

_SUM = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿")


def fen(text: str) -> int | None:
    """1,200 or 1200.5, with the sign of yuan or without, in fen; None where it is no sum."""
    bare = typed.half_width(typed.line(text)).replace(",", "").replace(" ", "")
    found = _SUM.fullmatch(bare.lstrip("¥￥").removesuffix("元"))
    if found is None:
        return None
    return int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))


def in_figures(sum_in_fen: int) -> str:
    """With a comma between thousands, and both figures of fen."""
    yuan, rest = divmod(sum_in_fen, 100)
    return f"{yuan:,}.{rest:02}元"


def in_words(sum_in_fen: int) -> str:
    """As on cheques (正确填写票据和结算凭证的基本规定)."""
    yuan, rest = divmod(sum_in_fen, 100)
    jiao, cents = divmod(rest, 10)
    whole = f"{_whole(yuan)}元" if yuan else ""
    if not rest:
        return f"{whole or '零元'}整"
    tenths = f"{_DIGITS[jiao]}角" if jiao else ("零" if yuan else "")
    return f"{whole}{tenths}{_DIGITS[cents]}分" if cents else f"{whole}{tenths}整"


def _whole(number: int) -> str:
    """Groups of four figures; a zero is said once where figures or a place before are lacking."""
    said, gap = "", False
    for group in reversed(range(len(_GROUPS))):
        part = number // 10_000**group % 10_000
        if not part:
            gap = bool(said)
            continue
        zero = "零" if said and (gap or part < 1000) else ""
        said += zero + _four(part) + _GROUPS[group]
        gap = False
    return said


def _four(part: int) -> str:
    said, gap = "", False
    for place in reversed(range(4)):
        figure = part // 10**place % 10
        if figure:
            said += ("零" if gap and said else "") + _DIGITS[figure] + _PLACES[place]
        gap = not figure
    return said
