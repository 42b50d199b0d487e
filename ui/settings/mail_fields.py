"""The fields of the mailbox and of what is sent by it, and what each of them says of itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.mail import trust
from app.mail.settings import LABELS
from app.mail.words import NAMES
from models.choices import MailSecurity
from ui.kit import ask
from ui.kit.button import Button, Rank
from ui.kit.choice import Segments
from ui.kit.editors import Line, Number, Text
from ui.kit.field import Field
from ui.kit.rows import FieldRow
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying

LABEL = 84
CERTIFICATE = ("根证书", "pem crt cer")
NONE = "不需要；邮箱是县里自己的服务器、证书不被信任时才加"
PLACES = "主题和正文里可以写：" + " ".join(f"{{{name}}}" for name in NAMES)


class Authority(QWidget):
    """A certificate to be trusted as well: whose it is, and where from."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pem = ""
        self.told = Saying()
        self.choose = Button("选证书文件", Rank.QUIET)
        self.none = Button("去掉", Rank.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.told, 1)
        row.addWidget(self.none)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self.set_value(""))
        self._tell()

    def value(self) -> str:
        return self._pem

    def set_value(self, pem: str) -> None:
        if pem != self._pem:
            self._pem = pem
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        self.none.setVisible(bool(self._pem))
        self.told.say(trust.described(self._pem) if self._pem else NONE, Tone.PLAIN)

    def _choose(self) -> None:
        for path in ask.which_files(self, "选根证书", CERTIFICATE)[:1]:
            self.set_value(trust.read_authority(path))


def mailbox_rows() -> dict[str, FieldRow]:
    """From which mailbox, by which server."""
    return {
        "address": _row("address", Line(hint="例如 yunxi@163.com"), needed=True),
        "sender": _row("sender", Line(hint="对方看到的名字，例如 云溪镇便民服务中心")),
        "server": _row("server", Line(hint="例如 smtp.163.com，问邮箱的管理单位"), needed=True),
        "security": _row("security", Segments(MailSecurity, even=False), needed=True),
        "port": _row("port", Number(least=1, most=65535), needed=True),
        "account": _row("account", Line(hint="和发件邮箱一样的不用填")),
        "authority": _row("authority", Authority()),
    }


def word_rows() -> dict[str, FieldRow]:
    """To whom, and with which words."""
    return {
        "to": _row("to", Text(lines=3, hint="一行一个，例如 刘科 <liu@example.gov.cn>")),
        "subject": _row("subject", Line(), needed=True),
        "text": _row("text", Text(lines=8, most=14)),
    }


def _row(name: str, editor: QWidget, *, needed: bool = False, hint: str = "") -> FieldRow:
    framed = editor if isinstance(editor, Segments | Authority) else Field(editor)
    return FieldRow(LABELS[name], framed, hint, needed=needed, width=LABEL)
