"""LibreOffice, as whoever receives a workbook might open it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.resources import resource

# A bare machine has no Chinese font, and words that no font has are not in the PDF.
FONTS = f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{resource("fonts")}</dir>
</fontconfig>
"""
OFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not on this machine: nothing was opened with it"
)


def convert(paper: Path, to: str, folder: Path) -> Path:
    """Open the file and save it as another kind, with a profile of its own and our fonts."""
    profile = (folder / "profile").as_uri()
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS, "utf-8")
    command = [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", str(folder), str(paper)],
        check=True,
        capture_output=True,
        timeout=180,
        env=os.environ | {"FONTCONFIG_FILE": str(fonts)},
    )
    return folder / f"{paper.stem}.{to}"
