"""How a paper can be laid out, and the drawing of it, which is done off the UI thread.

Imported inside: reportlab and the fonts take a while, and the worker has time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.sheets import ReceiptSheet, RegisterSheet
from models.choices import PaperKind

PaperSheet = ReceiptSheet | RegisterSheet


@dataclass(frozen=True)
class Layout:
    """One way of putting a paper on paper, and what to do with it at the counter."""

    key: str
    name: str
    write: Callable[[Any, Path], None]
    advice: str


@dataclass(frozen=True)
class Drawn:
    """The paper as it will come out, and the characters that no font here can print."""

    pdf: bytes
    missing: tuple[str, ...]


def draw(sheet: PaperSheet, layout: Layout) -> Drawn:
    """On the worker. The file does not outlive it: it is about a citizen."""
    from exports.kit.fonts import unprintable

    with TemporaryDirectory(prefix="bandecheng-") as folder:
        path = Path(folder) / "paper.pdf"
        layout.write(sheet, path)
        return Drawn(path.read_bytes(), tuple(unprintable(_texts(sheet))))


def _texts(part: object) -> Iterator[str]:
    """Every word of a sheet, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _texts(one)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))


def _two_copies(sheet: ReceiptSheet, path: Path) -> None:
    from exports.receipt_pdf import write_receipt_in_two_copies

    write_receipt_in_two_copies(sheet, path)


def _slip(sheet: ReceiptSheet, path: Path) -> None:
    from exports.receipt_pdf import write_receipt

    write_receipt(sheet, path)


def _large(sheet: ReceiptSheet, path: Path) -> None:
    from exports.receipt_pdf import write_large_receipt

    write_large_receipt(sheet, path)


def _register(sheet: RegisterSheet, path: Path) -> None:
    from exports.register_pdf import write_register

    write_register(sheet, path)


LAYOUTS: Mapping[PaperKind, tuple[Layout, ...]] = {
    PaperKind.RECEIPT: (
        Layout(
            "two",
            "A4 两联",
            _two_copies,
            "请群众核对姓名、诉求和答复期限，在存根联上签名；沿虚线裁开，一联交群众。",
        ),
        Layout(
            "a5", "A5", _slip, "只印群众联，交群众留存；凭编号和查询码，打电话就能问到办到哪一步。"
        ),
        Layout("large", "大字版", _large, "整张 A4，给看不清小字的群众。"),
    ),
    PaperKind.REGISTER: (
        Layout("a4", "A4", _register, "内部资料，含个人信息，归档用，不交群众。"),
    ),
}


def remembered(kind: PaperKind, key: str) -> Layout:
    """The layout that was chosen last, else the usual one."""
    every = LAYOUTS[kind]
    return next((one for one in every if one.key == key), every[0])
