"""One rule of the appraisal as one fills it in: on or off, its name, what it is worth."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.appraisal.meanings import MEANING
from app.appraisal.rules import MOST_IN_ALL, MOST_LEAST, MOST_POINTS, Rule
from models.choices import Merit
from ui.kit.editors import Line, Number
from ui.kit.field import Field
from ui.kit.hint import Hint
from ui.kit.style import GAP, HALF, Tone
from ui.kit.tick import Tick

WIDTHS = (44, 156, 88, 100, 96)
HEADS = ("启用", "叫法", "每次", "起计", "一季度最多")
UNLIMITED = "不限"


class RuleLine(QWidget):
    """Under the fields stands when the event counts; while something is wrong, what."""

    changed = Signal()

    def __init__(self, event: Merit) -> None:
        super().__init__()
        self.event_kind = event
        self.active = Tick("")
        self.name = Line()
        self.points = Number(least=1, most=MOST_POINTS, unit="分")
        early = event is Merit.EARLY
        self.least = Number(least=1, most=MOST_LEAST, unit="天以上" if early else "次起")
        self.most = Number(least=1, most=MOST_IN_ALL, unit="分", lacking=UNLIMITED)
        self.hint = Hint()
        self.fields: dict[str, QWidget] = {
            "active": self.active,
            **{name: Field(getattr(self, name)) for name in ("name", "points", "least", "most")},
        }
        across = QHBoxLayout()
        across.setSpacing(GAP)
        for (name, field), width in zip(self.fields.items(), WIDTHS, strict=True):
            field.setFixedWidth(width)
            editor = field.editor if isinstance(field, Field) else field
            editor.setAccessibleName(f"{event.label} {HEADS[list(self.fields).index(name)]}")
            editor.changed.connect(self.changed)  # type: ignore[attr-defined]
            across.addWidget(field)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF)
        column.setSpacing(0)
        column.addLayout(across)
        under = QHBoxLayout()
        under.setContentsMargins(WIDTHS[0] + GAP, 0, 0, 0)
        under.addWidget(self.hint)
        column.addLayout(under)
        self.say({})

    def fill(self, rule: Rule) -> None:
        self.active.set_value(rule.active)
        self.name.set_value(rule.name)
        self.points.set_value(rule.points)
        self.least.set_value(rule.least)
        self.most.set_value(rule.most or self.most.minimum())

    def said(self) -> Rule:
        most = self.most.value()
        return Rule(
            self.event_kind,
            self.name.value(),
            active=self.active.value(),
            points=self.points.value(),
            least=self.least.value(),
            most=None if most == self.most.minimum() else most,
        )

    def say(self, wrong: dict[str, str]) -> None:
        """What is wrong, by field, or when it counts."""
        for name, field in self.fields.items():
            if isinstance(field, Field):
                field.set_tone(Tone.DANGER if name in wrong else Tone.PLAIN)
        sentence = next(iter(wrong.values()), "")
        self.hint.say(sentence or MEANING[self.event_kind], Tone.DANGER if sentence else Tone.PLAIN)
