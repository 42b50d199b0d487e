"""What stands at the head of a form."""

from reportlab.lib.units import mm

from exports.kit.piece import Piece
from exports.kit.pieces import Beside, Gap, Together
from exports.kit.prose import Prose, Style


def form_head(unit: str, title: str, left: str, right: str) -> Piece:
    """Over a form: who, what it is called, and a line with its number."""
    return Together(
        (
            Prose(unit, Style(12, 1.3, "center")),
            Prose(title, Style(20, 1.5, "center", bold=True, tracking=0.06)),
            Beside(
                (
                    Prose(left, Style(10.5, 1.6, "left")),
                    Prose(right, Style(10.5, 1.6, "right")),
                ),
                (3, 2),
            ),
            Gap(0.5 * mm),
        )
    )
