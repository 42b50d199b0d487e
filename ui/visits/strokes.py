"""How the week board is painted: half days and their villages, under the days, beside the crews."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from app.visits.board import BoardDay, WeekBoard
from app.visits.cards import Card
from app.visits.crews import Team
from models.choices import HalfDay
from ui.kit.days import say_weekday
from ui.kit.icons import draw_icon
from ui.kit.paint import CENTRE, RIGHT, box, fill, focus_ring, hairline, tag, tag_width, words
from ui.kit.style import CAPTION, HALF, RADIUS, ROUND, SMALL, Scheme, Tone, scheme_of
from ui.visits.cursor import Cursor
from ui.visits.places import CREW, HEAD, LINE, TITLE, CellPlace, Detail, Placed, Places
from ui.visits.sight import Sight
from ui.visits.tones import ICONS, tone_of
from ui.visits.unfolded import Unfolded

CHEVRONS = {-1: "chevron-left", 1: "chevron-right"}


@dataclass(frozen=True)
class Look:
    """What there is to be painted now."""

    board: WeekBoard
    places: Places
    sight: Sight
    today: date
    aimed: CellPlace | None  # where what is carried would be laid
    here: Cursor | None  # where the keyboard is, while it is on the board
    over: Unfolded | None


def paint_board(painter: QPainter, look: Look, widget: QWidget) -> None:
    scheme, room, offset = scheme_of(widget), look.sight.room, look.sight.offset
    painter.translate(-offset)
    painter.fillRect(room, QColor(scheme.surface))
    for one in look.places.all:
        if one.rect.intersects(room):
            _cell(painter, one, scheme, past=one.cell.day < look.today)
    _marks(painter, look, scheme)
    painter.translate(0, offset.y())
    _heads(painter, look, scheme)
    painter.translate(offset.x(), -offset.y())
    top: float = HEAD
    for team, tall in zip(look.board.teams, look.places.heights, strict=True):
        _crew(painter, team, top, tall, scheme)
        top += tall
    painter.resetTransform()
    painter.fillRect(QRectF(0, 0, CREW, HEAD), QColor(scheme.surface))
    for way, arrow in look.sight.arrows().items():
        box(painter, arrow, scheme.surface, scheme.edge, radius=ROUND)
        draw_icon(painter, arrow.left() + 2, arrow.center().y(), CHEVRONS[way], scheme.ink, 16)
    box(painter, QRectF(QPointF(), room.size()), line=scheme.line, radius=RADIUS)
    if look.over:
        painter.translate(-offset)
        look.over.paint(painter, scheme, look.here.card if look.here else None)


def _cell(painter: QPainter, place: CellPlace, scheme: Scheme, *, past: bool) -> None:
    rect = place.rect
    if past:
        fill(painter, rect, scheme.canvas)
    hairline(painter, rect.topLeft(), rect.topRight(), scheme.line)
    hairline(painter, rect.topLeft(), rect.bottomLeft(), scheme.line)
    for group in place.groups:
        _group(painter, group, scheme, place.detail)


def _group(painter: QPainter, placed: Placed, scheme: Scheme, detail: Detail) -> None:
    cards, rect = placed.group.cards, placed.rect
    tones = {tone_of(one) for one in cards}
    tone = next(one for one in ICONS if one in tones)
    hue = scheme.hue(tone)
    box(painter, rect, hue.weak, hue.ink if tone is Tone.DANGER else "", radius=ROUND)
    left = draw_icon(painter, rect.left() + 5, rect.top() + 11, ICONS[tone], hue.ink, 14) + HALF
    right = rect.right() - 5
    if detail is Detail.COUNT and len(cards) > 1:
        count = QRectF(left, rect.top(), right - left, TITLE)
        words(painter, count, str(len(cards)), hue.ink, CAPTION, align=RIGHT)
        right -= 10
    title = QRectF(left, rect.top(), right - left, TITLE)
    words(painter, title, placed.group.village, hue.ink, SMALL, bold=True)
    if detail is not Detail.COUNT:
        for card, place in placed.lines:
            _card(painter, card, place, scheme, detail)


def _card(painter: QPainter, card: Card, place: QRectF, scheme: Scheme, detail: Detail) -> None:
    tone = tone_of(card)
    wrong = tone in (Tone.DANGER, Tone.WARN)
    ink = scheme.hue(tone).ink if wrong else scheme.ink
    line = QRectF(place.left() + 6, place.top(), place.width() - 8, LINE)
    size = SMALL if detail is Detail.MATTERS else CAPTION
    words(painter, line, f"{card.starts_at:%H:%M} {card.person}", ink, size)
    if detail is Detail.MATTERS:
        what = card.wrong if wrong else card.matter
        soft = ink if wrong else scheme.muted
        words(painter, line.translated(0, LINE - 2), what, soft, CAPTION)


def _marks(painter: QPainter, look: Look, scheme: Scheme) -> None:
    """Where something is about to be laid, else where the keyboard is."""
    if look.aimed:
        hue = scheme.hue(Tone.VISIT)
        box(painter, look.aimed.rect.adjusted(2, 2, -1, -1), line=hue.ink, radius=ROUND, width=2)
    elif look.here and look.here.cell:
        card = look.here.card
        rects = [rect for one, rect in look.places.cards() if one is card]
        rect = rects[0] if rects else look.here.cell.rect.adjusted(2, 2, -1, -1)
        focus_ring(painter, rect, scheme, ROUND)


def _heads(painter: QPainter, look: Look, scheme: Scheme) -> None:
    """The days with their halves; a day that is not as its weekday says why."""
    fill(painter, QRectF(0, 0, look.places.width, HEAD), scheme.surface)
    wide = look.places.wide
    for n, day in enumerate(look.board.days):
        left, today = CREW + 2 * n * wide, day.day == look.today
        hairline(painter, QPointF(left, 0), QPointF(left, HEAD), scheme.line)
        room = QRectF(left, 5, 2 * wide, 22)
        if today:
            hue = scheme.hue(Tone.PRIMARY)
            box(painter, QRectF(room.center().x() - 58, 4, 116, 24), hue.weak, radius=12)
        ink = scheme.hue(Tone.PRIMARY).ink if today else scheme.ink
        words(painter, room, _day(day, today=today), ink, bold=True, align=CENTRE)
        for at, half in enumerate(HalfDay):
            cell = QRectF(left + at * wide, 31, wide, 20)
            words(painter, cell, half.label, scheme.muted, SMALL, align=CENTRE)


def _crew(painter: QPainter, team: Team, top: float, tall: float, scheme: Scheme) -> None:
    fill(painter, QRectF(0, top, CREW, tall), scheme.surface)
    hairline(painter, QPointF(0, top), QPointF(CREW, top), scheme.line)
    name = team.name or "未编组"
    left = max((CREW - tag_width(name)) / 2, 1)
    tag(painter, left, top + 18, name, scheme.hue(Tone.PLAIN))
    room = max(int((tall - 32) // LINE), 0)
    for n, one in enumerate(team.members[:room]):
        line = QRectF(2, top + 31 + LINE * n, CREW - 4, LINE)
        words(painter, line, one.name, scheme.muted, CAPTION, align=CENTRE)


def _day(day: BoardDay, *, today: bool) -> str:
    said = f"{say_weekday(day.day)} {day.day.day}"
    note = day.note or ("" if day.working else "休")
    return " · ".join(filter(None, (said, "今天" if today else note)))
