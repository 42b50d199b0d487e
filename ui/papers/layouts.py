"""How a paper can be laid out, and the drawing of it, which is done off the UI thread.

Imported inside: reportlab and the fonts take a while, and the worker has time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.papers.kinds import PaperSheet
from app.sheets import ReceiptSheet
from models.choices import PaperKind


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


def _written(kind: PaperKind) -> Callable[[PaperSheet, Path], None]:
    def write(sheet: PaperSheet, path: Path) -> None:
        from exports.written import WRITERS

        WRITERS[kind](sheet, path)

    return write


_RECEIPTS = (
    Layout(
        "two",
        "A4 两联",
        _two_copies,
        "请群众核对姓名、诉求和答复期限，在存根联上签名；沿虚线裁开，一联交群众。",
    ),
    Layout("a5", "A5", _slip, "只印群众联，交群众留存；凭编号和查询码，打电话就能问到办到哪一步。"),
    Layout("large", "大字版", _large, "整张 A4，给看不清小字的群众。"),
)
_FOR_CITIZENS = "交给群众，请他在送达回执上签名；回执留下归档。"
_FOR_UNITS = "交给承办单位，请对方签收；签收联收回来归档。"
_FOR_THE_FILE = "内部资料，含个人信息，归档用，不交群众。"
_ADVICE: Mapping[PaperKind, str] = {
    PaperKind.REGISTER: _FOR_THE_FILE,
    PaperKind.ORDER: _FOR_UNITS,
    PaperKind.REMINDER: _FOR_UNITS,
    PaperKind.SUPERVISION: _FOR_UNITS,
    PaperKind.ESCALATION: "交给中心负责人批示；批示后收回来归档。",
    PaperKind.MISSING: _FOR_CITIZENS,
    PaperKind.OUT_OF_SCOPE: _FOR_CITIZENS,
    PaperKind.CANNOT: _FOR_CITIZENS,
    PaperKind.REFUSAL_APPROVAL: "一式两份，审批人签字后一份交审批人，一份归档。",
    PaperKind.EXTENSION_APPROVAL: "批准人签字后归档；扫描件加到办件的附件里。",
    PaperKind.EXTENSION: _FOR_CITIZENS,
    PaperKind.COMPLETION: _FOR_CITIZENS,
    PaperKind.MINUTES: "请到会单位签字，分送各单位；一份归档。",
    PaperKind.SURVEY: "请在场的人核对后签字；归档用。",
    PaperKind.CONFLICT: "请两个单位核对后签字；一份归档。",
    PaperKind.GROUP: _FOR_THE_FILE,
    PaperKind.EXEMPTION: "请参加研究的单位签字；归档用。",
    PaperKind.CUSTODY: "两人签字；一联交群众，凭它领回，一联归档。",
    PaperKind.REWORK: "评价人信息保密；整改后签字归档。",
    PaperKind.VISIT: "请单面打印：第 1 页签字后归档；第 2 页是材料收条，裁开后群众留一联。",
    PaperKind.VISIT_NOTICE: "交给群众，或请村干部带到；看不清的，在电话里念给他听。",
}


# The usual one first.
LAYOUTS: Mapping[PaperKind, tuple[Layout, ...]] = {
    PaperKind.RECEIPT: _RECEIPTS,
    **{kind: (Layout("a4", "A4", _written(kind), advice),) for kind, advice in _ADVICE.items()},
}


def remembered(kind: PaperKind, key: str) -> Layout:
    """The layout that was chosen last, else the usual one."""
    every = LAYOUTS[kind]
    return next((one for one in every if one.key == key), every[0])
