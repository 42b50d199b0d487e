"""What stands at the head and at the end of a paper: names, titles, seals, to whom it goes."""

from reportlab.lib.units import mm

from exports.kit.piece import Piece
from exports.kit.pieces import RED, Balanced, Beside, Gap, Rule, Together
from exports.kit.prose import Prose, Style

_LONG = 16  # characters in a line of a head; longer ones are set smaller
_WIDE = {2: 1.0, 3: 0.6, 4: 0.3}  # short titles are set wide


def form_head(
    unit: str, title: str, left: str, right: str, shares: tuple[float, float] = (3, 2)
) -> Piece:
    """Over a form: who, what it is called, and a line with its number."""
    return Together(
        (
            Balanced(Prose(unit, Style(12, 1.3, "center"))),
            _title(title, 20, 1.5),
            Beside(
                (
                    Prose(left, Style(10.5, 1.6, "left")),
                    Prose(right, Style(10.5, 1.6, "right")),
                ),
                shares,
            ),
            Gap(0.5 * mm),
        )
    )


def letter_head(unit: str, title: str, number: str) -> Piece:
    """Over a notice to a citizen, in black: the window's printer has no other colour."""
    return Together(
        (
            Balanced(Prose(unit, Style(15, 1.5, "center", tracking=0.08))),
            _title(title, 22, 1.6),
            Prose(number, Style(12, 1.6, "center")),
            Gap(1 * mm),
            Rule(1.4, double=True),
            Gap(4 * mm),
        )
    )


def masthead(unit: str, left: str, right: str) -> Piece:
    """Over an official paper: a name wide across, number and date, a double rule, in red."""
    size = 26 if max(map(len, unit.split("\n"))) <= _LONG else 21
    return Together(
        (
            Balanced(Prose(unit, Style(size, 1.4, "center", bold=True, tracking=0.12, ink=RED))),
            Gap(3 * mm),
            Beside(
                (Prose(left, Style(13, 1.5, "left")), Prose(right, Style(13, 1.5, "right"))),
                (2, 3),
            ),
            Gap(0.5 * mm),
            Rule(1.8, RED, double=True),
        )
    )


def document_title(text: str) -> Piece:
    """What an official paper is about."""
    return Balanced(Prose(text, Style(20, 1.5, "center", bold=True)))


def signed(unit: str, on: str, seal: str, size: float) -> Piece:
    """Issued by, date, and room for the round seal (40 mm) over both."""
    return Together(
        (
            Gap(7 * mm),
            Beside(
                (
                    Prose("", Style(size)),
                    Balanced(Prose(f"{unit}\n{on}\n{seal}", Style(size, 1.6, "center"))),
                ),
                (1, 1),
            ),
            Gap(5 * mm),
        )
    )


def imprint(sent_to: str, unit: str, on: str) -> Piece:
    """The ruled block at the very end: to whom it goes, who printed it when."""
    sent = (Prose(f"分送：\t{sent_to}", Style(12, 1.6, hang=3)), Rule(0.5)) if sent_to else ()
    return Together(
        (
            Rule(1.0),
            *sent,
            Prose(f"{unit}　　{on}印发", Style(12, 1.6, "right")),
            Rule(1.0),
        )
    )


def _title(text: str, size: float, lead: float) -> Prose:
    return Prose(text, Style(size, lead, "center", bold=True, tracking=_WIDE.get(len(text), 0.06)))
