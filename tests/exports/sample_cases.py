"""Papers of the invented centre's own files."""

from dataclasses import replace
from datetime import date

from app.sheets.custody import CustodySheet, Held
from app.sheets.group import GroupSheet, Household
from app.sheets.liability import (
    ExemptionSheet,
    ExtensionApprovalSheet,
    OpenWork,
    ReworkSheet,
    Share,
    WorkHandoverSheet,
)
from app.sheets.recovery import RecoverySheet
from app.sheets.refusal import RefusalApprovalSheet
from tests.exports.sample_meetings import FACTORY
from tests.exports.sample_notices import CANNOT, OUT_OF_SCOPE
from tests.exports.samples import CENTRE, LONG, at, person

REFUSAL = RefusalApprovalSheet(
    centre=CENTRE,
    number="FD20261110-002",
    case_number=CANNOT.case_number,
    matter=CANNOT.matter,
    issued_at=at("2026-11-10T09:00"),
    handled_by="王芳",
    denied="自建房办理不动产首次登记（石桥村5组）",
    kind="依法不能办",
    applicant=person("单于𬎆", "4410", "临溪县云溪镇石桥村5组18号"),
    received_on=date(2026, 10, 26),
    situation=(
        "单于𬎆2019年经批准在本组建房，2026年10月申请首次登记。测绘时相邻的村集体预留地代表不同意"
        "界址，两次指界都没有签字。"
    ),
    reason="宗地界址存在争议，尚未解决，登记机构依法不能登记。",
    basis=CANNOT.decision.basis,
    tried=CANNOT.tried,
    other_ways=CANNOT.other_ways,
    asked="还有什么问题与困难：担心重新测绘再收费。已答复：测绘成果继续有效。",
    department="临溪县自然资源和规划局",
    officer="何敏，登记科科长",
    remedy=CANNOT.remedy,
    returned=("宅基地批准书原件1份", "测绘报告1份"),
)
REFUSED_BY_WINDOW = replace(
    REFUSAL,
    kind="不予受理",
    matter=OUT_OF_SCOPE.matter,
    denied=OUT_OF_SCOPE.matter,
    basis=("《信访工作条例》第三十一条",),
    tried=("同镇人民调解委员会联系",),
    remedy=None,
    asked="",
    returned=(),
    granted=True,
    opinion="同意。先由调解委员会约双方见面。",
    approved_by="李建明",
    approved_on=date(2026, 11, 10),
)
_STATES = ("已领证", "待补材料", "已受理")
GROUP = GroupSheet(
    centre=CENTRE,
    number="QC20261120-001",
    case_number="BBC-云溪-20261102-004",
    matter="幸福小区2号楼32户办理不动产权证",
    issued_at=at("2026-11-20T17:00"),
    handled_by="王芳",
    units="县自然资源和规划局（牵头）；县税务局、镇城建办（配合）",
    households=tuple(
        Household(
            f"{'王龚欧阳尉'[number % 5]}**",
            f"2号楼{1 + number // 16}单元{1 + number // 2 % 8}0{1 + number % 2}室",
            "购房合同、发票、契税票" if number < 17 else "购房合同；缺发票原件",
            _STATES[0 if number < 17 else 1 + number % 2],
            f"HZ20261102-{number + 4:03}",
        )
        for number in range(32)
    ),
    done=17,
    done_word="已领证",
    states=(("已领证", 17), ("待补材料", 8), ("已受理", 7)),
    remarks="开发商2018年注销，发票由县税务局查底册补打。",
)
FEW = replace(
    GROUP, households=GROUP.households[15:19], done=2, states=(("已领证", 2), ("已受理", 2))
)
EXEMPTION = ExemptionSheet(
    centre=CENTRE,
    number="RC20261126-001",
    case_number=LONG.number,
    matter=FACTORY,
    issued_at=at("2026-11-26T10:00"),
    handled_by="王芳",
    difficulty="限额以下工程没有施工许可证，现行规定没有写竣工备案表可以用什么代替。",
    decision="用第三方质量鉴定报告和县住建局的情况说明，代替竣工备案表办理不动产登记。",
    decided_by="协调会议（副镇长李建明主持）",
    decided_on=date(2026, 11, 25),
    procedure="四个单位到会讨论，县消防救援大队书面提出意见；11月25日会议议定。",
    basis=(
        "《建筑工程施工许可管理办法》第二条：限额以下的，可以不申请办理施工许可证。",
        "《优化营商环境条例》关于鼓励和支持创新、免予追责的规定。",
    ),
    risk="质量隐患由鉴定报告排除；登记簿附注“限额以下工程”，发现问题可以更正。",
    shares=(
        Share("县住房和城乡建设局", "情况说明真实、准确", "周立"),
        Share("县自然资源和规划局", "登记审查", "何敏"),
        Share("镇便民服务中心", "组织协调，留存材料", "王芳"),
    ),
    scans=("协调会议纪要", "鉴定报告", "情况说明"),
)
BARE_EXEMPTION = replace(EXEMPTION, procedure="", basis=(), risk="", shares=(), scans=())
CUSTODY = CustodySheet(
    centre=CENTRE,
    number="DG20261120-001",
    case_number="BBC-云溪-20261120-002",
    matter="缴费系统故障，社保费缴不进去",
    issued_at=at("2026-11-20T16:40"),
    handled_by="王芳",
    owner=person("欧阳𠅤", "2046"),
    amount="1,200.00元",
    amount_in_words="壹仟贰佰元整",
    things=(Held("社会保障卡", "1张", "尾号2046"), Held("缴费通知单", "1份")),
    purpose="系统恢复以后，代缴2026年度城乡居民基本医疗保险费3人。",
    return_when="缴费成功当天，把凭证和社会保障卡退还；缴不成的，原款退还。",
    return_by=date(2026, 11, 30),
    keeper="王芳",
    witness="尉迟建国",
)
RETURNED = replace(
    CUSTODY,
    amount="",
    amount_in_words="",
    returned_on=date(2026, 11, 24),
    returned_to="欧阳𠅤",
    returned_by="王芳",
    return_witness="李建明",
)
REWORK = ReworkSheet(
    centre=CENTRE,
    number="ZG20261123-001",
    case_number="BBC-云溪-20261109-001",
    matter="补办残疾人证，两次预约都没有医生",
    issued_at=at("2026-11-23T09:00"),
    handled_by="李建明",
    unit="镇社会事务办公室",
    round=1,
    rating="不满意",
    rated_on=date(2026, 11, 20),
    aspects=("服务效率",),
    words="“办是办了，可是让我白跑了两趟县医院，打电话问也没人接。”",
    due_on=date(2026, 11, 30),
    owner="吴晓东",
    facts="两次预约时县医院评定医生都外出培训，社会事务办没有提前核对，也没有通知反映人。",
    cause="预约没有同医院确认；值班电话中午没人接。",
    measures=("预约前先打电话同医院确认。", "值班电话转到手机，中午有人接。"),
)
NEW_REWORK = replace(
    REWORK, aspects=(), words="", owner="", facts="", cause="", measures=(), round=2
)
CONTESTED = replace(REWORK, contest="评价人点错了等级，电话里说本来想选“满意”，请求复核。")
JUDGED = replace(
    CONTESTED,
    upheld=False,
    judgement="回电话核对，本人说是对等候不满意，不是点错。",
    judged_by="周建平",
    judged_on=date(2026, 11, 24),
)
EXTENSION = ExtensionApprovalSheet(
    centre=CENTRE,
    number="YS20261120-001",
    case_number="BBC-云溪-20261102-004",
    matter="幸福小区2号楼32户办理不动产权证",
    issued_at=at("2026-11-20T09:00"),
    handled_by="王芳",
    received_on=date(2026, 11, 2),
    was_due_on=date(2026, 11, 23),
    days=10,
    due_on=date(2026, 12, 7),
    before=0,
    reason="15户缺购房发票原件，开发商已注销，要向税务部门查存根。",
    progress="17户已领证；税务局已受理查询。",
    next_step="税务局11月27日前回复，随后分批登记。",
    asked_by="王芳",
    asked_on=date(2026, 11, 20),
)
EXTENDED = replace(
    EXTENSION,
    granted=True,
    opinion="同意，到期前逐户电话告知。",
    approved_by="周建平",
    approved_on=date(2026, 11, 20),
)
_WORK = (
    ("行动不便老人换领居民身份证", "办理中", date(2026, 11, 25), "尉迟建国"),
    (FACTORY, "办理中", date(2026, 12, 10), "尉迟建国"),
    ("姓名含生僻字，医保码激活失败", "待反馈", None, "龚小平"),
)
HANDOVER = WorkHandoverSheet(
    centre=CENTRE,
    number="YJ20261127-001",
    issued_at=at("2026-11-27T17:00"),
    handled_by="李建明",
    leaver="王芳",
    reason="调到镇党政办",
    work=tuple(
        OpenWork(f"BBC-云溪-202611{18 + number}-003", *one) for number, one in enumerate(_WORK)
    ),
    things=(
        "业务专用章1枚",
        "评价箱钥匙2把",
        "代管款物：DG20261120-001，1,200.00元，社保卡1张",
    ),
    supervisor="李建明",
)
RECOVERY = RecoverySheet(
    centre=CENTRE,
    account="李建明（admin）",
    code="7K4Q-M2XW-9PDR-T6HB-W3JN",
    issued_at=at("2026-11-22T08:40"),
)
