"""What one page asks of another; the shell answers, so that no page knows the other."""

from PySide6.QtCore import QObject, Signal

from ui.kit.style import Tone

# The pages by their titles, and the sheets the window opens over any of them.
HOME, INTAKE, CASES, REPORTS, SETTINGS = "工作台", "登记受理", "办件", "报表", "设置"
PAPER, RECEPTION = "paper", "reception"


class Errands(QObject):
    case_wanted = Signal(int)  # a case's id, to be looked at
    cases_wanted = Signal(object)  # a filter of the list
    intake_wanted = Signal(object)  # a draft's id, a reception to be made a case, or None
    reception_wanted = Signal(object)  # a reception's id, or None for a new one
    paper_wanted = Signal(object)  # what is to be previewed and printed
    page_wanted = Signal(str)  # a page's title
    said = Signal(str)  # a passing message
    badged = Signal(str, int, Tone)

    def badge(self, title: str, count: int, tone: Tone = Tone.PRIMARY) -> None:
        """Say on the rail how many things wait on the page of that title."""
        self.badged.emit(title, count, tone)
