"""Passwords as they are kept: salted and hashed, never the words themselves."""

import hmac
from base64 import b64decode, b64encode
from hashlib import scrypt
from secrets import choice, token_bytes
from unicodedata import normalize

from app import typed

COST = 2**15  # scrypt's n: about a tenth of a second and 32 MB a guess on an office computer
_BLOCK, _LANES, _LENGTH = 8, 1, 32  # r, p, bytes
_KIND = "scrypt"
LEAST, MOST = 8, 64  # characters
_DIGITS = "01234567890"
# Without letters and digits that a hand or an eye mixes up: 0 and O, 1 and I and L, U and V.
_SIGNS = "23456789ABCDEFGHJKMNPQRSTWXYZ"
_GROUPS, _GROUP = 5, 4  # some 97 bits: no lock is needed against guessing


def problem(password: str, *told: str) -> str:
    """What is wrong with a new password, or nothing; `told` is what everyone knows of its owner."""
    words = _plain(password)
    if len(words) < LEAST:
        return f"密码至少 {LEAST} 位。"
    if len(words) > MOST:
        return f"密码最多 {MOST} 位。"
    if len(set(words)) < 3 or words in _DIGITS or words in _DIGITS[::-1]:
        return "这个密码太容易猜到，请换一个。"
    if words.casefold() in {_plain(one).casefold() for one in told}:
        return "密码不能就是姓名或工号。"
    return ""


def hashed(password: str) -> str:
    """What is kept of it, with the cost it was made at: a later cost leaves the old ones good."""
    salt = token_bytes(16)
    key = _key(password, salt, COST, _BLOCK, _LANES)
    return "$".join((_KIND, str(COST), str(_BLOCK), str(_LANES), _text(salt), _text(key)))


def fits(password: str, kept: str) -> bool:
    """Whether it is the one; compared in a time that tells nothing."""
    kind, cost, block, lanes, salt, key = kept.split("$")
    assert kind == _KIND
    tried = _key(password, b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(tried, b64decode(key))


def new_code() -> str:
    """A recovery code in groups: K7QM-2R9T-…"""
    groups = ("".join(choice(_SIGNS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def code_as_kept(text: str) -> str:
    """A recovery code however it was typed off its sheet: blanks, small letters, full width."""
    return typed.digits(text).upper()


def _key(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    words = _plain(password).encode("utf-8", "surrogatepass")
    room = 256 * cost * block  # OpenSSL's own limit is just below what this cost takes
    return scrypt(words, salt=salt, n=cost, r=block, p=lanes, maxmem=room, dklen=_LENGTH)


def _plain(password: str) -> str:
    """An input method may give full-width letters for the same keys."""
    return normalize("NFKC", password)


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
