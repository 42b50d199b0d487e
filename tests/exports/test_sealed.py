"""A sealed workbook: shown to whoever has the password, and to nobody else.

LibreOffice 7.4 was seen to open one by hand; here it is read by the library's other half.
"""

from io import BytesIO
from zipfile import BadZipFile

import msoffcrypto
import pytest
from msoffcrypto.exceptions import InvalidKeyError
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from app.mail import sealing
from exports.sealed import seal

PASSWORD = "Yx-2026-11"


@pytest.fixture
def workbook():
    book, kept = Workbook(), BytesIO()
    book.active.append(["盛建军", "10012345678"])
    book.save(kept)
    return kept.getvalue()


def opened(sealed, password):
    file = msoffcrypto.OfficeFile(BytesIO(sealed))
    file.load_key(password=password, verify_password=True)
    plain = BytesIO()
    file.decrypt(plain, verify_integrity=True)
    plain.seek(0)
    return plain


def test_with_its_password_it_is_the_workbook_again(workbook):
    sealed = seal(workbook, PASSWORD)
    assert opened(sealed, PASSWORD).getvalue() == workbook
    book = CalamineWorkbook.from_filelike(opened(sealed, PASSWORD))
    assert book.get_sheet_by_index(0).to_python() == [["盛建军", "10012345678"]]


def test_without_it_nothing_is_seen(workbook):
    sealed = seal(workbook, PASSWORD)
    with pytest.raises(InvalidKeyError):
        opened(sealed, "Yx-2026-12")
    with pytest.raises(BadZipFile):
        load_workbook(BytesIO(sealed))
    for word in ("盛建军", "10012345678"):
        assert word.encode() not in sealed
        assert word.encode("utf-16-le") not in sealed


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        (PASSWORD, PASSWORD, ""),
        ("short-1", "short-1", "8 到 15 位"),
        ("much-too-long-for-wps", "much-too-long-for-wps", "8 到 15 位"),
        ("云溪镇二〇二六年", "云溪镇二〇二六年", "只用英文字母"),
        ("11111111", "11111111", "太容易猜到"),
        (PASSWORD, "Yx-2026-12", "两次不一样"),
    ],
)
def test_what_kind_of_password_it_is(password, again, said):
    assert said in "".join(sealing.problems(password, again).values())
    assert bool(sealing.problems(password, again)) == bool(said)
