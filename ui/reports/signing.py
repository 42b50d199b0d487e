"""The cover alone, to be signed and stamped: looked at, printed or saved."""

from ui.kit.print_sheet import PrintSheet
from ui.kit.printers import as_pdf
from ui.kit.stepper import say_month
from ui.reports.acting import Acting
from ui.reports.leaves import COVER, leaves_of

ADVICE = "打印出来签字、盖章，和工作簿一起报送；签好的留一份存档。"


def print_cover(at: Acting) -> None:
    pdf = as_pdf(leaves_of(at.seen, COVER))
    name = f"{say_month(at.first)}月报封面"
    PrintSheet(at.page.window(), name, pdf, ADVICE).open()
