"""Papers between the invented window and its units."""

from dataclasses import replace
from datetime import date

from app.sheets.orders import (
    EscalationSheet,
    OrderSheet,
    Reminded,
    ReminderSheet,
    Stop,
    SupervisionSheet,
)
from tests.exports.samples import CENTRE, NEW_CASE, WHOLE_CASE, at, person

ORDER = OrderSheet(
    centre=CENTRE,
    number="JB20261118-018",
    case_number=NEW_CASE.number,
    unit="云溪派出所",
    role="牵头",
    others="柳林村村民委员会（配合）",
    contact="陈浩　0570-0001266",
    issued_at=at("2026-11-18T10:30"),
    sign_by=date(2026, 11, 19),
    due_on=date(2026, 11, 25),
    due_rule="一般事项5个工作日",
    applicant=NEW_CASE.applicant,
    matter=NEW_CASE.matter,
    problem=NEW_CASE.problem,
    demand=NEW_CASE.demand,
    item="上门照相、采集指纹，把新证送到家里。",
    assessment=WHOLE_CASE.assessment,
    requirements=(
        "签收当天同反映人联系一次。",
        "11月20日上午上门，同行不少于2人，填写上门服务单。",
        "办结后1个工作日内，把结果告诉反映人和本窗口；不能按期办结的，到期前申请延期并说明理由。",
    ),
    attachments="受理回执存根、委托书、户口簿复印件，共3件",
    handled_by="王芳",
    approved_by="李建明",
)
CO_HANDLER = replace(
    ORDER,
    number="JB20261118-019",
    unit="柳林村村民委员会",
    role="配合",
    others="云溪派出所（牵头）",
    contact="",
    sign_by=None,
    due_on=date(2027, 1, 4),
    provisional=True,
    item="",
    assessment="",
    requirements=(),
    attachments="",
    approved_by="",
)
TRANSFER = replace(
    ORDER,
    title="转办单",
    number="ZB20261116-009",
    case_number="BBC-云溪-20261116-001",
    unit="临溪县医疗保障局",
    applicant=person("𠅤小㛃", "7730"),
    matter="姓名含生僻字，医保参保登记和医保码激活失败",
)
FIRST_REMINDER = ReminderSheet(
    centre=CENTRE,
    number="CB20261124-002",
    case_number=NEW_CASE.number,
    matter=NEW_CASE.matter,
    unit="云溪派出所",
    role="牵头",
    times=1,
    contact="陈浩　0570-0001266",
    order_number="JB20261118-018",
    ordered_on=date(2026, 11, 18),
    due_on=date(2026, 11, 25),
    state="明天到期",
    issued_at=at("2026-11-24T09:00"),
    demands=("同反映人联系，告诉他办到哪一步。",),
    answer_by=date(2026, 11, 25),
    handled_by="王芳",
)
REMINDER = replace(
    FIRST_REMINDER,
    number="CB20261130-003",
    times=3,
    state="已逾期3个工作日",
    item="上门照相、采集指纹，把新证送到家里。",
    issued_at=at("2026-11-30T09:10"),
    answer_by=date(2026, 12, 1),
    earlier=(
        Reminded(date(2026, 11, 24), "电话", "联络员陈浩", "设备在修，修好马上去。"),
        Reminded(date(2026, 11, 26), "书面", "副所长周立", "设备已修好，等县局开通端口。"),
    ),
    demands=(
        "说明逾期的原因。",
        "同反映人联系，重新约定上门时间。",
        "设备一时修不好的，向县局或者邻近派出所借用。",
    ),
    copied_to="镇分管领导",
)
SUPERVISION = SupervisionSheet(
    centre=CENTRE,
    number="DB20261106-002",
    case_number="BBC-云溪-20261012-002",
    order_number="JB20261021-011",
    unit="云溪镇城乡建设管理办公室",
    copied_to="镇纪委、镇分管领导",
    issued_at=at("2026-11-06T11:00"),
    grounds=("逾期未答复", "推诿、反复退单"),
    matter="减速带钉子扎破轮胎，责任不明，要求赔偿并消除隐患",
    ordered_on=date(2026, 10, 12),
    due_on=date(2026, 10, 26),
    overdue="9个工作日",
    returned="4次（3个单位）",
    reminded="3次",
    facts=(
        "10月12日交办后，你单位以“道路不归本单位管养”退回；改交县交通运输局镇公路站，以“非公路"
        "管养范围”退回；再交镇综合行政执法队，以“无处罚依据”退回；10月21日再次交你单位，签收后"
        "至今未答复。经查，该路段减速带由你单位2025年委托施工，合同约定质保2年。"
    ),
    demands=(
        "3个工作日内组织施工单位到现场，更换减速带，消除隐患。",
        "督促施工单位同反映人协商赔偿，给出书面答复。",
        "说明退单和逾期的原因，明确今后同类事项由谁负责。",
    ),
    answer_by=date(2026, 11, 11),
    approved_by="李建明",
    handled_by="王芳",
)
OTHER_GROUNDS = replace(
    SUPERVISION, grounds=("答复没有写明依据",), copied_to="", overdue="", returned="", reminded=""
)
ESCALATION = EscalationSheet(
    centre=CENTRE,
    number="TJ20261023-001",
    case_number=SUPERVISION.case_number,
    matter=SUPERVISION.matter,
    raised_to="镇分管领导李建明",
    grounds="累计退单3次",
    returns=3,
    received_on=date(2026, 10, 12),
    due_on=date(2026, 10, 26),
    issued_at=at("2026-10-21T10:00"),
    applicant=person("䶮正荣", "0937"),
    problem=(
        "10月9日晚骑车经过镇东大道，减速带上的铁钉翘起，扎破两条轮胎，摔伤手肘，要求赔偿并更换。"
        "找过镇城建办、公路站、执法队，都说不归自己管。"
    ),
    demand="赔偿轮胎和医药费，把减速带换掉。",
    path=(
        Stop(at("2026-10-12T09:40"), "交办", "云溪镇城乡建设管理办公室", "王芳"),
        Stop(at("2026-10-12T14:00"), "签收", "云溪镇城乡建设管理办公室", "吴晓东"),
        Stop(
            at("2026-10-14T11:20"),
            "退单",
            "云溪镇城乡建设管理办公室",
            "吴晓东",
            "道路不归本单位管养（《云溪镇市政设施管养分工》第三条）",
        ),
        Stop(at("2026-10-14T15:00"), "改派", "县交通运输局镇公路站", "王芳"),
        Stop(
            at("2026-10-16T16:30"),
            "退单",
            "县交通运输局镇公路站",
            "何敏",
            "非公路管养范围（《公路法》第六条）",
        ),
        Stop(at("2026-10-19T09:00"), "改派", "镇综合行政执法队", "王芳"),
        Stop(
            at("2026-10-20T17:00"), "退单", "镇综合行政执法队", "周立", "没有处罚依据，不是执法事项"
        ),
    ),
    opinion="减速带由镇城建办2025年委托施工，仍在质保期内，建议由镇城建办牵头，公路站、执法队配合。",
    questions=(
        "由哪个单位牵头更换减速带，什么时候完成。",
        "赔偿由谁同反映人协商。",
        "镇东大道今后由哪个单位管养。",
    ),
    answer_by=date(2026, 10, 23),
    approved_by="李建明",
    handled_by="王芳",
)
