"""What the figures mean, in the words of the month's report."""

from app.month.definitions import DEFINITIONS


def meaning_of(*names: str) -> str:
    """A line each; 本期 is the stretch of time that was chosen."""
    known = {one.name: one.meaning for one in DEFINITIONS}
    return "\n".join(f"{name}：{known[name]}。" for name in names)
