"""How the store keeps who signed off: at the desk, or on a sheet whose scan is the proof."""

_ON_PAPER = "（纸质签字）"


def on_paper(name: str) -> str:
    return f"{name}{_ON_PAPER}"


def is_on_paper(recorded: str) -> bool:
    return recorded.endswith(_ON_PAPER)


def signer(recorded: str) -> str:
    """Who signed, as a citizen reads it."""
    return recorded.removesuffix(_ON_PAPER)
