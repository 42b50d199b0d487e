"""关于: which program this is, where its data lies, what it is made of."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.version import VERSION
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, PAD, SMALL, WIDE
from ui.kit.text import quiet, wrapped
from ui.settings.option import WIDEST, Option

KEYS = (
    ("F2", "登记一件"),
    ("F3", "记一次接待"),
    ("Ctrl+K", "查找：电话、证件号、姓名、首字母、编号"),
    ("F9", "保存；登记时保存并打印回执"),
    ("F10", "登记时保存再登一件"),
    ("Alt+1…7", "换页"),
    ("Enter", "到下一格；在列表里打开"),
    ("Esc", "退一步，关上弹出的页"),
)
PARTS = (
    ("办得成", "MIT"),
    ("Qt、PySide6", "LGPL-3.0"),
    ("思源黑体 Noto Sans SC", "SIL OFL 1.1"),
    ("花园明朝 HanaMinB", "花园字体许可"),
    ("Lucide 图标", "ISC"),
    ("peewee、pypinyin", "MIT"),
    ("openpyxl", "MIT"),
    ("reportlab", "BSD"),
    ("keyring、msoffcrypto-tool", "MIT"),
    ("cryptography", "Apache-2.0、BSD"),
    ("pypdfium2", "BSD-3-Clause、Apache-2.0"),
    ("python-stdnum", "LGPL-2.1"),
)


class AboutOption(Option):
    note = f"办得成 {VERSION}"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.open = Button("打开文件夹", icon="layers")
        self.open.clicked.connect(self._open)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        for card in (self._program(), _table("键盘", KEYS), _table("用到的软件和许可", PARTS)):
            card.setMaximumWidth(WIDEST)
            column.addWidget(card)
        column.addStretch(1)
        self.body.addWidget(scrolling(content), 1)
        self.first = self.open

    def _program(self) -> Card:
        card = Card("办得成")
        card.body.setSpacing(GAP)
        card.body.addWidget(
            wrapped(f"版本 {VERSION}　乡镇便民服务中心“办不成事”反映窗口的桌面程序")
        )
        line = QHBoxLayout()
        line.setSpacing(GAP)
        where = wrapped(f"数据在 {self.desk.folder}")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(where, 1)
        line.addWidget(self.open)
        card.body.addLayout(line)
        card.body.addWidget(quiet("数据只在这台电脑上，程序不联网。"))
        return card

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.folder)))


def _table(title: str, lines: tuple[tuple[str, str], ...]) -> Card:
    card = Card(title)
    grid = QGridLayout()
    grid.setHorizontalSpacing(PAD)
    grid.setVerticalSpacing(GAP)
    grid.setColumnStretch(1, 1)
    for place, (left, right) in enumerate(lines):
        grid.addWidget(wrapped(left, SMALL), place, 0)
        grid.addWidget(quiet(right), place, 1)
    grid.setColumnMinimumWidth(0, 150)
    card.body.addLayout(grid)
    return card
