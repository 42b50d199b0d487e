"""A row of the ledger (明细台账)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# What each column is called.
NAMES = {
    "number": "受理编号",
    "received_on": "受理",
    "person": "反映人",
    "village": "村社",
    "channel": "渠道",
    "matter": "反映事项",
    "nature": "性质",
    "cause": "成因",
    "lead": "牵头单位",
    "helpers": "配合单位",
    "due_on": "答复期限",
    "completed_on": "办结",
    "days": "用时",
    "standing": "状态",
    "ending": "结局",
}
UNKNOWN = "未填"
NO_UNIT = "未定"


class Standing(StrEnum):
    """How a case stands against its date, in the words the ledger prints."""

    DONE = "已办结"
    DONE_LATE = "逾期办结"
    OPEN = "办理中"
    OVERDUE = "已逾期"
    REFUSED = "不予受理"
    WITHDRAWN = "撤回"


@dataclass(frozen=True, slots=True)  # there may be a hundred thousand
class Identity:
    """What only the full ledger tells of a person and of what they asked for."""

    phone: str
    id_number: str
    address: str
    problem: str
    demand: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerRow:
    number: str
    received_on: date
    person: str
    village: str
    channel: str
    matter: str
    nature: str
    cause: str
    lead: str
    helpers: str
    due_on: date
    completed_on: date | None
    days: int | None
    standing: Standing
    ending: str
    identity: Identity | None = None

    def cells(self) -> tuple[str | int | date | None, ...]:
        """What the row says, in the order of the ledger's columns."""
        told = (
            self.number,
            self.received_on,
            self.person,
            self.village,
            self.channel,
            self.matter,
            self.nature,
            self.cause,
            self.lead,
            self.helpers,
            self.due_on,
            self.completed_on,
            self.days,
            self.standing.value,
            self.ending,
        )
        if (one := self.identity) is None:
            return told
        return (*told, one.phone, one.id_number, one.address, one.problem, one.demand)
