import pytest

from app.access import passwords


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("1234567", "至少"),
        ("7654321", "至少"),
        ("87654321", "太容易"),
        ("12345678", "太容易"),
        ("01234567890", "太容易"),
        ("aaaaaaaa", "太容易"),
        ("１２３４５６７８", "太容易"),
        ("wangfang2", "姓名或工号"),
        ("a" + "b1" * 32, "最多"),
        ("yunxi-2026", ""),
        ("窗口的门今天开着", ""),
    ],
)
def test_a_new_password_must_be_hard_to_guess(password, told):
    sentence = passwords.problem(password, "王芳", "WangFang2")
    assert told in sentence
    assert bool(sentence) == bool(told)


def test_a_password_is_kept_as_a_hash_with_its_cost_and_known_again():
    kept = passwords.hashed("yunxi-2026")
    assert "yunxi" not in kept
    assert kept.split("$")[:4] == ["scrypt", str(passwords.COST), "8", "1"]
    assert passwords.fits("yunxi-2026", kept)
    assert passwords.fits("ｙunxi-2026", kept)  # full width, by the same key
    assert not passwords.fits("yunxi-2027", kept)
    assert passwords.hashed("yunxi-2026") != kept


def test_a_hash_made_at_another_cost_stays_good(monkeypatch):
    kept = passwords.hashed("yunxi-2026")
    monkeypatch.setattr(passwords, "COST", 2 * passwords.COST)
    assert passwords.fits("yunxi-2026", kept)


def test_a_code_is_read_however_it_is_typed():
    code = passwords.new_code()
    assert passwords.code_as_kept(code) == code.replace("-", "")
    assert passwords.code_as_kept(f" {code.lower()} ".replace("-", " ")) == code.replace("-", "")
    assert not set("01ILOUV") & set(code)
