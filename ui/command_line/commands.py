"""Every command: how it is written, and what it does."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from ui.command_line import (
    for_appraisal,
    for_cases,
    for_mail,
    for_months,
    for_papers,
    for_store,
    for_visits,
)
from ui.command_line.arguments import Asked, Shape

Run = Callable[[Asked, datetime], Any]

COMMANDS: Mapping[str, tuple[Shape, Run]] = {
    "register": (
        Shape(("FILE.json|-",), "登记一件办件，从 JSON 文件或标准输入读", {}),
        for_cases.register,
    ),
    "show": (Shape(("NUMBER",), "看一件办件的全部内容和经过", {}), for_cases.show),
    "next": (
        Shape(("NUMBER",), "列出一件办件现在能办的环节，和每个环节要填什么", {}),
        for_cases.next_,
    ),
    "act": (
        Shape(
            ("NUMBER", "MOVE", "FILE.json|-"),
            "办一个环节，从 JSON 文件或标准输入读要填的内容，办完显示办件",
            {},
        ),
        for_cases.act,
    ),
    "visit request": (
        Shape(("FILE.json|-",), "登记一次上门的需求，从 JSON 文件或标准输入读", {}),
        for_visits.request,
    ),
    "visit show": (Shape(("NUMBER",), "看一次上门的全部内容和经过", {}), for_visits.show),
    "visit suggest": (
        Shape(("NUMBER",), "为一次上门找三个最合适的时间，说明为什么", {}),
        for_visits.suggest,
    ),
    "visit plan": (
        Shape(("NUMBER", "FILE.json|-"), "安排或改期，撞期时不安排并说明和谁撞", {}),
        for_visits.plan,
    ),
    "visit outcome": (
        Shape(("NUMBER", "FILE.json|-"), "登记上门的结果，可以同时办它的办件", {}),
        for_visits.outcome,
    ),
    "visit day": (Shape(("DATE",), "列出一天的上门，按路线先后", {}), for_visits.of_day),
    "visit ics": (
        Shape(
            (),
            "导出日历：一周的上门，或者用 --visit 写编号只要一次",
            {"--week": "2026-W48", "--visit": "NUMBER", "--out": "FILE.ics"},
            ("--out",),
        ),
        for_visits.ics,
    ),
    "attach": (
        Shape(("NUMBER", "FILE"), "给办件添加一个附件，例如签好字的扫描件", {}),
        for_cases.attach,
    ),
    "today": (Shape((), "列出今天要办的，按环节分", {}), for_cases.today),
    "find": (
        Shape(("TEXT",), "按编号、电话、姓名、首字母或内容查找", {"--limit": "N"}),
        for_cases.find,
    ),
    "due": (Shape(("DATE", "DAYS"), "算答复期限：受理日期和工作日数", {}), for_store.due),
    "receipt": (
        Shape(
            ("NUMBER",),
            "出具受理回执，再出一次就是补打",
            {"--out": "FILE.pdf", "--paper": "a5|a4", "--large": ""},
            ("--out",),
        ),
        for_papers.receipt,
    ),
    "paper": (
        Shape(
            ("NUMBER", "KIND"),
            "出具一份文书，再出一次就是补打；同一种有几份的用 --about 写第几个",
            {"--out": "FILE.pdf", "--about": "N"},
            ("--out",),
        ),
        for_papers.paper,
    ),
    "report": (
        Shape(
            ("MONTH",),
            "出某个月的月报；--template 填上级的表样，{{受理}} 这样的占位换成数字；"
            "--full 不遮盖姓名证件，会留下记录",
            {"--out": "FILE.xlsx", "--template": "FILE.xlsx", "--full": ""},
            ("--out",),
        ),
        for_papers.report,
    ),
    "appraisal": (
        Shape(("QUARTER",), "算一个季度的单位考核，每一分都列出，例如 2026-Q4", {}),
        for_appraisal.appraisal,
    ),
    "mail": (
        Shape(
            ("MONTH",),
            "把某个月的月报发邮件；--to 可以写几次，不写就发给设好的收件人；--eml 只存成草稿；"
            "--sealed 给附件加密码；--full 不遮盖，要用 --agreed 写同意的人。"
            "密码从标准输入读，一行一个：先邮箱密码（系统密码库里有就不用），再附件密码。"
            "没发出的再写一次就接着发那一封；已经发出的不再发，要再发加 --again",
            {
                "--to": "ADDRESS…",
                "--eml": "FILE.eml",
                "--sealed": "",
                "--full": "",
                "--agreed": "NAME",
                "--again": "",
            },
        ),
        for_mail.mail,
    ),
    "mail list": (Shape((), "列出发件箱里的邮件，每封到哪一步、为什么", {}), for_mail.list_),
    "mail again": (
        Shape(
            ("MAIL",),
            "把没发出的一封再发一次；可能已发出的，问过对方没收到的加 --not-arrived",
            {"--not-arrived": ""},
        ),
        for_mail.again,
    ),
    "mail settings": (
        Shape(("FILE.json|-",), "设发件邮箱、服务器、收件人、主题和正文，从 JSON 读", {}),
        for_mail.settings,
    ),
    "stats": (
        Shape(
            ("MONTH",),
            "列出某个月的全部指标和分类：分子、分母、口径，和上月、去年同月、本年累计",
            {},
        ),
        for_months.stats,
    ),
    "lock": (
        Shape(("MONTH",), "封账：某个月的数字和台账按现在的样子留存，以后的月报照它", {}),
        for_months.lock,
    ),
    "unlock": (
        Shape(
            ("MONTH", "FILE.json|-"),
            "解封，从 JSON 文件或标准输入读原因和在纸上签字同意的负责人",
            {},
        ),
        for_months.unlock,
    ),
    "backup": (Shape((), "备份到一个文件夹，并核对", {"--to": "DIR"}, ("--to",)), for_store.backup),
    "check": (Shape((), "检查数据是否完好", {}), for_store.check),
    "demo": (
        Shape((), "在空的数据文件夹里填入演示数据", {"--cases": "N", "--seed": "S"}),
        for_store.demo,
    ),
}
