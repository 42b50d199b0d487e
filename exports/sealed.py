"""A workbook behind a password: what Excel itself calls 加密, AES-256 (MS-OFFCRYPTO, agile).

Chosen over an AES zip by what opens: Excel, WPS and LibreOffice ask for the password and show the
workbook, where Windows' own Explorer cannot open such a zip at all.
"""

from io import BytesIO


def seal(workbook: bytes, password: str) -> bytes:
    from msoffcrypto.format.ooxml import OOXMLFile

    sealed = BytesIO()
    OOXMLFile(BytesIO(workbook)).encrypt(password, sealed)
    return sealed.getvalue()
