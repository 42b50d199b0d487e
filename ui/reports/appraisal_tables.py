"""How units and their points stand in the tables of the appraisal."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.appraisal import Point, PointState, UnitScore
from ui.kit.paint import RIGHT, hairline, width_of, words
from ui.kit.style import BODY, SMALL, Scheme, Tone
from ui.kit.table import Column

OPEN = (PointState.APPEALED, PointState.UNJUDGED)


def said(points: int) -> str:
    return f"{points:+d}" if points else "0"


@dataclass(frozen=True)
class Told:
    """Words over what explains them; struck through where they no longer count."""

    words: str
    under: str
    struck: bool = False
    tone: Tone = Tone.PLAIN

    def __str__(self) -> str:
        return f"{self.words} {self.under}".strip()


def told(painter: QPainter, room: QRectF, value: Told, scheme: Scheme) -> None:
    """The upper line is what counts, the lower one in the tone of what has to be seen to."""
    middle = room.center().y()
    tall = 20 if value.under else 10
    upper = QRectF(room.left(), middle - tall, room.width(), 20)
    ink = scheme.muted if value.struck else scheme.ink
    right = words(painter, upper, value.words, ink, BODY)
    if value.struck:
        y = upper.center().y()
        hairline(painter, QPointF(upper.left(), y), QPointF(right, y), scheme.ink)
    if value.under:
        soft = scheme.muted if value.tone is Tone.PLAIN else scheme.hue(value.tone).ink
        words(painter, upper.translated(0, 20), value.under, soft, SMALL)


def worth(painter: QPainter, room: QRectF, value: Told, scheme: Scheme) -> None:
    ink = scheme.muted if value.struck else scheme.ink
    words(painter, room, value.words, ink, BODY, bold=not value.struck, align=RIGHT)
    if value.struck:
        left, middle = room.right() - width_of(value.words, BODY), room.center().y()
        hairline(painter, QPointF(left - 2, middle), QPointF(room.right(), middle), scheme.ink)


UNITS: tuple[Column[UnitScore], ...] = (
    Column("单位", lambda one: one.unit),
    Column("件数", lambda one: one.cases, width=70, number=True),
    Column("加分", lambda one: said(one.plus), width=70, number=True),
    Column("减分", lambda one: said(one.minus), width=70, number=True),
    Column("合计", lambda one: one.shown_total, width=150, number=True),
    Column("要定的", lambda one: one.open_points or "", width=84, number=True),
)
POINTS: tuple[Column[Point], ...] = (
    Column("日期", lambda one: f"{one.at:%m-%d}", width=58, soft=True),
    Column("事情", lambda one: _event(one), width=118, draw=told),
    Column("分", lambda one: _worth(one), width=48, draw=worth, number=True),
    Column("办件", lambda one: Told(one.number, one.matter), width=196, draw=told),
    Column("为什么", lambda one: Told(one.in_full, one.told), draw=told),
)


def _event(one: Point) -> Told:
    said_of_it = [] if one.counts else [one.state.label]
    if one.open and one.state not in OPEN:
        said_of_it.append(PointState.APPEALED.label)
    return Told(one.name, "，".join(said_of_it), one.struck, Tone.WARN if one.open else Tone.PLAIN)


def _worth(one: Point) -> Told:
    return Told(said(one.full if one.struck else one.points), "", one.struck)


def in_words(one: Point) -> str:
    """Why it was given, and all that was said of it since."""
    since = [each.told for each in one.reviews] or [one.told]
    return "\n".join(filter(None, (one.in_full, *since)))
