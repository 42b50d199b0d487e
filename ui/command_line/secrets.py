"""Passwords of a command: asked for, or a line each of standard input; never an argument, which
others on the computer can see."""

import sys
from getpass import getpass

from app.errors import AppError


def of_mailbox() -> str:
    """Of the keyring, where it is kept there."""
    from app.mail.passwords import kept
    from app.mail.settings import get_settings

    if password := kept(get_settings()):
        return password
    if not (password := _line("邮箱密码（授权码）：")):
        raise AppError("没有邮箱密码：请从标准输入给一行密码，或者先在“设置—邮件”里存进密码库。")
    return password


def of_workbook() -> str:
    """That what is sent is sealed with; whoever types it types it twice."""
    from app.mail.sealing import problems

    password = _line("附件密码：")
    again = _line("附件密码，再输一遍：") if sys.stdin.isatty() else password
    if found := problems(password, again):
        raise AppError(
            f"附件没有加密，没有发送：{''.join(found.values())}"
            "密码从标准输入给一行；邮箱密码不在密码库里的，先给邮箱密码，再给附件密码。"
        )
    return password


def _line(asked: str) -> str:
    typed = getpass(asked) if sys.stdin.isatty() else sys.stdin.readline()
    return typed.rstrip("\r\n")
