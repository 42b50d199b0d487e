"""A paper that belongs to no case: looked at, printed or saved."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QVBoxLayout, QWidget

from exports.files import replacing
from ui.kit import ask, printers
from ui.kit.button import Button, Rank
from ui.kit.field import Field
from ui.kit.paper import Fit, Paper
from ui.kit.pick import Pick
from ui.kit.rows import FieldRow
from ui.kit.sheet import Sheet
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying, wrapped

TALLEST, BESIDE = 1000, 280
NO_PRINTER = "没有找到打印机，可以另存 PDF"


def drawn(write: Callable[[Any, Path], None], sheet: object) -> bytes:
    """The paper as a PDF; its file does not outlive this."""
    with TemporaryDirectory(prefix="bandecheng-") as folder:
        path = Path(folder) / "paper.pdf"
        write(sheet, path)
        return path.read_bytes()


class PrintSheet(Sheet):
    """F9 prints it on the printer of the system, or the one that is picked."""

    def __init__(self, window: QWidget, name: str, pdf: bytes, advice: str) -> None:
        super().__init__(window, name, tallest=TALLEST)
        self._name, self._pdf = name, pdf
        self.paper = Paper(f"{name}预览", Fit.PAGE)
        self.paper.show_pdf(pdf)
        known = printers.names()
        usual = printers.usual()
        first = usual if usual in known else next(iter(known), None)
        self.printer = Pick([(one, one) for one in known], first)
        self.printer.setEnabled(bool(known))
        self.row = FieldRow("打印机", Field(self.printer))
        self.told = Saying()
        self.print = Button("打印", Rank.PRIMARY, icon="printer", key="F9")
        self.save = Button("另存 PDF", icon="download")
        self.close_it = Button("关闭", key="Esc")
        self.body.addWidget(self.paper, 1)
        self.body.addWidget(self._beside(advice))
        if not known:
            self.row.say(NO_PRINTER, Tone.WARN)
            self.print.setEnabled(False)
            self.save.set_rank(Rank.PRIMARY)
        self.first = self.print if known else self.save
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.close_it.clicked.connect(self.leave)

    def _beside(self, advice: str) -> QWidget:
        beside = QWidget()
        beside.setFixedWidth(BESIDE)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(wrapped(advice))
        column.addWidget(self.row)
        column.addWidget(self.told)
        column.addStretch(1)
        for button in (self.print, self.save, self.close_it):
            button.setFixedWidth(BESIDE)
            column.addWidget(button)
        return beside

    def _print(self) -> None:
        device = printers.printer(self.printer.value())
        device.setDocName(self._name)
        printers.put_on_paper(device, self.paper.leaves)
        self.told.say("已送打印机", Tone.GOOD)

    def _save(self) -> None:
        place = QStandardPaths.StandardLocation.DocumentsLocation
        proposed = Path(QStandardPaths.writableLocation(place)) / f"{self._name}.pdf"
        path = ask.where_to_save(self, f"另存{self._name}", proposed, ("PDF 文件", "pdf"))
        if path is None:
            return
        with replacing(path) as part:
            part.write_bytes(self._pdf)
        self.told.say(f"已存为 {path.name}", Tone.GOOD)
