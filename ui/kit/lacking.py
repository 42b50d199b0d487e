"""What a form still lacks, in a line under it."""

from collections.abc import Sequence

from ui.kit.style import Tone
from ui.kit.text import Saying


class Lacking(Saying):
    def say_lack(self, names: Sequence[str], *, asked: bool) -> None:
        """The fields that are lacking; in red only once the form was to be saved."""
        if names:
            tone = Tone.DANGER if asked else Tone.PLAIN
            self.say(f"还差 {len(names)} 项：{'、'.join(names)}", tone)
        else:
            self.say("可以保存", Tone.GOOD)
