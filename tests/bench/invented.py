"""Invented people, places and troubles; no real person is meant."""

import random

from app.persons.identity import check_digit

SURNAMES = dict(
    zip(
        "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许韩邓冯曹彭曾萧田",
        "wlzlcyhzzwxszmhglhglzlxsdxhdfcpzxt",
        strict=True,
    )
)
GIVEN = dict(
    zip(
        "秀英芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂云玉梅建国华志伟海波春生根宝珍琴凤莲荣福林成德祥䶮𠅤彧",
        "xyfnmjlqljyyyjjtmclxpggyymjghzwhbcsgbzqflrflcdxywy",
        strict=True,
    )
)
VILLAGES = [first + last + "村" for first in "石竹柳桥青红" for last in "门溪林头坳岩"]
UNITS = (
    "派出所 社保窗口 医保窗口 自然资源所 市监所 民政办 "
    "残联 税务分局 不动产窗口 卫生院 公积金窗口 住建所"
).split()
PROBLEMS = (
    ("居民身份证换领", "卧床不能到场，派出所要本人拍照，身份证上月到期，医保报销停了"),
    ("宅基地继承登记", "土地证还在去世的父亲名下，要爷爷奶奶的死亡证明，村里说不再开"),
    ("养老金资格认证", "人在外省照顾孙子，手机认证总是失败，养老金停发两个月"),
    ("医保重复参保退费", "在外地打工时参保一次，回来又交一次，两边窗口都说不归自己退"),
    ("营业执照变更", "前一家租户没有注销，地址被占用，系统提示不能登记"),
    ("户口补录", "孩子出生证明丢失，医院已经搬走，落不了户也上不了学"),
    ("残疾等级评定", "瘫痪在床，去市里医院要三百公里，评定机构不上门"),
    ("退休手续办理", "原单位早已破产，档案查不到，工龄算不清楚"),
    ("公积金贷款转换", "房产证楼栋号和银行备注不一致，四个部门说法不一"),
    ("姓名生僻字更正", "名字里的字系统录不进去，银行卡和社保卡对不上"),
    ("食品生产许可变更", "审批系统故障提交不了，法人明天要出差"),
    ("低保申请", "邻居说收入超了，实际只是一次性补偿款，村里不给报"),
    ("农机补贴申领", "发票抬头写错一个字，经销店已经关门，补不了票"),
    ("水表过户", "老房子没有房产证，水务公司不认村里的证明"),
    ("婚姻登记档案补办", "档案馆水灾丢了底册，结婚证编号查不出来"),
    ("社保卡激活", "卡里的证件号还是十五位，银行和社保各让找对方"),
)
MORE = (
    "跑了好几趟都没办成",
    "窗口说材料不齐，又说不清差哪一份",
    "家里只有一位老人，路远不方便",
    "网上申报被退回，没有写原因",
    "电话打了没有人接",
    "说系统升级，让下个月再来",
    "承办人员换了，新来的人不了解情况",
    "急着用，月底之前要办好",
    "邻村同样的事已经办好了",
    "希望能一次说清楚",
)
ANSWERS = (
    "本人不到场办不了。",
    "要先去原单位开证明。",
    "系统里没有这个选项。",
    "政策没有规定，等通知。",
)
RESULTS = (
    "已联系派出所上门采集，证件办好后送到家。",
    "召集三家单位协调，村里出证明，窗口容缺受理，当天办结。",
    "经核对档案，补录信息后办成，已电话告知。",
    "向上级业务部门请示，按新口径办理。",
)
_FAMILIES, _GIVEN = tuple(SURNAMES), tuple(GIVEN)


def name(rng: random.Random) -> tuple[str, str]:
    """A name and its initials."""
    family = rng.choice(_FAMILIES)
    given = rng.choices(_GIVEN, k=rng.choice((1, 2, 2, 2)))
    return family + "".join(given), SURNAMES[family] + "".join(GIVEN[char] for char in given)


def phone(rng: random.Random) -> str:
    return f"100{rng.randrange(10**8):08}"


def id_number(rng: random.Random) -> str:
    born = f"{rng.randint(1935, 2007)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"
    first = f"330199{born}{rng.randrange(1000):03}"
    return first + check_digit(first)


def address(rng: random.Random, village: str) -> str:
    return f"云溪镇{village}{rng.randint(1, 12)}组{rng.randint(1, 400)}号"


def trouble(rng: random.Random) -> tuple[int, str]:
    """The place of a matter in the list, and what is told of it, hardly ever twice the same."""
    place = rng.randrange(len(PROBLEMS))
    clauses = PROBLEMS[place][1].split("，")
    rng.shuffle(clauses)
    told = [*clauses[: rng.randint(2, len(clauses))], *rng.sample(MORE, rng.randint(2, 5))]
    return place, "，".join(
        told
    ) + f"，已经拖了{rng.randint(2, 90)}天，{rng.choice(_FAMILIES)}某多次来问。"
