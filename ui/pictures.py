"""Pictures of every page: `python -m ui.pictures [FOLDER] [--only PART]`, by default docs/images.

A scale factor is fixed for a process, so every scale and every theme has a process of its own.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.folders import program_folder

if TYPE_CHECKING:
    from ui.stage import Stage

SIZES = ((1366, 768), (1920, 1080))
RUNS = ((1.0, ""), (1.5, ""), (1.0, "dark"))
DARK = ("01-desk", "02-intake", "13-visits-full", "18-appraisal-points", "19-statistics")
# What floats closes when the window changes its size: it is opened again.
FLOATING = ("02-intake-due", "12-case-more")
# At another scale one picture of each page is enough.
SCALED = (
    "12-case-on-its-way",
    "12-move-assign",
    "01-desk",
    "02-intake",
    "03-cases-split",
    "04-report",
    "04-report-over",
    "13-visits",
    "14-request",
    "16-round-laid",
    "17-mail-sealed",
    "13-visits-full",
    "13-visits-day",
    "13-visits-clash",
    "13-visits-over",
    "18-appraisal",
    "19-statistics",
    "18-appraisal-points",
    "18-appraisal-review",
    "05-settings",
    "05-settings-02",
    "06-receipt",
    "11-locked",
    "11-password",
)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = ArgumentParser(prog="pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=program_folder() / "docs/images")
    parser.add_argument("--only", default="", help="part of a picture's name")
    parser.add_argument("--scale", type=float)
    parser.add_argument("--theme", default="")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.scale:
        return _take(asked)
    for scale, theme in RUNS:
        command = [sys.executable, "-m", "ui.pictures", str(asked.folder), "--only", asked.only]
        command += ["--scale", str(scale), "--theme", theme]
        settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        subprocess.run(command, check=True, env=os.environ | settings, cwd=program_folder())
    return 0


def _take(asked: Namespace) -> int:
    from ui.kit.style import DARK as DARK_SCHEME
    from ui.kit.style import wear
    from ui.scenes import EMPTY, FULL
    from ui.stage import Stage, application

    if asked.theme:
        wear(application(), DARK_SCHEME)
    for scenes in (FULL, EMPTY):
        wanted = [at for at, (name, _) in enumerate(scenes) if _is_wanted(name, asked)]
        if not wanted:
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            stage = Stage(Path(folder) / "data")
            camera = Camera(stage, asked)
            for name, prepare in scenes[: wanted[-1] + 1]:
                camera.take(name, prepare)
            stage.end()
    return 0


def _is_wanted(name: str, asked: Namespace) -> bool:
    among = DARK if asked.theme else SCALED if asked.scale != 1 else (name,)
    return asked.only in name and name in among


class Camera:
    def __init__(self, stage: "Stage", asked: Namespace) -> None:
        self._stage, self._asked = stage, asked

    def take(self, name: str, prepare: Callable[["Stage"], None]) -> None:
        """Every scene is prepared: the next one begins where it ends."""
        self._stage.resize(*self._logical(SIZES[0]))
        prepare(self._stage)
        if not _is_wanted(name, self._asked):
            return
        for size in SIZES:
            self._stage.resize(*self._logical(size))
            if name in FLOATING and size != SIZES[0]:
                prepare(self._stage)
            self._stage.rest(beats=10)
            self._stage.hush()
            self._save(name, *size)

    def _logical(self, size: tuple[int, int]) -> tuple[int, int]:
        return round(size[0] / self._asked.scale), round(size[1] / self._asked.scale)

    def _save(self, name: str, width: int, height: int) -> None:
        ending = f"@{self._asked.scale * 100:.0f}" if self._asked.scale != 1 else ""
        theme = f"-{self._asked.theme}" if self._asked.theme else ""
        path: Path = self._asked.folder / f"{name}-{width}x{height}{theme}{ending}.png"
        # At 1.5 of an odd width there is one pixel more.
        self._stage.holder.grab().copy(0, 0, width, height).save(str(path))
        _shrink(path)
        sys.stdout.write(f"{path.name} {path.stat().st_size // 1024} KB\n")
        sys.stdout.flush()


def _shrink(path: Path) -> None:
    """256 colours are enough for a screen; without pngquant the picture stays as it is."""
    if tool := shutil.which("pngquant"):
        command = [tool, "--force", "--speed=1", "--nofs", "--strip", f"--output={path}", str(path)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
