"""What can go wrong that the person at the desk can put right. Anything else is a bug."""

from collections.abc import Mapping
from pathlib import Path


class AppError(Exception):
    """Its text is shown as it is: one sentence that says what to do."""


class Invalid(AppError):
    """A draft that breaks rules; each rule is named beside its field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__("\n".join(problems.values()))
        self.problems = dict(problems)


class NotFound(AppError):
    """What was asked for is not in the store."""


class CannotWrite(AppError):
    """A file could not be put where the user wants it."""

    def __init__(
        self, path: Path, reason: str = "请先在 Excel 等程序中关闭该文件，再试一次"
    ) -> None:
        super().__init__(f"无法写入“{path.name}”。{reason}。")
        self.path = path
