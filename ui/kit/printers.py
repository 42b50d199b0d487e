"""The printers of this computer, and putting pages on paper."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.errors import AppError
from ui.kit.leaves import Leaf

DPI = 300
POINTS = 72  # an inch
_STATES = {
    QPrinter.PrinterState.Idle: "就绪",
    QPrinter.PrinterState.Active: "正在打印别的文件",
}


def names() -> list[str]:
    return list(QPrinterInfo.availablePrinterNames())


def usual() -> str:
    """The one the system offers first; nothing where there is none."""
    return str(QPrinterInfo.defaultPrinterName())


def state(name: str) -> str:
    """Ready or busy, in words; nothing where it is in trouble."""
    return _STATES.get(QPrinterInfo.printerInfo(name).state(), "")


def printer(name: str) -> QPrinter:
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)


def as_pdf(leaves: Sequence[Leaf]) -> bytes:
    """Pages that only know how to draw themselves; the file does not outlive this."""
    with TemporaryDirectory(prefix="bandecheng-") as folder:
        path = Path(folder) / "paper.pdf"
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(path))
        put_on_paper(device, leaves)
        return path.read_bytes()


def put_on_paper(
    device: QPrinter,
    leaves: Sequence[Leaf],
    copies: int = 1,
    begun: Callable[[], None] = lambda: None,
) -> None:
    """Print the pages as they were looked at, on paper of their own size.

    `begun` is called once the printer has taken the job and nothing is printed yet: it puts the
    printing on record, and where it fails the job is called off.
    """
    _shape(device, leaves[0].size)
    itself = device.supportsMultipleCopies()
    device.setCopyCount(copies if itself else 1)
    pages = list(leaves) * (1 if itself else copies)
    with _job(device) as painter:
        begun()
        for place, leaf in enumerate(pages):
            if place and not device.newPage():
                raise AppError("打印机中途停了，可能缺纸或断开了连接。请检查打印机后补打。")
            picture = leaf.picture(round(leaf.size.width() / POINTS * DPI))
            painter.drawImage(device.paperRect(QPrinter.Unit.DevicePixel), picture)


def _shape(device: QPrinter, size: QSizeF) -> None:
    """The papers leave their own margins."""
    device.setFullPage(True)
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    device.setPageSize(QPageSize(upright, QPageSize.Unit.Point, "", match))
    lying = size.width() > size.height()
    way = QPageLayout.Orientation
    device.setPageOrientation(way.Landscape if lying else way.Portrait)


@contextmanager
def _job(device: QPrinter) -> Iterator[QPainter]:
    """Ended in any case: a printer that is still painted on may not go."""
    painter = QPainter()
    if not painter.begin(device):
        name = device.printerName()
        raise AppError(f"打印机“{name}”没有接受任务。请检查它是否开机、连好，或者另存 PDF。")
    with ExitStack() as ending, ExitStack() as failing:
        ending.callback(painter.end)
        failing.callback(device.abort)
        yield painter
        failing.pop_all()  # whole: there is nothing to call off
