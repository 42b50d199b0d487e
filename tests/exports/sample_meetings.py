"""Meetings, surveys and conflicts of the invented centre."""

from dataclasses import replace
from datetime import date

from app.sheets.coordination import (
    Absent,
    Claim,
    ConflictSheet,
    MinutesSheet,
    Photo,
    Resolution,
    SurveySheet,
)
from tests.exports.sample_notices import CANNOT
from tests.exports.samples import CENTRE, LONG, at

FACTORY = "㛃记竹木制品加工厂扩建厂房办理不动产登记"

MINUTES = MinutesSheet(
    centre=CENTRE,
    number="JY20261126-006",
    case_number=LONG.number,
    matter=FACTORY,
    issued_at=at("2026-11-26T09:00"),
    handled_by="尉迟建国",
    held_at=at("2026-11-25T14:30"),
    place="镇政府三楼会议室",
    chair="副镇长李建明",
    background=(
        "㛃记竹木制品加工厂2025年扩建厂房，工程投资168万元，低于200万元，依规不需要办理施工许可。"
        "竣工后办理备案和不动产登记时，两个部门都要求提供施工许可证，企业从9月起跑了7趟没有办成，"
        "银行续贷12月31日到期。"
    ),
    agreed=(
        "限额以下工程不需要施工许可，不能再以缺少施工许可证为由不予受理。",
        "工程质量由第三方鉴定报告证明，消防以备案凭证为准，规划以乡村建设规划许可证为准。",
        "不动产登记所需的竣工材料，由县住建局出具《限额以下工程情况说明》代替竣工备案表。",
        "同类情形按本次会议意见办理，由便民服务中心拟成工作提示，报县政务服务管理办公室。",
    ),
    resolutions=(
        Resolution("出具《限额以下工程情况说明》", "县住建局（周立）", date(2026, 12, 1)),
        Resolution(
            "收件受理不动产登记，5个工作日内办结",
            "县自然资源和规划局（何敏）",
            date(2026, 12, 8),
        ),
        Resolution(
            "向银行出具办理进度说明，商请先续贷", "镇便民服务中心（王芳）", date(2026, 11, 27)
        ),
        Resolution("拟定工作提示，排查全镇同类企业", "镇便民服务中心（王芳）", date(2026, 12, 15)),
    ),
    present=(
        "李建明（镇政府）",
        "周立（县住建局）",
        "何敏（县自然资源和规划局）",
        "吴晓东（镇城建办）",
        "王芳、尉迟建国（镇便民服务中心）",
    ),
    absent=(
        Absent("县消防救援大队郑小军", note="已书面提交意见"),
        Absent("县发展和改革局", deemed=True),
    ),
    sitting_in=("欧阳𬎆䶮（㛃记竹木制品加工厂）", "黄丽（县农商银行云溪支行）"),
    sent_to="县住建局，县自然资源和规划局，县消防救援大队，镇城建办；报：临溪县政务服务管理办公室。",
)
PHONE_MINUTES = replace(
    MINUTES,
    background="",
    agreed=(),
    resolutions=MINUTES.resolutions[:1],
    absent=(),
    sitting_in=(),
    sent_to="",
)
SURVEY = SurveySheet(
    centre=CENTRE,
    number="TK20261106-003",
    case_number=CANNOT.case_number,
    matter=CANNOT.matter,
    issued_at=at("2026-11-06T16:00"),
    handled_by="尉迟建国",
    surveyed_at=at("2026-11-06T14:10"),
    place="云溪镇石桥村5组18号东侧，与村集体预留地相邻处",
    purpose="核对宗地东侧界址，看能否当场签字确认。",
    present=(
        "单于𬎆（申请人）",
        "石桥村委会主任周立",
        "何敏（县自然资源和规划局）",
        "王芳、尉迟建国（镇便民服务中心）",
    ),
    findings=(
        "房屋东墙外有一条排水沟，宽0.6米，2019年批准书的附图上没有画出。",
        "村委会认为以沟西沿为界，申请人认为以沟东沿为界，相差0.6米，约7.2平方米。",
        "沟内埋有村里的排水管，2021年铺设，双方都承认。",
    ),
    opinion="争议只在东侧0.6米，其余三面无争议。建议先由镇里调解东侧界址，再一次登记。",
    photos=(
        Photo("照片1", "东墙和排水沟，由南向北拍"),
        Photo("照片2", "沟东沿的旧界桩"),
        Photo("照片3", "批准书附图"),
    ),
)
BARE_SURVEY = replace(SURVEY, purpose="", findings=(), opinion="", photos=())
CONFLICT = ConflictSheet(
    centre=CENTRE,
    number="CT20261120-001",
    case_number=LONG.number,
    matter=FACTORY,
    issued_at=at("2026-11-20T10:00"),
    handled_by="王芳",
    claims=(
        Claim(
            "县自然资源和规划局",
            "竣工备案表（县住建局出具）",
            "不动产登记",
            "《不动产登记暂行条例实施细则》第四十六条",
        ),
        Claim(
            "县住房和城乡建设局",
            "施工许可证；没有的，先办不动产权证",
            "竣工备案",
            "《建筑工程施工许可管理办法》第二条",
        ),
    ),
    background=(
        "工程投资168万元，限额以下不办施工许可，住建局不收竣工备案；没有竣工备案，资规局不登记。"
        "企业两边跑了7趟。"
    ),
    outcome="先照后证",
    resolution="由县住建局出具限额以下工程情况说明，代替竣工备案表；县资规局凭情况说明先登记。",
    resolved_on=date(2026, 11, 25),
    resolved_by="副镇长李建明（协调会议）",
    basis="县政务服务管理办公室关于限额以下工程的答复（2026年11月24日）",
    meeting=MINUTES.number,
    scope="照此办理，拟成工作提示",
)
OPEN_CONFLICT = replace(
    CONFLICT,
    outcome="",
    resolution="",
    resolved_on=None,
    resolved_by="",
    basis="",
    meeting="",
    scope="",
)
