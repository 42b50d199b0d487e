"""The paper a preview is about: one to be given out, or one that was, to be looked at."""

from app.cases.registry import get_row
from app.papers.issues import Issue, get_issue, issue, valid, void
from app.papers.kinds import PaperSheet, can_be_made, sheet_of, sheet_to_issue
from app.sheets.centre import CaseSheet
from models.choices import PaperKind
from ui.kit.desk import Desk
from ui.kit.errands import WantedPaper
from ui.kit.style import Tone

_SHORT = {PaperKind.RECEIPT: "回执"}


class Subject:
    """The first printing or saving puts it on record; what is printed or saved after it in the
    same preview is that same paper, with that one number."""

    def __init__(self, desk: Desk, wanted: WantedPaper) -> None:
        self.desk, self.case_id, self.kind = desk, wanted.case_id, wanted.kind
        self.about, self.drawn_at = wanted.about, desk.now()
        self.number = get_row(wanted.case_id).number
        self.looked_at = get_issue(wanted.issue_id) if wanted.issue_id else None
        self.issued: Issue | None = None

    @property
    def name(self) -> str:
        return self.kind.label

    @property
    def looked_at_in_short(self) -> str:
        """回执 HZ20261122-003, as it is called where it is declared void."""
        short = _SHORT.get(self.kind, self.kind.label)
        return f"{short} {self.looked_at.number}" if self.looked_at else ""

    def sheet(self) -> PaperSheet:
        """What it says, as things stand."""
        if self.looked_at is not None:
            return sheet_of(self.looked_at)
        self.drawn_at = self.desk.now()
        return self._to_issue()

    def _to_issue(self) -> PaperSheet:
        who = self.desk.who()
        return sheet_to_issue(self.case_id, self.kind, who, self.drawn_at, self.about)

    def has_changed(self, since: PaperSheet | None) -> bool:
        """Whether it would say something else by now; what is on record says what it said."""
        if self.issued is not None:
            return False
        if self.drawn_at.date() != self.desk.today():
            return True
        return self._to_issue() != since

    def record(self, sheet: PaperSheet) -> None:
        """On record is the number and the time that stand on the paper."""
        if self.issued is None:
            bears = sheet.number if isinstance(sheet, CaseSheet) else ""
            who, at = self.desk.who(), self.drawn_at
            self.issued = issue(self.case_id, self.kind, who, at, self.about, bears)

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
        if one is None or one.voided_at is None:
            return one is not None
        whose = (self.case_id, self.kind, self.about)
        return valid(*whose) is None and can_be_made(*whose)

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
            if sheet.reissue is None and isinstance(sheet, CaseSheet):
                return f"打印后编号 {sheet.number}", Tone.PLAIN, "file-text"
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
