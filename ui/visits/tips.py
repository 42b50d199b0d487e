"""What the mouse is told of what it rests on; a board that is full has no room to write it."""

from PySide6.QtCore import QPointF

from app.visits.board import WeekBoard
from app.visits.cards import Card
from ui.visits.places import CREW, Places


def tip_at(places: Places, board: WeekBoard, spot: QPointF, card: Card | None) -> str:
    """Of a visit all of it, of a crew who is in it; where there is nothing, nothing."""
    if card is not None:
        return told(card)
    cell = places.at(spot)
    if cell is not None and cell.cards:
        return "\n\n".join(map(told, cell.cards))
    row = places.at(QPointF(CREW + 1, spot.y()))
    crew = next((one for one in board.teams if row and one.name == row.cell.team), None)
    if crew is None or cell is not None:
        return ""
    return "\n".join((crew.name or "未编组", *map(str, crew.members)))


def told(card: Card) -> str:
    lines = (
        f"{card.starts_at:%H:%M}—{card.ends_at:%H:%M}　{card.person}　{card.village}",
        card.matter,
        "、".join([*map(str, card.crew), *(one.name for one in card.kits)]),
        *card.clashes,
        f"仍安排的理由：{card.override}" if card.clashes and card.override else "",
    )
    return "\n".join(filter(None, lines))
