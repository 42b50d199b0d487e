"""What can be done with a mail now, and how far it is: the last line of its sheet."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.kit.button import Button, Rank
from ui.kit.style import GAP, Tone
from ui.kit.text import Saying

NO_MAILBOX = "还没有设发件邮箱，可以先存成邮件草稿"
GOES_ON = "接着上次没有发的写，请核对数字"
ASK_FIRST = "没收到的，到“更多—发件箱”里再发"
CONNECTING = "正在连接邮件服务器…"
STOPPING = "正在取消，服务器没有应答时要等一会儿"
BUSY = "正在发送；不发了请按“取消发送”"


class MailFoot(QWidget):
    """F9 sends, F10 keeps a draft."""

    def __init__(self, *, goes_on: bool) -> None:
        super().__init__()
        self._note = GOES_ON if goes_on else ""
        self.state = Saying()
        self.stop = Button("取消发送", Rank.QUIET)
        self.settle = Button("去设置邮箱", Rank.QUIET, icon="settings")
        self.draft = Button("存为邮件草稿", icon="download", key="F10")
        self.send = Button("发送", Rank.PRIMARY, icon="send", key="F9")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.state, 1)
        for button in (self.stop, self.settle, self.draft, self.send):
            row.addWidget(button)
        self.offer(ready=False, going=False, has_mailbox=True)

    def offer(self, *, ready: bool, going: bool, has_mailbox: bool) -> None:
        self.draft.setEnabled(ready)
        self.send.setEnabled(ready and has_mailbox)
        self.stop.setVisible(going)
        self.settle.setVisible(not has_mailbox)
        if going:
            self.state.say(CONNECTING, Tone.PRIMARY)
        elif has_mailbox:
            self.state.say(self._note, Tone.PRIMARY)
        else:
            self.state.say(NO_MAILBOX, Tone.WARN)

    def send_away(self) -> None:
        """It may have arrived: it is gone on with in the outbox, where that is asked about."""
        self.send.setEnabled(False)
        self.draft.setEnabled(False)
        self.state.say(ASK_FIRST, Tone.WARN)

    def count(self, percent: int) -> None:
        self.state.say(f"正在发送 {percent} %", Tone.PRIMARY)

    def say_stopping(self) -> None:
        self.state.say(STOPPING, Tone.WARN)

    def say_busy(self) -> None:
        self.state.say(BUSY, Tone.WARN)
