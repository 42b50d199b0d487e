"""All questions that stop the program: which file, are you sure, why. Tests replace only this."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.editors import Text
from ui.kit.field import Field, name_it
from ui.kit.hint import Hint
from ui.kit.style import BLOCK, GAP, TITLE, WIDE, Tone, font

WIDTH = 440
Kind = tuple[str, str]  # ("Excel 工作簿", "xlsx"), ("图片", "jpg png")


def where_to_save(parent: QWidget, title: str, proposed: Path, *kinds: Kind) -> Path | None:
    """A file to be written; it is asked whether one of that name may be replaced."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), _patterns(kinds))
    if not chosen:
        return None
    path, endings = Path(chosen), [one for _, some in kinds for one in some.split()]
    if not endings or path.suffix[1:].lower() in endings:
        return path
    return path.with_name(f"{path.name}.{endings[0]}")  # as the dialog of Windows does by itself


def which_files(
    parent: QWidget, title: str, *kinds: Kind, folder: Path | None = None
) -> list[Path]:
    """Files to be read; none if the person thought better of it."""
    start = str(folder) if folder else ""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, start, _patterns(kinds))
    return [Path(one) for one in chosen]


def which_folder(parent: QWidget, title: str, folder: Path | None = None) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(folder) if folder else "")
    return Path(chosen) if chosen else None


def _patterns(kinds: Sequence[Kind]) -> str:
    return ";;".join(
        f"{name} ({' '.join(f'*.{one}' for one in endings.split())})" for name, endings in kinds
    )


def is_sure(parent: QWidget, act: str, consequence: str = "", *, harm: bool = False) -> bool:
    """Ask with the act itself on the button: “作废回执 HZ20261122-003”, never 是 and 否."""
    asked = Question(parent, act, consequence, harm=harm)
    return asked.exec() == QDialog.DialogCode.Accepted


def why(
    parent: QWidget, act: str, prompt: str, consequence: str = "", *, harm: bool = False
) -> str | None:
    """Ask for a reason before the act; None if the person thought better of it."""
    asked = Question(parent, act, consequence, prompt=prompt, harm=harm)
    return asked.reason() if asked.exec() == QDialog.DialogCode.Accepted else None


class Question(QDialog):
    """The safe way out has the keyboard first, and Esc."""

    def __init__(
        self,
        parent: QWidget | None,
        act: str,
        consequence: str,
        *,
        prompt: str = "",
        harm: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("请确认")
        self.setAccessibleName(f"{act}？{consequence}")
        column = QVBoxLayout(self)
        column.setContentsMargins(BLOCK, BLOCK, BLOCK, BLOCK)
        column.setSpacing(WIDE)
        for text, large in ((f"{act}？", True), (consequence, False)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(TITLE - 2 if large else 14, bold=large))
            label.setWordWrap(True)
            label.setFixedWidth(WIDTH)
            label.setVisible(bool(text))
            column.addWidget(label)
        self.text = Text(lines=3)
        self.hint = Hint()
        if prompt:
            field = Field(self.text)
            label = QLabel(prompt)
            label.setBuddy(field)
            name_it(field, prompt)
            for part in (label, field, self.hint):
                column.addWidget(part)
        self._needs_reason = bool(prompt)
        self.back = Button("先不")
        self.go = Button(act, Rank.DANGER if harm else Rank.PRIMARY)
        self.back.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.go)
        column.addLayout(row)
        (self.text if prompt else self.back).setFocus()

    def reason(self) -> str:
        return self.text.value()

    def _go(self) -> None:
        if self._needs_reason and not self.reason():
            self.hint.say("写一句原因，以后查得到", Tone.DANGER)
            self.text.setFocus()
        else:
            self.accept()
