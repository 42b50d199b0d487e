"""Notices of the invented centre."""

from dataclasses import replace
from datetime import date

from app.sheets.notices import (
    CannotNotice,
    CompletionNotice,
    Decision,
    ExtensionNotice,
    Missing,
    MissingNotice,
    OutOfScopeNotice,
    Remedy,
    Route,
)
from tests.exports.samples import CENTRE, at

MISSING = MissingNotice(
    centre=CENTRE,
    number="GZ20261118-021",
    case_number="BBC-云溪-20261117-002",
    addressee="曹㛃生",
    matter="两处宅基地从已故父亲名下变更登记",
    received_on=date(2026, 11, 17),
    issued_at=at("2026-11-18T10:20"),
    handled_by="王芳（工号03）",
    items=(
        Missing(
            "父亲的死亡证明",
            "原件1份",
            "柳林村村委会开具，我们已同村里说好",
            "1996年以前去世的，用村委会证明和户口注销记录代替",
        ),
        Missing(
            "亲属关系证明",
            "原件1份",
            "云溪派出所查户籍档案",
            "档案查不到的，由两位知情邻居作证，村委会盖章",
        ),
        Missing(
            "姐姐曹秀兰放弃继承的声明",
            "原件1份，本人签名按印",
            "在外地，可以视频签，我们来约时间",
            "无法视频的，由当地公证处办理",
        ),
        Missing("宅基地使用权证", "原件", "找不到的，镇自然资源所查底册", "底册复印件加盖公章即可"),
    ),
    hand_in_by=date(2026, 12, 16),
    clock="材料补齐的次日起，接着计算答复期限；补材料的这几天不算在内。",
)
OUT_OF_SCOPE = OutOfScopeNotice(
    centre=CENTRE,
    number="BS20261113-003",
    case_number="BBC-云溪-20261113-001",
    addressee="尉迟䶮",
    matter="与邻居因宅基地界址打架，要求重新判决赔偿数额",
    received_on=date(2026, 11, 13),
    issued_at=at("2026-11-13T16:00"),
    handled_by="王芳（工号03）",
    reason=(
        "赔偿数额已由临溪县人民法院判决，属于涉法涉诉事项，应当按照诉讼程序解决；"
        "宅基地界址争议可以先行调解。"
    ),
    routes=(
        Route("申请再审或申诉", "临溪县人民法院诉讼服务中心", "县城东门街8号，0570-0002368"),
        Route("人民调解", "云溪镇人民调解委员会", "镇政府二楼203室，0570-0001266"),
        Route("法律援助", "临溪县法律援助中心", "县城民生路20号，0570-0012348"),
    ),
    done_for_you="已同镇人民调解委员会联系，11月16日（星期一）上午由调解员先给您打电话。",
)
CHOICE = Remedy(
    kind="自由选择",
    text=(
        "如不服临溪县自然资源和规划局的上述决定，可以自收到该决定之日起60日内向临溪县人民政府申请"
        "行政复议，或者在6个月内依法向临溪县人民法院提起行政诉讼。"
    ),
    authority="临溪县人民政府",
    court="临溪县人民法院",
    source="行政复议法第二十条、行政诉讼法第四十六条",
)
REVIEW_FIRST = Remedy(
    kind="复议前置",
    text=(
        "如不服上述决定，应当先自收到该决定之日起60日内向临溪县人民政府申请行政复议；对复议决定"
        "不服的，可以自收到复议决定书之日起15日内依法向临溪县人民法院提起行政诉讼。"
    ),
    authority="临溪县人民政府",
    court="临溪县人民法院",
)
SPECIAL = Remedy(
    kind="另有期限",
    text="如不服上述决定，可以自收到通知之日起30日内向衢山市人民政府申请复核，逾期视为放弃。",
    authority="衢山市人民政府",
)
NO_REMEDY = Remedy(
    kind="没有", text="上述答复是对政策的说明，不是行政决定。有新的情况，请随时再来。"
)
CANNOT = CannotNotice(
    centre=CENTRE,
    number="BN20261112-002",
    case_number="BBC-云溪-20261026-001",
    addressee="单于𬎆",
    matter="自建房办理不动产首次登记",
    received_on=date(2026, 10, 26),
    issued_at=at("2026-11-12T09:30"),
    handled_by="王芳（工号03）",
    decision=Decision(
        department="临溪县自然资源和规划局",
        title="不予登记告知书",
        number="临自然资不登〔2026〕36号",
        made_on=date(2026, 11, 9),
        content="对单于𬎆申请的云溪镇石桥村5组自建房不动产首次登记，不予登记。",
        reason=(
            "该宗地与相邻的石桥村村集体预留地界址存在争议，现场两次指界，双方未能签字确认，"
            "争议尚未解决。"
        ),
        basis=(
            "《不动产登记暂行条例》第二十二条第二项：存在尚未解决的权属争议的，不动产登记机构应当"
            "不予登记，并书面告知申请人。",
        ),
        pages=2,
    ),
    remedy=CHOICE,
    tried=(
        "11月2日、11月6日两次陪同到现场指界，请村里和邻居到场。",
        "同县自然资源和规划局商量能否先登记无争议的部分，答复是同一宗地不能分开登记。",
    ),
    other_ways=(
        "先解决界址：镇人民政府可以依申请调解土地权属争议，窗口帮您写申请。",
        "界址签字确认以后，可以重新申请登记，已交的测绘成果继续有效，不用重测。",
    ),
)
CANNOT_UNTITLED = replace(
    CANNOT, decision=replace(CANNOT.decision, title="", number="", pages=0), remedy=NO_REMEDY
)
EXTENSION = ExtensionNotice(
    centre=CENTRE,
    number="YQ20261127-004",
    case_number="BBC-云溪-20261116-001",
    addressee="𠅤小㛃",
    matter="姓名含生僻字，医保参保登记和医保码激活失败",
    received_on=date(2026, 11, 16),
    issued_at=at("2026-11-27T14:30"),
    handled_by="王芳（工号03）",
    was_due_on=date(2026, 11, 30),
    due_on=date(2026, 12, 9),
    times=1,
    reason=(
        "省医保信息平台的姓名编码要由省平台统一更正，县医保局已于11月24日报送，"
        "省平台每周三集中处理一次。"
    ),
    approved_by="镇分管领导李建明",
    progress="县医保局已核对身份证编码，人工更正申请已报送；住院费用票据已先行收下登记。",
    next_step="12月2日省平台处理后，县医保局当天通知您重新激活；住院费用同时按人工流程补报。",
)
EXTENSION_PROVISIONAL = replace(
    EXTENSION, due_on=date(2027, 1, 6), provisional=True, progress="", next_step="", times=2
)
COMPLETION = CompletionNotice(
    centre=CENTRE,
    number="BJ20261120-017",
    case_number="BBC-云溪-20261118-003",
    addressee="龚𬱟",
    matter="父亲卧床不能到派出所换领居民身份证",
    received_on=date(2026, 11, 18),
    issued_at=at("2026-11-20T15:00"),
    handled_by="王芳（工号03）",
    concluded_on=date(2026, 11, 20),
    ending="办成",
    result="已上门采集照片、指纹，换证申请已经提交。",
    what_was_done=(
        "11月20日上午，云溪派出所陈浩和本中心王芳到柳林村，为您父亲和同村另外两位老人一起办理，"
        "没有收费。"
    ),
    to_collect="新的居民身份证预计20个工作日内做好，由村干部龚小平领取后送到家里，您签收即可。",
    returned=("到期身份证原件1份（已当场退还）", "户口簿复印件1份、委托书1份留存归档"),
    call_back_by=date(2026, 11, 27),
)
COMPLETION_BARE = replace(
    COMPLETION,
    centre=replace(CENTRE, phone="", address="", hours=""),
    what_was_done="",
    to_collect="",
    returned=(),
    call_back_by=None,
)
