"""What JSON says, key by key; everything that is wrong with it is named at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from difflib import get_close_matches
from typing import Any

from app import typed
from app.errors import Invalid
from ui.command_line.values import CHINA, Convert, Wrong


@dataclass
class Reading:
    """What could be read so far, and what was wrong, by the name of its key."""

    now: datetime  # as the clock on the wall shows it
    found: dict[str, str] = field(default_factory=dict)

    def values(
        self, raw: Mapping[str, Any], known: Mapping[str, Convert], prefix: str = ""
    ) -> dict[str, Any]:
        """The values of the keys that are known and right; null says the same as nothing."""
        read = {}
        for name, value in raw.items():
            if name not in known:
                self.found[prefix + _shown(name)] = _unknown(name, known)
            elif value is not None:
                try:
                    read[name] = known[name](value)
                except Wrong as wrong:
                    self.found[prefix + name] = str(wrong)
        return read

    def on_the_wall(self, moment: datetime, clock: datetime) -> datetime:
        """The hour on the wall; of another zone it is brought to China's.

        A computer whose own zone is another must not take an hour that has passed for a later one.
        """
        if moment.tzinfo is None:
            return moment
        there = moment.astimezone(CHINA).replace(tzinfo=None)
        if moment <= clock:
            self.now = max(self.now, there)
        return there


def in_one_sentence(wrong: Invalid, nothing: str) -> str:
    """Every key with what is wrong with it; `nothing` says what was not done."""
    each = (f"{name} {sentence.rstrip('。')}" for name, sentence in wrong.problems.items())
    return f"{nothing}，请改正：{'；'.join(each)}。"


def _unknown(name: str, known: Mapping[str, Convert]) -> str:
    close = get_close_matches(name, known, 1)
    return f"没有这一项，是不是 {close[0]}？" if close else "没有这一项。"


def _shown(name: str) -> str:
    """A key as it was written, as far as it fits a sentence."""
    clean = typed.line(name)
    return clean if 0 < len(clean) <= 40 else f"“{clean[:40]}”"
