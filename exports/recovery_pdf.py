"""管理员恢复码: one page to be folded, sealed and locked away."""

from pathlib import Path

from reportlab.lib.units import mm

from app.sheets.recovery import RecoverySheet
from exports.case_form import HAND, INTERNAL
from exports.kit.form import Form
from exports.kit.grid import COLUMNS, Cell, Grid
from exports.kit.heads import letter_head
from exports.kit.page import LETTER, Sheet, write_sheet
from exports.kit.piece import Piece
from exports.kit.pieces import Gap, Headed
from exports.kit.prose import Prose, Style, numbered
from exports.kit.words import moment, wording

_TEXT = Style(14, 1.7, hang=1.3)
_LARGEST = 28  # points


def write_recovery(sheet: RecoverySheet, path: Path) -> None:
    centre = sheet.centre
    about = f"管理员　{sheet.account}　　　{moment(sheet.issued_at)}生成"
    story: list[Piece] = [
        letter_head(f"{centre.name}{centre.window}", "管理员恢复码", about),
        Gap(6 * mm),
        _code(sheet),
        Gap(8 * mm),
        Headed(_head("怎么用"), _listed("recovery.for")),
        Gap(4 * mm),
        Headed(_head("怎么保管"), _listed("recovery.keep")),
        Gap(6 * mm, growth=1),
        Headed(_head("封存和拆封记录"), _sealed()),
    ]
    write_sheet(
        Sheet(title="管理员恢复码", author=centre.name, story=story, paper=LETTER, foot=INTERNAL),
        path,
    )


def _code(sheet: RecoverySheet) -> Grid:
    """On one line, as large as it goes: for tired eyes and poor copies."""
    groups = sheet.code.replace("-", " - ")
    wide = Prose(groups, Style(_LARGEST, bold=True)).natural_width()
    size = min(_LARGEST, _LARGEST * (LETTER.inner - 8 * mm) / wide)
    code = Cell(Prose(groups, Style(size, 1.5, "center", bold=True)), COLUMNS)
    return Grid((Form().row(code, least=32 * mm),))


def _head(text: str) -> Prose:
    return Prose(text, Style(14, 1.8, "left", bold=True))


def _listed(section: str) -> Prose:
    return Prose(numbered(wording("cases", section).split("\n")), _TEXT)


def _sealed() -> Grid:
    form = Form(12, lead=1.4)
    heads = (("封存人", 5), ("封存日期", 7), ("拆封人、原因", 7), ("拆封日期", 5))
    return Grid(
        (
            form.row(*(form.label(name, span) for name, span in heads)),
            *(form.row(*(form.value("", span) for _, span in heads), least=HAND) for _ in range(2)),
        )
    )
