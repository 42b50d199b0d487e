"""What a person can mend: one sentence on standard error, the code 2, and nothing stored."""

import pytest


def test_all_that_is_wrong_is_named_at_once(register, bandecheng, case, everything):
    case["applicant"] |= {"id_number": "330111196805020531", "phone": 10012345678, "nick": "老盛"}
    case["beneficiary"] |= {"kind": "dog", "needs": ["sick", "poor"]}
    case |= {"trips": "3", "casue": "channels", "nature": "bad", "tried_units": "派出所"}
    del case["matter"]
    bandecheng("find", "x")
    before = everything()
    code, told, sentence = register(case)
    assert (code, told) == (2, None)
    for said in (
        "applicant.id_number 第 18 位校验码不对",
        "applicant.phone 要写成引号里的文字",
        "applicant.nick 没有这一项",
        "beneficiary.kind 只能是 person、organisation 之一",
        "beneficiary.needs 只能是 elderly",
        "trips 要写成整数",
        "casue 没有这一项，是不是 cause？",
        "nature 只能是 cannot、hard、unwilling 之一",
        "tried_units 要写成方括号",
        "matter 请选择或写明事项",
    ):
        assert said in sentence
    assert sentence.count("\n") == 1
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"applicant": None}, "applicant.name 请填写姓名"),
        ({"applicant": "盛建军"}, "applicant 要写成一对花括号"),
        ({"applicant": {"name": "盛建军"}, "proxy": None}, "applicant.phone 请填写电话"),
        ({"applicant": {"name": "盛", "phone": "1001234567"}}, "applicant.phone 手机号还少 1 位"),
        ({"applicant": {"name": "盛", "phone": "10012345678", "relation": "夫"}}, "relation 没有"),
        ({"beneficiary": {"village": "石门村"}}, "beneficiary.name 请填写姓名"),
        ({"beneficiary": {"name": "刘", "relation": "妻子"}}, "proxy.relation 与"),
        ({"received_at": "2026-11-23T09:00"}, "received_at 受理时间不能晚于现在"),
        ({"received_at": "1900-01-01"}, "received_at 受理时间太早了"),
        ({"received_at": "昨天"}, "received_at 要写成 2026-11-22T09:20"),
        ({"received_at": "0001-01-01T00:00:00+14:00"}, "received_at 要写成 2026-11-22T09:20"),
        ({"received_at": 20261120}, "received_at 要写成"),
        ({"trips": True}, "trips 要写成整数"),
        ({"trips": 3.0}, "trips 要写成整数"),
        ({"trips": -1}, "trips 跑动次数请填 0 到 99"),
        ({"channel": "COUNTER"}, "channel 只能是 counter"),
        ({"channel": ["counter"]}, "channel 只能是 counter"),
        ({"materials": [1]}, "materials 每份要写成名称"),
        ({"materials": [{"name": "照片", "pages": 2}]}, "materials 每份要写成名称"),
        ({"matter": "长" * 81}, "matter 最多 80 个字，请删去 1 个"),
        ({"demand": "长" * 4001}, "demand 最多 4000 个字"),
        ({"matter": "半\ud840字"}, "matter 有一个字只剩半个"),
        ({"problem": "半\ud840字"}, "problem 有一个字只剩半个"),
        ({"": 1}, "“” 没有这一项"),
        ({"ask\u202e\n\x00": 1}, "ask 没有这一项"),
        ({"长" * 99: 1}, f"“{'长' * 40}” 没有这一项"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_key(register, case, changes, said):
    code, told, sentence = register(case, **changes)
    assert (code, told) == (2, None)
    assert said in sentence
    assert sentence.count("\n") == 1


@pytest.mark.parametrize("field", ["matter", "problem", "demand", "answer_given"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("<b>急</b>", "<b>急</b>"),
        ("甲\u202e乙\x00丙", "甲乙丙"),
        ("\U00020164", "\U00020164"),
    ],
)
def test_hostile_text_is_kept_as_far_as_it_can_be_seen(
    register, bandecheng, case, field, typed, kept
):
    case[field] = typed
    del case["received_at"]
    code, opened, _ = register(case)
    assert code == 0
    assert bandecheng("show", opened["number"])[1][field] == kept


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "不是完整的 JSON"),
        (b'{"matter": ', "第 1 行第 12 个字附近"),
        ("{'matter': '低保'}".encode(), "不是完整的 JSON"),
        (b"[]", "一次登记一件"),
        (b'"text"', "一次登记一件"),
        ('{"matter": "低保"}'.encode("gb18030"), "不是 UTF-8 编码"),
        ('{"matter": "低保"}'.encode("utf-16"), "不是 UTF-8 编码"),
        (b'{"trips": 1, "trips": 2}', "“trips”写了两次"),
        (b'{"trips": NaN}', "不能用的数"),
        (b'{"trips": ' + b"9" * 5000 + b"}", "不能用的数"),
        (b"[" * 100_000, "套得太深"),
        (b" " * 1_000_001, "超过 1 MB"),
    ],
)
def test_a_file_that_holds_no_case_is_refused(bandecheng, tmp_path, content, said):
    file = tmp_path / "case.json"
    file.write_bytes(content)
    code, told, sentence = bandecheng("register", file)
    assert (code, told) == (2, None)
    assert said in sentence


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["register", "nowhere.json"], "没有找到文件“nowhere.json”"),
        (["register", "."], "文件“.”读不出来"),
        (["register", "a\0b"], "读不出来"),
        (["register"], "还缺 FILE.json|-"),
        (["show", "BBC-1"], "没有编号为“BBC-1”的办件"),
        (["find"], "find 还缺 TEXT。写法是：find TEXT [--limit N]"),
        (["find", "王", "芳"], "后面多了“芳”，有空格的请加引号"),
        (["find", "王", "--limit", "0"], "--limit 请写 1 到 1000"),
        (["find", "王", "--limit", "many"], "--limit 请写 1 到 1000"),
        (["find", "王", "--limit"], "--limit 后面要写 N"),
        (["find", "王", "--limit=1", "--limit=2"], "--limit 写了两次"),
        (["due", "2026-02-30", "5"], "日期请写成 2026-09-18"),
        (["due", "2026-02-03", "-5"], "不认识 -5"),
        (["due", "2026-02-03", "1000"], "0 到 999"),
        (["due", "9999-12-31", "5"], "日期太远了"),
        (["receipt", "BBC-1"], "还缺 --out"),
        (["receipt", "BBC-1", "--out", "r.pdf"], "没有编号为"),
        (["receipt", "BBC-1", "--out", "r.pdf", "--paper", "a3"], "--paper 只能是 a5 或 a4"),
        (["receipt", "BBC-1", "--out", "r.pdf", "--paper", "a5", "--large"], "大字回执只有 A4"),
        (["report", "2026-13", "--out", "m.xlsx"], "月份请写成 2026-11"),
        (["report", "2026-11", "--out", "m.xls"], "写出的是 .xlsx 的文件"),
        (["lock", "1026-10"], "月份请写成 2026-11"),
        (["report", "2026-12", "--out", "m.xlsx"], "还没有到"),
        (["mail", "2026-11", "--to", "a@b.cn", "--eml", "m.txt"], "写出的是 .eml 的文件，--eml"),
        (["report", "2026-11", "--out", "m.xlsx", "--full=yes"], "--full 后面不用写内容"),
        (["backup"], "还缺 --to"),
        (["demo", "--cases", "100001"], "--cases 请写 1 到 100000"),
        (["demo", "--seed", "x"], "--seed 请写"),
        (["print"], "没有“print”这个命令，可用的有 register"),
        (["find", "王", "--colour"], "不认识 --colour"),
        ([], "没有写要做什么"),
    ],
)
def test_what_cannot_be_meant_is_said_in_a_sentence(bandecheng, words, said):
    code, told, sentence = bandecheng(*words)
    assert (code, told) == (2, None)
    assert said in sentence
    assert sentence.count("\n") == 1


def test_help_is_in_chinese_and_names_every_command(capsysbinary):
    from ui.command_line import COMMANDS, main

    assert main(["--help"]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert all(f"  {name}" in told for name in COMMANDS)
    assert main(["due", "--help"]) == 0
    told = capsysbinary.readouterr().out.decode()
    assert "due DATE DAYS" in told
    assert "register" not in told
