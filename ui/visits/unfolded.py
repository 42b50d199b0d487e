"""A half day that has too little room for its visits, laid open over its neighbours."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.visits.cards import Card
from ui.kit.icons import draw_icon
from ui.kit.paint import box, focus_ring, shadow, words
from ui.kit.style import CAPTION, GAP, HALF, RADIUS, ROUND, SMALL, Scheme, Tone
from ui.visits.places import LINE, TITLE, CellPlace, Detail
from ui.visits.tones import ICONS, tone_of

WIDE, INSIDE = 244, 6


class Unfolded:
    """Each visit with its hour, who and what for, and in a word what is wrong with it."""

    def __init__(self, place: CellPlace, room: QRectF) -> None:
        """`room` is what it may lie over."""
        self._groups = [[card for card, _ in one.lines] for one in place.groups]
        tall = INSIDE + sum(TITLE + HALF + sum(map(_tall, cards)) for cards in self._groups)
        left = min(max(place.rect.left(), room.left()), room.right() - WIDE)
        top = max(min(place.rect.top(), room.bottom() - tall), room.top())
        self.rect = QRectF(left, top, WIDE, tall)
        self._lines = list(self._laid())

    def card_at(self, point: QPointF) -> Card | None:
        found = (card for card, rect in self._lines if rect.contains(point))
        return next(found, None)

    def paint(self, painter: QPainter, scheme: Scheme, here: Card | None) -> None:
        shadow(painter, self.rect, RADIUS, 8)
        box(painter, self.rect, scheme.surface, scheme.edge, radius=RADIUS)
        for cards in self._groups:
            first = next(rect for card, rect in self._lines if card is cards[0])
            tone = next(one for one in ICONS if one in {tone_of(each) for each in cards})
            ink, middle = scheme.hue(tone).ink, first.top() - TITLE / 2
            left = draw_icon(painter, first.left() + HALF, middle, ICONS[tone], ink, 14) + HALF
            title = QRectF(left, first.top() - TITLE, first.right() - left, TITLE)
            words(painter, title, cards[0].village, ink, SMALL, bold=True)
        for card, rect in self._lines:
            _line(painter, card, rect, scheme)
            if here and card.id == here.id:
                focus_ring(painter, rect, scheme, ROUND)

    def _laid(self) -> Iterator[tuple[Card, QRectF]]:
        top, left = self.rect.top() + HALF, self.rect.left() + HALF
        for cards in self._groups:
            top += TITLE
            for card in cards:
                yield card, QRectF(left, top, WIDE - 2 * HALF, _tall(card))
                top += _tall(card)
            top += HALF


def unfolded(place: CellPlace | None, room: QRectF) -> Unfolded | None:
    """Where the half day tells less than all there is to tell."""
    if place is None or not place.groups or place.detail is Detail.MATTERS:
        return None
    return Unfolded(place, room)


def _tall(card: Card) -> float:
    return 2 * LINE + 4 if card.wrong else LINE + 4


def _line(painter: QPainter, card: Card, rect: QRectF, scheme: Scheme) -> None:
    tone = tone_of(card)
    wrong = tone in (Tone.DANGER, Tone.WARN)
    room = QRectF(rect.left() + GAP, rect.top() + 2, rect.width() - 2 * GAP, LINE)
    ink = scheme.hue(tone).ink if wrong else scheme.ink
    after = words(painter, room, f"{card.starts_at:%H:%M} {card.person}", ink, SMALL)
    beside = QRectF(after + GAP, room.top(), room.right() - after - GAP, LINE)
    words(painter, beside, card.matter, scheme.muted, CAPTION)
    if card.wrong:
        why = f"{card.wrong}，有理由" if card.override else card.wrong
        words(painter, room.translated(0, LINE), why, ink, CAPTION)
