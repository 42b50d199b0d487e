from app.desk.handover import hand_over
from app.directory import StaffDraft, get_staff, save_staff
from app.drafts import keep
from app.papers.of_staff import handover_sheet, recovery_sheet
from models.choices import Role
from tests import makers
from tests.conftest import NOW


def test_the_printed_list_names_every_case_and_every_draft(store):
    wang = makers.furnish()
    li = save_staff(StaffDraft(name="李建国", work_number="04"))
    sun = get_staff(save_staff(StaffDraft(name="孙丽", work_number="05", role=Role.ADMIN)))
    opened = makers.case()
    keep("intake", None, "补办身份证", {}, wang.id, NOW)
    sheet = handover_sheet(hand_over(wang.id, li, sun, NOW))
    assert (sheet.number, sheet.leaver, sheet.supervisor) == ("YJ20261122-001", "王芳", "孙丽")
    told = [(one.case_number, one.matter, one.state, one.successor) for one in sheet.work]
    assert told == [
        (opened.number, "居民身份证换领", "已登记", "李建国"),
        ("还没有编号", "补办身份证", "草稿", "李建国"),
    ]


def test_who_hands_over_in_person_needs_no_supervisor_named(store):
    wang = makers.furnish()
    li = save_staff(StaffDraft(name="李建国", work_number="04"))
    makers.case()
    assert handover_sheet(hand_over(wang.id, li, wang, NOW)).supervisor == ""


def test_the_sheet_of_the_code_names_the_centre_and_whom_it_is_for(store):
    wang = makers.furnish()
    sheet = recovery_sheet(wang, "AAAA-BBBB", NOW)
    assert (sheet.centre.name, sheet.code) == ("云溪镇便民服务中心", "AAAA-BBBB")
    assert "王芳" in sheet.account
