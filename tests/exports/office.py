"""LibreOffice, as whoever receives a workbook might open it."""

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not on this machine: nothing was opened with it"
)


def convert(paper: Path, to: str, folder: Path) -> Path:
    """Open the file and save it as another kind, with a profile of its own."""
    profile = (folder / "profile").as_uri()
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", str(folder), str(paper)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{paper.stem}.{to}"
