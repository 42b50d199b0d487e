"""Where the tags of a field lie, and how they are painted."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.kit.icons import draw_icon
from ui.kit.paint import box, tag_width, width_of, words
from ui.kit.style import GAP, HALF, SMALL, Scheme, Tone

CROSS, TAG = 16, 22
Places = list[tuple[int, QRectF]]


def places(texts: Sequence[str], room: float, middle: float) -> Places:
    """One behind the other; the last ones where there is no room for all, after how many more."""
    widths = [tag_width(text) + CROSS for text in texts]
    first = 0
    while first < len(widths) - 1 and _more(first) + _length(widths[first:]) > room:
        first += 1
    left, found = _more(first), []
    for place in range(first, len(widths)):
        wide = min(widths[place], max(room - left, TAG + CROSS))
        found.append((place, QRectF(left - HALF, middle - TAG / 2, wide, TAG)))
        left += wide + HALF
    return found


def _length(widths: Sequence[float]) -> float:
    return sum(width + HALF for width in widths)


def _more(hidden: int) -> float:
    return width_of(f"+{hidden}", SMALL) + GAP if hidden else 0


def paint_tags(
    painter: QPainter, texts: Sequence[str], shown: Places, marked: int, scheme: Scheme
) -> None:
    if shown and shown[0][0]:
        first, rect = shown[0]
        words(painter, rect.translated(-rect.left(), 0), f"+{first}", scheme.muted, SMALL)
    for place, rect in shown:
        hue = scheme.hue(Tone.PRIMARY if place == marked else Tone.PLAIN)
        box(painter, rect, hue.weak, hue.ink if place == marked else "", radius=HALF)
        inner = rect.adjusted(GAP, 0, -CROSS - 2, 0)
        words(painter, inner, texts[place], hue.ink, SMALL)
        draw_icon(painter, rect.right() - CROSS - 1, rect.center().y(), "x", hue.ink, 12)
