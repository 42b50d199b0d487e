"""The closed loop: time rules in versions, shares of units, and what a case keeps on its way."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import rebuild

TIMES = (
    """CREATE TABLE "time_rules" ("id" INTEGER NOT NULL PRIMARY KEY, "made_at" DATETIME NOT NULL,
    "made_by" VARCHAR(40) NOT NULL, "instant" INTEGER NOT NULL, "general" INTEGER NOT NULL,
    "complex" INTEGER NOT NULL, "special" INTEGER NOT NULL, "cannot" INTEGER, "hard" INTEGER,
    "unwilling" INTEGER, "sign" INTEGER NOT NULL, "contact" INTEGER NOT NULL, "inform" INTEGER
    NOT NULL, "follow_up" INTEGER NOT NULL, "rework" INTEGER NOT NULL, "reopen" INTEGER NOT
    NULL, "extension" INTEGER NOT NULL, "extensions" INTEGER NOT NULL, "cut_off" INTEGER NOT
    NULL, "returns" INTEGER NOT NULL, CHECK (instant >= 0 AND general >= 0 AND complex >= 0
    AND special >= 0), CHECK (sign >= 0 AND contact >= 0 AND inform >= 0 AND follow_up >= 0),
    CHECK (rework >= 0 AND reopen >= 0 AND extension >= 0 AND extensions >= 0), CHECK (cut_off
    BETWEEN 0 AND 24 AND returns >= 1))""",
    """CREATE TABLE "unit_time" ("id" INTEGER NOT NULL PRIMARY KEY, "rules_id" INTEGER NOT NULL,
    "unit_id" INTEGER NOT NULL, "days" INTEGER NOT NULL, FOREIGN KEY ("rules_id") REFERENCES
    "time_rules" ("id") ON DELETE RESTRICT, FOREIGN KEY ("unit_id") REFERENCES "unit" ("id")
    ON DELETE RESTRICT, CHECK (days >= 0))""",
    'CREATE INDEX "unit_time_rules_id" ON "unit_time" ("rules_id")',
    'CREATE INDEX "unit_time_unit_id" ON "unit_time" ("unit_id")',
    'CREATE UNIQUE INDEX "unit_time_rules_id_unit_id" ON "unit_time" ("rules_id", "unit_id")',
)
# A version for what was in force so far; a store without a centre gets the usual days.
FIRST_RULES = """INSERT INTO time_rules (id, made_at, made_by, instant, general, complex, special,
    sign, contact, inform, follow_up, rework, reopen, extension, extensions, cut_off, returns)
    SELECT 1, '2026-01-01 00:00:00', '初始设置', COALESCE(MAX(days_instant), 0),
    COALESCE(MAX(days_general), 5), COALESCE(MAX(days_complex), 10),
    COALESCE(MAX(days_special), 15), 1, 0, 1, 5, 5, 30, 10, 1, 17, 2 FROM centre"""
UNIT = (
    """CREATE TABLE "unit" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(60) NOT NULL,
    "window_number" VARCHAR(20) NOT NULL, "liaison" VARCHAR(40) NOT NULL, "phone" VARCHAR(30)
    NOT NULL, "head" VARCHAR(40) NOT NULL, "head_phone" VARCHAR(30) NOT NULL, "initials"
    VARCHAR(400) NOT NULL, "active" INTEGER NOT NULL)""",
    'CREATE UNIQUE INDEX "unit_name" ON "unit" ("name")',
)
CASE = (
    """CREATE TABLE "case" ("id" INTEGER NOT NULL PRIMARY KEY, "number" VARCHAR(60) NOT NULL,
    "check_code" VARCHAR(12) NOT NULL, "received_at" DATETIME NOT NULL, "channel" VARCHAR(20)
    NOT NULL CHECK ("channel" IN ('counter', 'phone', 'village', 'visit', 'hotline', 'online',
    'other')), "staff_id" INTEGER NOT NULL, "handler_id" INTEGER NOT NULL, "origin_id"
    INTEGER, "applicant_id" INTEGER NOT NULL, "beneficiary_id" INTEGER, "proxy_id" INTEGER,
    "relation" VARCHAR(40) NOT NULL, "mandate" VARCHAR(120) NOT NULL, "matter_id" INTEGER,
    "matter_text" VARCHAR(80) NOT NULL, "problem" TEXT NOT NULL, "demand" TEXT NOT NULL,
    "trips" INTEGER NOT NULL, "first_applied_on" DATE, "answer_given" TEXT NOT NULL, "nature"
    VARCHAR(20) CHECK ("nature" IN ('cannot', 'hard', 'unwilling')), "cause" VARCHAR(20) CHECK
    ("cause" IN ('process', 'policy', 'legacy', 'channels', 'data', 'reform', 'other')),
    "grade" VARCHAR(20) NOT NULL CHECK ("grade" IN ('instant', 'general', 'complex',
    'special')), "method" VARCHAR(20) NOT NULL CHECK ("method" IN ('spot', 'transfer',
    'coordinate', 'visit')), "ask_business" TEXT, "ask_need" TEXT, "ask_trouble" TEXT,
    "end_business" TEXT, "end_need" TEXT, "end_trouble" TEXT, "rules_id" INTEGER NOT NULL,
    "clock_from" DATE NOT NULL, "due_on" DATE NOT NULL, "due_days" INTEGER NOT NULL,
    "added_days" INTEGER NOT NULL, "due_steps" TEXT NOT NULL, "due_provisional" INTEGER NOT
    NULL, "complete" INTEGER NOT NULL, "status" VARCHAR(20) NOT NULL CHECK ("status" IN
    ('registered', 'handling', 'concluded', 'informed', 'archived', 'refused', 'withdrawn')),
    "ending" VARCHAR(20) CHECK ("ending" IN ('done', 'partly', 'cannot', 'redirected')),
    "result" TEXT NOT NULL, "first_unit" VARCHAR(60) NOT NULL, "sorted_at" DATETIME,
    "paused_at" DATETIME, "escalated_at" DATETIME, "round" INTEGER NOT NULL, "trips_after"
    INTEGER, "concluded_at" DATETIME, "inform_by" DATE, "informed_at" DATETIME, "follow_up_by"
    DATE, "followed_up_at" DATETIME, "archived_at" DATETIME, FOREIGN KEY ("staff_id")
    REFERENCES "staff" ("id") ON DELETE RESTRICT, FOREIGN KEY ("handler_id") REFERENCES
    "staff" ("id") ON DELETE RESTRICT, FOREIGN KEY ("origin_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, FOREIGN KEY ("applicant_id") REFERENCES "party" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("beneficiary_id") REFERENCES "party" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("proxy_id") REFERENCES "party" ("id") ON DELETE RESTRICT, FOREIGN KEY
    ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT, FOREIGN KEY ("rules_id")
    REFERENCES "time_rules" ("id") ON DELETE RESTRICT, CHECK (trips >= 0), CHECK (due_days >=
    0 AND added_days >= 0), CHECK (round >= 1), CHECK (trips_after IS NULL OR trips_after >=
    0), CHECK (paused_at IS NULL OR status = 'handling'), CHECK (matter_id IS NOT NULL OR
    matter_text <> ''), CHECK ((concluded_at IS NULL) = (ending IS NULL)))""",
    'CREATE UNIQUE INDEX "case_number" ON "case" ("number")',
    'CREATE INDEX "case_staff_id" ON "case" ("staff_id")',
    'CREATE INDEX "case_handler_id" ON "case" ("handler_id")',
    'CREATE INDEX "case_origin_id" ON "case" ("origin_id")',
    'CREATE INDEX "case_applicant_id" ON "case" ("applicant_id")',
    'CREATE INDEX "case_beneficiary_id" ON "case" ("beneficiary_id")',
    'CREATE INDEX "case_proxy_id" ON "case" ("proxy_id")',
    'CREATE INDEX "case_matter_id" ON "case" ("matter_id")',
    'CREATE INDEX "case_cause" ON "case" ("cause")',
    'CREATE INDEX "case_rules_id" ON "case" ("rules_id")',
    'CREATE INDEX "case_status" ON "case" ("status")',
    'CREATE INDEX "case_status_due_on" ON "case" ("status", "due_on")',
    """CREATE INDEX "case_received_at_concluded_at_status" ON "case" ("received_at", "concluded_at",
    "status")""",
    """CREATE INDEX "case_concluded_at_received_at_due_on_method_ending" ON "case" ("concluded_at",
    "received_at", "due_on", "method", "ending")""",
    """CREATE INDEX "case_due_on_concluded_at_status" ON "case"
    ("due_on", "concluded_at", "status")""",
)
CASE_UNIT = (
    """CREATE TABLE "case_unit" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "role" VARCHAR(20) NOT NULL CHECK ("role" IN ('lead', 'co_handler', 'tried')), "unit_id"
    INTEGER, "name" VARCHAR(60) NOT NULL, "place" INTEGER NOT NULL, "state" VARCHAR(20) NOT
    NULL CHECK ("state" IN ('planned', 'sent', 'signed', 'replied', 'accepted', 'returned',
    'called_off')), "item" TEXT NOT NULL, "sent_at" DATETIME, "sign_by" DATE, "due_on" DATE,
    "signed_at" DATETIME, "signed_by" VARCHAR(40) NOT NULL, "contacted_at" DATETIME,
    "replied_at" DATETIME, "reply" TEXT NOT NULL, "whole" INTEGER, "basis_cited" INTEGER,
    "returned_at" DATETIME, "return_reason" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES
    "case" ("id") ON DELETE RESTRICT, FOREIGN KEY ("unit_id") REFERENCES "unit" ("id") ON
    DELETE RESTRICT, CHECK ((state = 'planned') = (sent_at IS NULL)), CHECK ((state =
    'returned') = (returned_at IS NOT NULL)), CHECK ((returned_at IS NULL) = (return_reason =
    '')))""",
    'CREATE INDEX "case_unit_case_id" ON "case_unit" ("case_id")',
    'CREATE INDEX "case_unit_unit_id" ON "case_unit" ("unit_id")',
    """CREATE UNIQUE INDEX "share_once" ON "case_unit" ("case_id", "role", "name") WHERE
    ("state" NOT IN ('returned', 'called_off'))""",
    """CREATE UNIQUE INDEX "one_lead" ON "case_unit" ("case_id") WHERE (("role" = 'lead') AND
    ("state" NOT IN ('returned', 'called_off')))""",
)
CASE_EVENT = (
    """CREATE TABLE "case_event" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "act" VARCHAR(20) NOT NULL CHECK ("act" IN
    ('register', 'complete', 'edit', 'sort', 'tell_missing', 'take_up', 'assign', 'sign',
    'contact', 'return', 'reply', 'accept', 'send_back', 'call_off', 'remind', 'supervise',
    'escalate', 'progress', 'pause', 'resume', 'ask_extension', 'grant_extension',
    'deny_extension', 'tell_extension', 'reckon', 'meet', 'survey', 'decided_done',
    'conflict', 'route', 'exempt', 'hold', 'give_back', 'household', 'ask_no', 'grant_no',
    'deny_no', 'spot', 'conclude', 'inform', 'follow_up', 'rate', 'rework', 'contest',
    'judge', 'reopen', 'archive', 'withdraw', 'handover', 'attach', 'detach', 'issue',
    'reprint', 'void')), "note" TEXT NOT NULL, "field" VARCHAR(40) NOT NULL, "before" TEXT NOT
    NULL, "after" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE
    RESTRICT)""",
    'CREATE INDEX "case_event_case_id" ON "case_event" ("case_id")',
)
PAPER = (
    """CREATE TABLE "paper" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "kind"
    VARCHAR(20) NOT NULL CHECK ("kind" IN ('receipt', 'register', 'order', 'reminder',
    'supervision', 'escalation', 'missing', 'out_of_scope', 'cannot', 'refusal_approval',
    'extension', 'completion', 'minutes', 'survey', 'conflict', 'group', 'exemption',
    'custody', 'rework')), "about" INTEGER NOT NULL, "number" VARCHAR(60) NOT NULL, "times"
    INTEGER NOT NULL, "issued_at" DATETIME NOT NULL, "issued_by" VARCHAR(40) NOT NULL,
    "voided_at" DATETIME, "voided_by" VARCHAR(40) NOT NULL, "void_reason" VARCHAR(200) NOT
    NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT, CHECK
    ((voided_at IS NULL) = (void_reason = '')))""",
    'CREATE INDEX "paper_case_id" ON "paper" ("case_id")',
    'CREATE UNIQUE INDEX "paper_number_kind_times" ON "paper" ("number", "kind", "times")',
)
# When a unit's share was assigned, as far as the history tells.
SENT_AT = """(SELECT MAX(at) FROM case_event WHERE act = 'assign'
    AND case_event.case_id = case_unit.case_id AND case_unit.role <> 'tried')"""
EMPTY = "''"
GUARD = """CREATE TRIGGER "share_is_kept" BEFORE DELETE ON "case_unit" WHEN OLD.sent_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what a unit was given is never deleted'); END"""


def up(migrator: SqliteMigrator) -> None:
    database = migrator.database
    for statement in (*TIMES, FIRST_RULES):
        database.execute_sql(statement)
    rebuild(database, "unit", UNIT, {"head": EMPTY, "head_phone": EMPTY})
    rebuild(database, "case_event", CASE_EVENT, {})
    rebuild(database, "paper", PAPER, {"about": "0"})
    rebuild(database, "case_unit", CASE_UNIT, _shares())
    rebuild(database, "case", CASE, _ways())
    database.execute_sql(GUARD)


def _shares() -> dict[str, str]:
    unknown = ("sign_by", "due_on", "signed_at", "contacted_at", "replied_at", "whole")
    nothing = dict.fromkeys((*unknown, "basis_cited", "returned_at"), "NULL")
    said = dict.fromkeys(("item", "signed_by", "reply", "return_reason"), EMPTY)
    state = f"CASE WHEN {SENT_AT} IS NULL THEN 'planned' ELSE 'signed' END"
    return {**nothing, **said, "state": state, "sent_at": SENT_AT}


def _ways() -> dict[str, str]:
    unknown = ("origin_id", "end_business", "end_need", "end_trouble", "sorted_at", "paused_at")
    later = ("escalated_at", "trips_after", "inform_by", "follow_up_by", "followed_up_at")
    return {
        **dict.fromkeys((*unknown, *later), "NULL"),
        "handler_id": "staff_id",
        "rules_id": "1",
        "clock_from": "date(received_at)",
        "added_days": "0",
        "round": "1",
        "first_unit": EMPTY,
    }
