"""What stands on the back of a visit sheet: the receipt for papers taken along, twice."""

from reportlab.lib.units import mm

from app.sheets.visits import VisitSheet
from exports.kit.form import Form
from exports.kit.grid import Grid
from exports.kit.marks import Cut
from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, Slot, Together
from exports.kit.prose import Prose, Style
from exports.kit.words import wording

_FORM = Form(10.5, lead=1.3, least=8 * mm)
_HEADS = (("序号", 2), ("材料名称", 10), ("原件或复印件", 4), ("份数", 3), ("退还时间和方式", 5))
_LINES = 4
_SMALL = Style(10, 1.5, "left")


def overleaf(sheet: VisitSheet) -> tuple[Piece, ...]:
    """One half stays with the citizen, the other goes back to the window."""
    cut = Cut(f"沿此线裁开　{sheet.number}　（骑缝章）", 10 * mm)
    return _receipt(sheet, "群众联"), Gap(0, growth=1), cut, _receipt(sheet, "窗口联")


def _receipt(sheet: VisitSheet, copy: str) -> Piece:
    """Lines to write on; those that stay empty are struck out by hand."""
    lines = [
        _FORM.row(
            _FORM.value(str(at), 2, align="center"),
            *(_FORM.value("", span) for _, span in _HEADS[1:]),
            least=9.5 * mm,
        )
        for at in range(1, _LINES + 1)
    ]
    slots = (("收件人", "同行人"), ("交件人", "日期"))
    return Together(
        (
            Prose("材料收条", Style(18, 1.5, "center", bold=True, tracking=0.3)),
            Beside(
                (
                    Prose(f"上门编号　{sheet.number}", Style(10.5, 1.6, "left")),
                    Prose(copy, Style(10.5, 1.6, "right")),
                ),
                (3, 1),
            ),
            Prose(_taken(sheet), Style(11, 1.5, indent=2)),
            Gap(1.5 * mm),
            Grid((_FORM.row(*(_FORM.label(name, span) for name, span in _HEADS)), *lines)),
            Prose(wording("visits", "receipt.strike"), _SMALL),
            *(Beside((Slot(a), Slot(b)), (1, 1), 8 * mm) for a, b in slots),
            Gap(2 * mm),
            Prose(_end(sheet), _SMALL),
        )
    )


def _taken(sheet: VisitSheet) -> str:
    if sheet.blank:
        return wording("visits", "receipt.blank")
    return wording("visits", "receipt", name=sheet.served.name, matter=sheet.matter)


def _end(sheet: VisitSheet) -> str:
    """Who gives it, and whom to ask."""
    centre = sheet.centre
    end = "receipt.end" if centre.phone else "receipt.end.no_phone"
    asked = wording("visits", end, phone=centre.phone, supervision=centre.supervision)
    return f"{centre.name}{wording('receipt', 'seal')}\n{asked}"
