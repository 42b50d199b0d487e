"""What a case can do now, as JSON: every move with what it needs."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.moves import Move, choosing, proposals
from app.moves.asks import Ask, Asked
from ui.command_line.move_json import ON_PAPER, sayable
from ui.command_line.told import plain


def tell_move(case_id: int, move: Move, today: date) -> dict[str, Any]:
    proposed = proposals(case_id, move, today)
    return {
        "move": move.act.value,
        "name": move.name,
        "to": move.to.value,
        "asks": [_asked(case_id, one, proposed, signed=move.is_signed) for one in sayable(move)],
    }


def _asked(
    case_id: int, asked: Asked, proposed: Mapping[str, Any], *, signed: bool = False
) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": asked.name,
        "label": asked.label,
        "kind": asked.kind.name.lower(),
        "needed": bool(asked.needed) or (signed and asked.name == ON_PAPER),
    }
    if asked.choices:
        told["choices"] = {one.value: one.label for one in asked.offered}
    if asked.kind is Ask.ONE_OF:
        told["choices"] = [label for _, label in choosing.choices_for(case_id, asked)]
    if asked.when:
        told["when"] = {asked.when[0]: asked.when[1].value}
    if asked.kind is Ask.NUMBER:
        told["least"], told["most"] = asked.least, asked.most
    if asked.columns:
        told["columns"] = [_asked(case_id, one, {}) for one in asked.columns]
    if (value := proposed.get(asked.name)) not in (None, "", ()):
        told["proposed"] = _sayable(case_id, asked, value)
    return told


def _sayable(case_id: int, asked: Asked, value: Any) -> Any:
    """As the value would be written to say it."""
    if asked.kind is Ask.ONE_OF:
        return dict(choosing.choices_for(case_id, asked))[value]
    if asked.kind is Ask.ROWS:
        columns = {one.name: one for one in asked.columns}
        return [
            {name: _sayable(case_id, columns[name], each) for name, each in row.items()}
            for row in value
        ]
    return plain(value)
