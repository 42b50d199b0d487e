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

from app.errors import CannotWrite
from app.mail import sealing
from exports.sealed import seal

PASSWORD = "Yx-2026-11"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "2026年11月月报（未遮盖）.xlsx"
    book = Workbook()
    book.active.append(["盛建军", "10012345678"])
    book.save(path)
    return path


def opened(file, password):
    sealed = msoffcrypto.OfficeFile(BytesIO(file.read_bytes()))
    sealed.load_key(password=password, verify_password=True)
    plain = BytesIO()
    sealed.decrypt(plain, verify_integrity=True)
    plain.seek(0)
    return plain


def test_with_its_password_it_is_the_workbook_again(file):
    before = file.read_bytes()
    seal(file, PASSWORD)
    assert opened(file, PASSWORD).getvalue() == before
    book = CalamineWorkbook.from_filelike(opened(file, PASSWORD))
    assert book.get_sheet_by_index(0).to_python() == [["盛建军", "10012345678"]]


def test_without_it_nothing_is_seen(file):
    seal(file, PASSWORD)
    with pytest.raises(InvalidKeyError):
        opened(file, "Yx-2026-12")
    with pytest.raises(BadZipFile):
        load_workbook(file)
    for word in ("盛建军", "10012345678"):
        assert word.encode() not in file.read_bytes()
        assert word.encode("utf-16-le") not in file.read_bytes()
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_place_that_cannot_be_written_leaves_the_open_one_and_says_so(file, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "refused", str(file), None, str(file))

    monkeypatch.setattr("exports.files.put_in_place", refuse)
    before = file.read_bytes()
    with pytest.raises(CannotWrite):
        seal(file, PASSWORD)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        (PASSWORD, PASSWORD, ""),
        ("short-1", "short-1", "8 到 15 位"),
        ("much-too-long-for-wps", "much-too-long-for-wps", "8 到 15 位"),
        ("云溪镇二〇二六年", "云溪镇二〇二六年", "只用英文字母"),
        ("11111111", "11111111", "太容易猜到"),
        (PASSWORD, "Yx-2026-12", "两次输入的密码不一样"),
    ],
)
def test_what_kind_of_password_it_is(password, again, said):
    assert said in "".join(sealing.problems(password, again).values())
    assert bool(sealing.problems(password, again)) == bool(said)
