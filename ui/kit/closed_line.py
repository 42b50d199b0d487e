"""Said under a form before it changes a month that is closed."""

from ui.kit.style import Tone
from ui.kit.text import Saying


class ClosedLine(Saying):
    """It takes no room where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    def say_closed(self, sentence: str) -> None:
        self.say(sentence, Tone.WARN, "lock")
        self.setVisible(bool(sentence))
