"""The paper a preview is about: one to be given out, or one that was, to be looked at."""

from collections.abc import Callable, Mapping
from datetime import datetime

from app.cases import get_row
from app.directory import Who
from app.papers import Issue, get_issue, issue, valid, void
from app.receipts import receipt_of, receipt_to_issue
from app.registers import register_of, register_to_issue
from models.choices import PaperKind
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.style import Tone
from ui.papers.layouts import PaperSheet

_TO_ISSUE: Mapping[PaperKind, Callable[[int, Who, datetime], PaperSheet]] = {
    PaperKind.RECEIPT: receipt_to_issue,
    PaperKind.REGISTER: register_to_issue,
}
_OF: Mapping[PaperKind, Callable[[Issue], PaperSheet]] = {
    PaperKind.RECEIPT: receipt_of,
    PaperKind.REGISTER: register_of,
}
_SHORT = {PaperKind.RECEIPT: "回执", PaperKind.REGISTER: "登记表"}


class Subject:
    """The first printing or saving puts it on record; what is printed or saved after it in the
    same preview is that same paper, with that one number."""

    def __init__(self, desk: Desk, wanted: WantedPaper) -> None:
        self.desk, self.case_id, self.kind = desk, wanted.case_id, wanted.kind
        self.number = get_row(wanted.case_id).number
        self.looked_at = get_issue(wanted.issue_id) if wanted.issue_id else None
        self.issued: Issue | None = None

    @property
    def name(self) -> str:
        return self.kind.label

    @property
    def looked_at_in_short(self) -> str:
        """回执 HZ20261122-003, as it is called where it is declared void."""
        return f"{_SHORT[self.kind]} {self.looked_at.number}" if self.looked_at else ""

    def sheet(self) -> PaperSheet:
        """What it says, as things stand."""
        if self.looked_at is not None:
            return _OF[self.kind](self.looked_at)
        return _TO_ISSUE[self.kind](self.case_id, self.desk.who(), self.desk.now())

    def has_changed(self, since: PaperSheet | None) -> bool:
        """Whether it would say something else by now; what is on record says what it said."""
        return self.issued is None and self.sheet() != since

    def record(self) -> None:
        if self.issued is None:
            self.issued = issue(self.case_id, self.kind, self.desk.who(), self.desk.now())

    def give_again(self) -> None:
        """From looking at one to giving out another."""
        self.looked_at = None

    def declare_void(self, reason: str) -> None:
        assert self.looked_at is not None
        void(self.looked_at.id, reason, self.desk.who(), self.desk.now())
        self.looked_at = get_issue(self.looked_at.id)

    def may_be_given_again(self) -> bool:
        """A void one only while no other counts."""
        one = self.looked_at
        return one is not None and (one.voided_at is None or valid(self.case_id, self.kind) is None)

    def title(self, sheet: PaperSheet) -> str:
        one = self.looked_at
        if one is None:
            return f"补打{self.name}" if sheet.reissue else f"打印{self.name}"
        again = f"　第 {one.times} 次补打" if one.times else ""
        return f"{self.name} {one.number}{again}"

    def standing(self, sheet: PaperSheet) -> tuple[str, Tone, str]:
        """How it stands with it, in a few words, with tone and icon."""
        one = self.looked_at
        if one is None:
            if sheet.reissue is None:
                return f"已登记 {self.number}", Tone.GOOD, ""
            return f"第 {sheet.reissue.times} 次补打，纸上会标明", Tone.WARN, "printer"
        if one.voided_at is None:
            return f"{one.issued_by} {one.issued_at:%m-%d %H:%M} 出具", Tone.PLAIN, "clock"
        return "已作废，不能再用", Tone.DANGER, ""

    def advice(self) -> str:
        """What to know of one that was given out; nothing of one still to be given."""
        one = self.looked_at
        if one is None:
            return ""
        if one.voided_at is None:
            return "再给一份请补打，纸上会标明；给错了请作废，收回原件。"
        return f"原因：{one.void_reason}（{one.voided_by} {one.voided_at:%m-%d %H:%M}）"
