"""What was asked for on the command line; what is wrong with it is said in a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from getopt import GetoptError, getopt, gnu_getopt
from pathlib import PurePath

from app.errors import AppError

SEVERAL, WRITTEN = "…", ("--out", "--eml")
EVERYWHERE = {"--data": "DIR", "--help": "", "--version": ""}


@dataclass(frozen=True)
class Shape:
    """How a command is written: what is said in order, what by name, and what it does.

    `options` are names with a hint of the value; an empty hint stands for a switch, and one that
    ends with … for what may be said several times, a line each.
    """

    said: tuple[str, ...]
    does: str
    options: Mapping[str, str]
    needed: tuple[str, ...] = ()

    def usage(self, command: str) -> str:
        named = (
            told if name in self.needed else f"[{told}]"
            for name, hint in self.options.items()
            for told in (f"{name} {hint}".strip(),)
        )
        return " ".join((command, *self.said, *named))


@dataclass(frozen=True)
class Asked:
    """One command with what was said to it, or none where only an option was asked for."""

    command: str
    said: tuple[str, ...]
    options: Mapping[str, str]


def understand(arguments: Sequence[str], shapes: Mapping[str, Shape]) -> Asked:
    """Options may stand anywhere; after `--` nothing is one."""
    options, rest = _read(arguments, EVERYWHERE, to_command=True)
    if not rest:
        return Asked("", (), options)
    command, words = _command(rest, shapes)
    if command not in shapes:
        raise AppError(f"没有“{command}”这个命令，可用的有 {'、'.join(shapes)}。")
    shape = shapes[command]
    named, said = _read(words, {**EVERYWHERE, **shape.options})
    asked = Asked(command, tuple(said), options | named)
    if "--help" not in asked.options and (wrong := _wrong(asked, shape)):
        raise AppError(f"{command} {wrong}。写法是：{shape.usage(command)}")
    return asked


def _command(said: Sequence[str], shapes: Mapping[str, Shape]) -> tuple[str, Sequence[str]]:
    """One word, or two where several commands begin alike: `visit plan`."""
    if (both := " ".join(said[:2])) in shapes:
        return both, said[2:]
    return said[0], said[1:]


def _read(
    words: Sequence[str], options: Mapping[str, str], *, to_command: bool = False
) -> tuple[dict[str, str], list[str]]:
    """What was said by name, and all the rest; or what stands before the command, and the rest."""
    read = getopt if to_command else gnu_getopt
    long = [name[2:] + ("=" if hint else "") for name, hint in options.items()]
    try:
        pairs, rest = read(list(words), "", long)
    except GetoptError as error:
        raise AppError(_refused(error, options)) from error
    names = [name for name, _ in pairs]
    once = [name for name, hint in options.items() if not hint.endswith(SEVERAL)]
    if twice := [name for name in once if names.count(name) > 1]:
        raise AppError(f"{twice[0]} 写了两次，请只写一次。")
    return {name: "\n".join(said for one, said in pairs if one == name) for name in names}, rest


def _refused(error: GetoptError, options: Mapping[str, str]) -> str:
    name = f"--{error.opt}" if len(error.opt) > 1 else f"-{error.opt}"
    if "requires" in error.msg:
        return f"{name} 后面要写 {options.get(name, '内容')}。"
    if "must not" in error.msg:
        return f"{name} 后面不用写内容。"
    return f"不认识 {name}，可用的有 {'、'.join(options)}。"


def _wrong(asked: Asked, shape: Shape) -> str:
    lacking: Iterable[str] = [
        *shape.said[len(asked.said) :],
        *(name for name in shape.needed if not asked.options.get(name)),
    ]
    if lacking:
        return f"还缺 {'、'.join(lacking)}"
    if extra := asked.said[len(shape.said) :]:
        return f"后面多了“{extra[0]}”，有空格的请加引号"
    for name in (one for one in WRITTEN if one in asked.options):
        ending = PurePath(shape.options[name]).suffix
        if not asked.options[name].lower().endswith(ending):
            return f"写出的是 {ending} 的文件，{name} 请写成这样结尾的文件名"
    return ""
