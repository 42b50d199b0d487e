"""What colour and icon say of a visit."""

from app.visits.cards import Card
from models.choices import VisitStatus
from ui.kit.style import Tone

# What matters most first: a village is shown as the first of these that any of its visits is.
ICONS = {
    Tone.DANGER: "triangle-alert",
    Tone.WARN: "circle-alert",
    Tone.VISIT: "map-pin",
    Tone.PLAIN: "undo-2",
    Tone.GOOD: "check",
}


def tone_of(card: Card) -> Tone:
    """A clash that was given a reason for is only to be known of."""
    if card.status is VisitStatus.PLANNED and card.clashes:
        return Tone.WARN if card.override else Tone.DANGER
    return {VisitStatus.DONE: Tone.GOOD, VisitStatus.FAILED: Tone.PLAIN}.get(
        card.status, Tone.VISIT
    )
