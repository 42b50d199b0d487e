"""邮件: from which mailbox the month goes up, to whom, with which words."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Invalid
from app.mail import passwords
from app.mail.sending import try_out
from app.mail.settings import (
    PORTS,
    MailSettings,
    find_settings,
    get_settings,
    problems,
    proposed_server,
    save_settings,
)
from ui.kit.button import Button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.field import Field
from ui.kit.keys import EnterMovesOn, go_to
from ui.kit.rows import show_problems
from ui.kit.scroll import scrolling
from ui.kit.style import GAP, WIDE, Tone
from ui.kit.text import wrapped
from ui.kit.verdict import Verdict
from ui.settings.mail_fields import PLACES, mailbox_rows, word_rows
from ui.settings.mail_password import MailboxPassword
from ui.settings.option import WIDEST, Option, save_button


class MailOption(Option):
    note = "月报从哪个邮箱发、发给谁、写什么；只走加密的连接。"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._stored: MailSettings | None = None
        self._loading = False
        self._trying = False
        self.password = MailboxPassword(desk)
        self.verdict = Verdict()
        self.mailbox, self.words = mailbox_rows(), word_rows()
        self.rows = self.mailbox | self.words
        self.save, self.test = save_button(), Button("试着连接", icon="mail-check")
        self.acts = (self.test, self.save)
        self.first = self.editor("address")
        self.verdict.setMaximumWidth(WIDEST)
        self.body.addWidget(self.verdict)
        self.body.addWidget(scrolling(self._form()), 1)
        self._connect()

    def _form(self) -> QWidget:
        form = QWidget()
        form.setMaximumWidth(WIDEST)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(WIDE)
        for title, names in (("发件邮箱", self.mailbox), ("发给谁，写什么", self.words)):
            card = Card(title)
            card.body.setContentsMargins(0, GAP, 0, 0)
            for name in names:
                card.body.addWidget(self.rows[name])
                if name == "account":
                    card.body.addWidget(self.password)
            column.addWidget(card)
        card.body.addWidget(wrapped(PLACES))
        column.addStretch(1)
        EnterMovesOn(form).ended.connect(self.save.setFocus)
        return form

    def _connect(self) -> None:
        for name in self.rows:
            self.editor(name).changed.connect(self._changed)
        self.password.line.changed.connect(self.edited)
        self.editor("address").left.connect(self._propose)
        self.editor("security").changed.connect(self._usual_port)
        self.save.clicked.connect(self._save)
        self.test.clicked.connect(self._test)

    def editor(self, name: str) -> Any:
        field = self.rows[name].field
        return field.editor if isinstance(field, Field) else field

    def load(self) -> None:
        self._loading = True
        self._stored = find_settings() or MailSettings()
        for name in self.rows:
            self.editor(name).set_value(getattr(self._stored, name))
        self.password.look(self._stored)
        self._loading = False
        self._changed()

    def is_edited(self) -> bool:
        stored = self._stored
        return stored is not None and (
            self.settings() != stored or bool(self.password.line.value())
        )

    def settings(self) -> MailSettings:
        """As they would be saved now."""
        return MailSettings(**{name: self.editor(name).value() for name in self.rows})

    def _changed(self) -> None:
        if self._loading:
            return
        self.verdict.say("", Tone.PLAIN)
        found = problems(self.settings())
        if self.settings() == MailSettings():
            found = {}  # nobody has begun
        show_problems(self.rows, found)
        self.edited.emit()

    def _propose(self) -> None:
        """The server of a mailbox everyone can have, as long as none is filled in."""
        if not self.editor("server").value():
            self.editor("server").set_value(proposed_server(self.editor("address").value()))

    def _usual_port(self) -> None:
        port = self.editor("port")
        if not self._loading and port.value() in PORTS.values():
            port.set_value(PORTS[self.editor("security").value()])

    def _save(self) -> None:
        try:
            save_settings(self.settings())
        except Invalid as error:
            self._show(error.problems)
            return
        self.password.keep(get_settings(), self._all_kept)

    def _all_kept(self) -> None:
        self.load()
        self.desk.errands.said.emit("已保存。")

    def _test(self) -> None:
        """With what stands in the form now, saved or not."""
        if self._trying:
            return
        settings, typed = self.settings(), self.password.line.value()
        found = {name: one for name, one in problems(settings).items() if name in self.mailbox}
        if found:
            self._show(found)
            return
        self._trying = True
        self.verdict.say("正在连接…", Tone.PLAIN)
        self.desk.tasks.start(
            "正在连接邮件服务器",
            lambda: try_out(settings, typed or passwords.kept(settings)),
            lambda _: self._tried("连上了，登录成功，证书没有问题。", Tone.GOOD),
            failed=lambda error: self._tried(str(error), Tone.DANGER),
            owner=self,
        )

    def _tried(self, said: str, tone: Tone) -> None:
        self._trying = False
        self.verdict.say(said, tone)

    def _show(self, found: dict[str, str]) -> None:
        show_problems(self.rows, found)
        wrong = [row.field for row in self.rows.values() if row.is_wrong()]
        if wrong:
            go_to(wrong[0])
