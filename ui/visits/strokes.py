"""How the week board is painted."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.visits.board import BoardDay, WeekBoard
from app.visits.cards import Card
from app.visits.crews import Team
from models.choices import HalfDay, VisitStatus
from ui.kit.days import say_weekday
from ui.kit.icons import draw_icon
from ui.kit.paint import CENTRE, box, fill, hairline, tag, tag_width, words
from ui.kit.style import CAPTION, HALF, ROUND, SMALL, Scheme, Tone
from ui.visits.places import CREW, HEAD, LINE, TITLE, CellPlace, Placed, Places

ICONS = {
    Tone.DANGER: "triangle-alert",
    Tone.WARN: "circle-alert",
    Tone.GOOD: "check",
    Tone.PLAIN: "undo-2",
    Tone.VISIT: "map-pin",
}


def tone_of(card: Card) -> Tone:
    """A clash that was given a reason for is only to be known of."""
    if card.status is VisitStatus.PLANNED and card.clashes:
        return Tone.WARN if card.override else Tone.DANGER
    return {VisitStatus.DONE: Tone.GOOD, VisitStatus.FAILED: Tone.PLAIN}.get(
        card.status, Tone.VISIT
    )


def paint_cell(
    painter: QPainter, place: CellPlace, scheme: Scheme, *, past: bool, aimed: bool, lines: int
) -> None:
    rect = place.rect
    if past:
        fill(painter, rect, scheme.canvas)
    hairline(painter, rect.topLeft(), rect.topRight(), scheme.line)
    hairline(painter, rect.topLeft(), rect.bottomLeft(), scheme.line)
    for group in place.groups:
        _group(painter, group, scheme, lines)
    if aimed:
        hue = scheme.hue(Tone.VISIT)
        box(painter, rect.adjusted(2, 2, -1, -1), line=hue.ink, radius=ROUND, width=2)


def _group(painter: QPainter, placed: Placed, scheme: Scheme, lines: int) -> None:
    cards = placed.group.cards
    tones = {tone_of(one) for one in cards}
    tone = next(one for one in ICONS if one in tones)
    hue, rect = scheme.hue(tone), placed.rect
    line = hue.ink if tone is Tone.DANGER else ""
    box(painter, rect, hue.weak, line, radius=ROUND)
    left = draw_icon(painter, rect.left() + 5, rect.top() + 12, ICONS[tone], hue.ink, 14) + HALF
    title = QRectF(left, rect.top() + 1, rect.right() - left - 2, TITLE)
    words(painter, title, placed.group.village, hue.ink, SMALL, bold=True)
    for card, place in placed.lines:
        _card(painter, card, place, scheme, lines)


def _card(painter: QPainter, card: Card, place: QRectF, scheme: Scheme, lines: int) -> None:
    tone = tone_of(card)
    wrong = tone in (Tone.DANGER, Tone.WARN)
    ink = scheme.hue(tone).ink if wrong else scheme.ink
    line = QRectF(place.left() + 6, place.top(), place.width() - 8, LINE)
    first = f"{card.starts_at:%H:%M} {card.person}"
    words(painter, line, first, ink, CAPTION if lines == 1 else SMALL)
    if lines > 1:
        what = card.matter
        if wrong:
            what = "撞期" if tone is Tone.DANGER else "撞期，有理由"
        soft = ink if wrong else scheme.muted
        words(painter, line.translated(0, LINE - 2), what, soft, CAPTION)


def paint_heads(
    painter: QPainter, board: WeekBoard, places: Places, scheme: Scheme, today: int
) -> None:
    """The days with their halves; a day that is not as its weekday says why."""
    fill(painter, QRectF(0, 0, places.width, HEAD), scheme.surface)
    for n, day in enumerate(board.days):
        left = CREW + 2 * n * places.wide
        wide = 2 * places.wide
        hairline(painter, QPointF(left, 0), QPointF(left, HEAD), scheme.line)
        room = QRectF(left, 5, wide, 22)
        if n == today:
            hue = scheme.hue(Tone.PRIMARY)
            box(painter, QRectF(room.center().x() - 58, 4, 116, 24), hue.weak, radius=12)
        ink = scheme.hue(Tone.PRIMARY).ink if n == today else scheme.ink
        words(painter, room, _day(day, today=n == today), ink, bold=True, align=CENTRE)
        for at, half in enumerate(HalfDay):
            cell = QRectF(left + at * places.wide, 31, places.wide, 20)
            words(painter, cell, half.label, scheme.muted, SMALL, align=CENTRE)


def paint_crew(painter: QPainter, team: Team, top: float, tall: float, scheme: Scheme) -> None:
    fill(painter, QRectF(0, top, CREW, tall), scheme.surface)
    hairline(painter, QPointF(0, top), QPointF(CREW, top), scheme.line)
    name = team.name or "未编组"
    left = max((CREW - tag_width(name)) / 2, 1)
    tag(painter, left, top + 20, name, scheme.hue(Tone.PLAIN))
    room = max(int((tall - 36) // LINE), 0)
    for n, one in enumerate(team.members[:room]):
        line = QRectF(2, top + 34 + LINE * n, CREW - 4, LINE)
        words(painter, line, one.name, scheme.muted, CAPTION, align=CENTRE)


def _day(day: BoardDay, *, today: bool) -> str:
    said = f"{say_weekday(day.day)} {day.day.day}"
    note = day.note or ("" if day.working else "休")
    return " · ".join(filter(None, (said, "今天" if today else note)))
