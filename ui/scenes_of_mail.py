"""The month on its way up, for the pictures: the mailbox, the mail, and one that did not go."""

from ui.kit.errands import SETTINGS
from ui.stage import Stage


def settings(stage: Stage) -> None:
    stage.shell.visit(SETTINGS, "邮件")
