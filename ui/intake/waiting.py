"""Other forms that wait half written."""

from PySide6.QtCore import Signal

from app.drafts import KeptDraft, list_drafts
from app.intake_draft import FORM
from ui.kit.button import Button, Rank
from ui.kit.chooser import Chooser
from ui.kit.items import Item


class WaitingDrafts(Button):
    """Hidden while there are none; pressed, it lists them."""

    wanted = Signal(int)  # a draft's id

    def __init__(self) -> None:
        super().__init__("草稿", Rank.QUIET, icon="notebook-pen")
        self._others: list[KeptDraft] = []
        self._chooser: Chooser | None = None
        self.clicked.connect(self._offer)

    def count(self, mine: int | None) -> bool:
        """Look again; answers whether the one being written on is still kept."""
        drafts = list_drafts(FORM)
        self._others = [one for one in drafts if one.id != mine]
        self.setText(f"草稿 {len(self._others)}")
        self.setVisible(bool(self._others))
        return len(self._others) < len(drafts)

    def _offer(self) -> None:
        if self._chooser is None:
            self._chooser = Chooser(self)
            self._chooser.picked.connect(lambda item: self.wanted.emit(item.value))
            self.destroyed.connect(self._chooser.deleteLater)
        items = [Item(one.id, f"{one.title}　{one.kept_at:%m-%d %H:%M}") for one in self._others]
        self._chooser.open(items, None)
