"""Two copies of one slip on one sheet, to be cut apart."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from exports.kit.marks import Cut
from exports.kit.page import SLIP, Sheet, draw_page, opened

_EDGE: float = 8 * mm  # the cut line stays so far from the edges of the paper


def write_two_copies(above: Sheet, below: Sheet, number: str, path: Path) -> None:
    """Both slips on A4; the number stands on the cut line, for the seal that goes across it."""
    cut = Cut(f"沿此线裁开　{number}　（骑缝章）", 8 * mm)
    with opened(path, A4, above.title, above.author) as page:
        for at in range(max(len(above.pages), len(below.pages))):
            for copy, up in ((above, SLIP.height), (below, 0)):
                page.saveState()
                page.translate(0, up)
                if at < len(copy.pages):
                    draw_page(page, copy, at)
                page.restoreState()
            cut.draw(page, _EDGE, SLIP.height + 4 * mm, A4[0] - 2 * _EDGE)
            page.showPage()
