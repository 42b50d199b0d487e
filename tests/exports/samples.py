"""Papers of an invented centre; the names carry rare characters on purpose.

The numbers are such as no one can have: 100 is not a mobile prefix, 0570-0 no exchange.
"""

from dataclasses import replace
from datetime import date, datetime

from app.sheets import (
    Centre,
    Handover,
    Material,
    Person,
    ReceiptSheet,
    RegisterSheet,
    Reissue,
    Step,
    Voided,
)
from models.choices import Cause, Channel, Ending, Grade, Method, Nature, Need

CENTRE = Centre(
    name="云溪镇便民服务中心",
    window="“办不成事”反映窗口",
    address="临溪县云溪镇人民路1号一楼6号窗口",
    hours="工作日8:30—12:00，14:00—17:30",
    phone="0570-0001234",
    supervision="12345",
)


at = datetime.fromisoformat


def person(name: str, tail: str, address: str = "") -> Person:
    return Person(
        name=name,
        phone=f"1000000{tail}",
        masked_phone=f"100****{tail}",
        id_kind="居民身份证",
        id_number=f"330***********{tail}",
        address=address,
    )


PLAIN = ReceiptSheet(
    centre=CENTRE,
    number="BBC-云溪-20261118-003",
    check_code="7K4QM2",
    code="20261118-003/7K4QM2",
    received_at=at("2026-11-18T09:05"),
    applicant=person("龚𬱟", "5621"),
    beneficiary="龚正荣（父亲，83岁，卧床）",
    proxy="龚𬱟（女儿），有委托书",
    matter="行动不便老人换领居民身份证",
    details="父亲的居民身份证到期，人卧床不能到派出所，医疗报销和养老金领取都停了，请求上门办理换证。",
    materials=(
        Material("到期身份证", "原件1份", kept=False),
        Material("户口簿", "复印件1份"),
        Material("委托书", "原件1份"),
    ),
    method=Method.VISIT,
    unit="云溪派出所",
    visit_at="11月20日（星期五）上午",
    promised_on=date(2026, 11, 25),
    received_by="王芳",
    staff_number="03",
)
UNPLANNED = replace(PLAIN, visit_at="")
REPRINTED = replace(PLAIN, reissue=Reissue(2, date(2026, 11, 20), "尉迟建国"))
VOID = replace(PLAIN, voided=Voided(date(2026, 11, 18), "王芳"))
SPOT = replace(
    PLAIN,
    method=Method.SPOT,
    beneficiary="",
    proxy="",
    matter="医保缴费记录与社保系统不一致，停保三个月",
    details="",
    materials=(),
    promised_on=date(2026, 11, 18),
)
TRANSFER = replace(
    SPOT,
    method=Method.TRANSFER,
    unit="县医保局",
    handover_on=date(2026, 11, 19),
    promised_on=date(2027, 1, 4),
    provisional=True,
)
MISSING_GLYPH = replace(
    TRANSFER,
    applicant=person("李\U0002ebf0", "3308"),
    matter="姓名中的字医保系统里没有，医保码激活不了，三次到窗口都没有办成。",
)
RARE_NAMES = replace(SPOT, applicant=person("䶮𠅤㼆龑彧頔", "3308"))
LONG = ReceiptSheet(
    centre=replace(CENTRE, name="临溪县云溪镇人民政府便民服务中心"),
    number="BBC-云溪-20261119-012",
    check_code="P93XWD",
    code="20261119-012/P93XWD",
    received_at=at("2026-11-19T16:45"),
    applicant=person("欧阳𬎆䶮", "0937"),
    beneficiary="临溪县云溪镇㛃记竹木制品加工厂（个人独资），经营者𠅤㛃",
    proxy="欧阳𬎆䶮（厂里会计），有授权委托书，期限到2026年12月31日",
    matter="限额以下小型厂房扩建的竣工备案和不动产登记",
    details=(
        "厂房扩建投资不足200万元，依规不用办施工许可，但办竣工备案和不动产登记时两个部门都要求提供"
        "施工许可证，从9月到现在跑了县住建局、县自然资源和规划局、镇城建办共7趟，每次答复不一样，"
        "银行的续贷月底到期，请求几个部门坐到一起，明确限额以下的小型厂房扩建到底凭什么材料办证，"
        "并且一次说清楚还差哪些材料。"
    ),
    materials=(
        Material("营业执照", "复印件1份"),
        Material("国有建设用地使用权证（云溪国用〔2009〕第0137号）", "原件1份", kept=False),
        Material("乡村建设规划许可证及附图", "复印件1套"),
        Material("工程造价说明和施工合同", "复印件各1份"),
        Material("房屋安全鉴定报告", "原件1份"),
        Material("消防验收备案凭证", "复印件1份"),
        Material("县住建局2026年10月12日书面答复", "复印件1份"),
        Material("银行续贷通知书", "复印件1份"),
        Material("授权委托书", "原件1份"),
    ),
    method=Method.COORDINATE,
    unit="县住房和城乡建设局",
    promised_on=date(2026, 12, 10),
    received_by="尉迟建国",
    staff_number="12",
)

NEW_CASE = RegisterSheet(
    centre=CENTRE,
    number="BBC-云溪-20261118-003",
    received_at=at("2026-11-18T09:05"),
    channel=Channel.COUNTER,
    received_by="王芳",
    applicant=person("龚𬱟", "5621", "临溪县云溪镇柳林村3组27号"),
    sex="女",
    pinyin="Gōng Wěi",
    needs=(Need.ELDERLY, Need.SICK),
    beneficiary="龚正荣（父亲，83岁，卧床）",
    proxy="龚𬱟（女儿）",
    mandate="委托书1份，2026年11月17日签；另有户口簿证明父女关系",
    been_to="云溪派出所户籍窗口",
    trips="3次",
    first_applied="2026年10月26日",
    was_told="必须本人到场照相、采集指纹，家属不能代办；没有人力上门。",
    matter="行动不便老人换领居民身份证",
    problem=(
        "父亲的居民身份证2026年8月到期，人瘫痪卧床，救护车抬到派出所要花几百元，家里负担不起。"
        "身份证过期以后，医疗报销和养老金领取都停了。女儿三次到派出所户籍窗口问，都说要本人到场。"
        "村里还有另外两位卧床老人也是这个情况，都在等。"
    ),
    demand="请派出所上门照相、采集指纹，证件做好以后送到家里。",
    ask_business="顺便问一下残疾人护理补贴怎么办。",
    ask_need="",
    materials=PLAIN.materials,
    nature=Nature.HARD,
    grade=Grade.GENERAL,
    cause=Cause.CHANNELS,
    method=Method.VISIT,
    lead="云溪派出所",
    due_on=date(2026, 11, 25),
    due_rule="一般事项5个工作日（2026年版）",
    steps=(Step(at("2026-11-18T09:05"), "登记受理", "王芳", "窗口登记，打印回执。"),),
)
WHOLE_CASE = replace(
    NEW_CASE,
    ask_trouble="另外两位老人也要办。",
    solution="行动不便人员居民身份证上门办（工作提示〔2026〕第7号）",
    helpers="柳林村村民委员会",
    assessment=(
        "不属于“不能办”。上级没有禁止上门采集，派出所有便携采集设备，难在人手。建议与本村另外两位老人"
        "合并为一次上门，由派出所牵头，本中心派一人同行，11月20日上午办理。"
    ),
    assessed_by="李建明，2026年11月18日",
    handovers=(
        Handover(
            "云溪派出所",
            "牵头",
            date(2026, 11, 18),
            "陈浩",
            date(2026, 11, 18),
            "同意上门，11月20日上午",
        ),
        Handover("柳林村村民委员会", "配合", date(2026, 11, 18)),
    ),
    coordination="11月18日电话协调，未开会。",
    extension="无。",
    visit="11月20日上午，上门服务单 SM20261120-001，陈浩、王芳2人，当场采集完成。",
    ending=Ending.DONE,
    result=(
        "三位老人当场照相、采集指纹、核对签字，当日网上提交制证。新证12月8日由村干部领取并送到家中，"
        "龚𬱟签收。"
    ),
    feedback="电话，2026年11月20日15时",
    call_back="李建明，2026年12月9日",
    rating="非常满意",
    words="“没想到真的上门来了，还把邻居两家一起办了。”",
    archive_number="2026-BBC-0117",
    attachments="5件（委托书、照片、签收单等）",
    steps=(
        Step(at("2026-11-18T09:05"), "登记受理", "王芳", "窗口登记，打印回执。"),
        Step(at("2026-11-18T10:05"), "研判", "李建明", "定性“很难办”，关联一类事第7号。"),
        Step(
            at("2026-11-18T10:30"),
            "交办",
            "王芳",
            "交办单〔2026〕第18号，云溪派出所牵头，柳林村村民委员会配合。",
        ),
        Step(at("2026-11-18T11:40"), "签收", "陈浩", "云溪派出所签收。"),
        Step(
            at("2026-11-20T09:30"),
            "上门",
            "陈浩、王芳",
            "到达柳林村3组，三户依次办理，11时50分离开。",
        ),
        Step(at("2026-11-20T15:00"), "反馈", "王芳", "电话告知办结，说明领证时间。"),
        Step(at("2026-12-08T16:20"), "送达", "龚小平", "新证送到家，反映人签收。"),
        Step(at("2026-12-10T09:00"), "归档", "王芳", "归档号2026-BBC-0117，销号。"),
    ),
)
VOID_REGISTER = replace(NEW_CASE, voided=Voided(date(2026, 11, 19), "王芳"))
