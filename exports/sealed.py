"""A workbook behind a password: what Excel itself calls 加密, AES-256 (MS-OFFCRYPTO, agile).

Chosen over an AES zip by what opens: Excel, WPS and LibreOffice ask for the password and show the
workbook, where Windows' own Explorer cannot open such a zip at all.
"""

from pathlib import Path

from exports.files import replacing


def seal(file: Path, password: str) -> None:
    """Put the sealed workbook in the place of the open one."""
    from msoffcrypto.format.ooxml import OOXMLFile

    with replacing(file) as draft, file.open("rb") as plain, draft.open("w+b") as sealed:
        OOXMLFile(plain).encrypt(password, sealed)
