"""Home visits: who goes with what, the visits, how their plans changed; their papers and acts."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED
from models.migrations.rebuilding import rebuild

CREWS = (
    """CREATE TABLE "helper" ("id" INTEGER NOT NULL PRIMARY KEY, "staff_id" INTEGER, "name"
    VARCHAR(40) NOT NULL, "unit" VARCHAR(60) NOT NULL, "phone" VARCHAR(30) NOT NULL, "team"
    VARCHAR(20) NOT NULL, "active" INTEGER NOT NULL, FOREIGN KEY ("staff_id") REFERENCES "staff"
    ("id") ON DELETE RESTRICT, CHECK (name <> ''))""",
    'CREATE UNIQUE INDEX "helper_staff_id" ON "helper" ("staff_id")',
    'CREATE UNIQUE INDEX "helper_name_unit" ON "helper" ("name", "unit")',
    """CREATE TABLE "kit" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(40) NOT NULL, "kind"
    VARCHAR(20) NOT NULL CHECK ("kind" IN ('capture', 'tablet', 'printer', 'car', 'other')),
    "active" INTEGER NOT NULL, CHECK (name <> ''))""",
    'CREATE UNIQUE INDEX "kit_name" ON "kit" ("name")',
    """CREATE TABLE "absence" ("id" INTEGER NOT NULL PRIMARY KEY, "helper_id" INTEGER, "kit_id"
    INTEGER, "from_at" DATETIME NOT NULL, "to_at" DATETIME NOT NULL, "reason" VARCHAR(120) NOT
    NULL, FOREIGN KEY ("helper_id") REFERENCES "helper" ("id") ON DELETE RESTRICT, FOREIGN KEY
    ("kit_id") REFERENCES "kit" ("id") ON DELETE RESTRICT, CHECK ((helper_id IS NULL) <> (kit_id
    IS NULL)), CHECK (to_at > from_at))""",
    'CREATE INDEX "absence_helper_id" ON "absence" ("helper_id")',
    'CREATE INDEX "absence_kit_id" ON "absence" ("kit_id")',
    'CREATE INDEX "absence_to_at" ON "absence" ("to_at")',
    """CREATE TABLE "way" ("id" INTEGER NOT NULL PRIMARY KEY, "a_id" INTEGER NOT NULL, "b_id"
    INTEGER NOT NULL, "minutes" INTEGER NOT NULL, FOREIGN KEY ("a_id") REFERENCES "village"
    ("id") ON DELETE RESTRICT, FOREIGN KEY ("b_id") REFERENCES "village" ("id") ON DELETE
    RESTRICT, CHECK (a_id < b_id), CHECK (minutes >= 0))""",
    'CREATE INDEX "way_a_id" ON "way" ("a_id")',
    'CREATE INDEX "way_b_id" ON "way" ("b_id")',
    'CREATE UNIQUE INDEX "way_a_id_b_id" ON "way" ("a_id", "b_id")',
    """CREATE TABLE "visit_rules" ("id" INTEGER NOT NULL PRIMARY KEY, "least_crew" INTEGER NOT
    NULL, "needs" VARCHAR(80) NOT NULL, "morning_from" TIME NOT NULL, "morning_to" TIME NOT
    NULL, "afternoon_from" TIME NOT NULL, "afternoon_to" TIME NOT NULL, "business" INTEGER NOT
    NULL, "deliver" INTEGER NOT NULL, "certify" INTEGER NOT NULL, "gathered" INTEGER NOT NULL,
    "other" INTEGER NOT NULL, "same_village" INTEGER NOT NULL, "other_village" INTEGER NOT NULL,
    "home_id" INTEGER, "promises" TEXT NOT NULL, FOREIGN KEY ("home_id") REFERENCES "village"
    ("id") ON DELETE RESTRICT, CHECK (id = 1), CHECK (least_crew >= 1), CHECK (morning_from <
    morning_to AND afternoon_from < afternoon_to), CHECK (morning_to <= afternoon_from), CHECK
    (business >= 1 AND deliver >= 1 AND certify >= 1), CHECK (gathered >= 1 AND other >= 1),
    CHECK (same_village >= 0 AND other_village >= 0))""",
    'CREATE INDEX "visit_rules_home_id" ON "visit_rules" ("home_id")',
)
VISITS = (
    """CREATE TABLE "visit" ("id" INTEGER NOT NULL PRIMARY KEY, "number" VARCHAR(60) NOT NULL,
    "case_id" INTEGER, "kind" VARCHAR(20) NOT NULL CHECK ("kind" IN ('business', 'deliver',
    'certify', 'gathered', 'other')), "status" VARCHAR(20) NOT NULL CHECK ("status" IN
    ('requested', 'planned', 'done', 'failed', 'cancelled', 'refused')), "previous_id" INTEGER,
    "served_id" INTEGER NOT NULL, "asker_id" INTEGER, "relation" VARCHAR(40) NOT NULL, "people"
    INTEGER NOT NULL, "mobility" VARCHAR(120) NOT NULL, "care" VARCHAR(120) NOT NULL, "aware"
    INTEGER NOT NULL, "infectious" INTEGER NOT NULL, "guardian" VARCHAR(60) NOT NULL,
    "same_book" INTEGER NOT NULL, "consent" INTEGER NOT NULL, "exception" VARCHAR(120) NOT NULL,
    "village_id" INTEGER, "village_text" VARCHAR(40) NOT NULL, "address" VARCHAR(120) NOT NULL,
    "directions" VARCHAR(200) NOT NULL, "phone" VARCHAR(30) NOT NULL, "suits" VARCHAR(120) NOT
    NULL, "earliest" DATE, "latest" DATE, "half" VARCHAR(20) CHECK ("half" IN ('morning',
    'afternoon')), "urgent" INTEGER NOT NULL, "matter_id" INTEGER, "matter_text" VARCHAR(80) NOT
    NULL, "papers" TEXT NOT NULL, "checklist" VARCHAR(80) NOT NULL, "bring" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL, "asked_at" DATETIME NOT NULL, "asked_by_id" INTEGER NOT NULL,
    "starts_at" DATETIME, "ends_at" DATETIME, "exact" INTEGER NOT NULL, "way_minutes" INTEGER
    NOT NULL, "way_from" VARCHAR(40) NOT NULL, "revision" INTEGER NOT NULL, "ended_reason" TEXT
    NOT NULL, "arrived_at" DATETIME, "left_at" DATETIME, "outcome" VARCHAR(20) CHECK ("outcome"
    IN ('done', 'partly', 'absent', 'declined', 'device', 'unwell', 'papers')), "outcome_note"
    TEXT NOT NULL, "outcome_at" DATETIME, "outcome_by" VARCHAR(40) NOT NULL, "photo_consent"
    INTEGER NOT NULL, "taken" TEXT NOT NULL, "returned" TEXT NOT NULL, "delivery" VARCHAR(20)
    CHECK ("delivery" IN ('mail', 'visit', 'proxy')), "followed_up_at" DATETIME,
    "followed_up_by" VARCHAR(40) NOT NULL, "follow_up_words" TEXT NOT NULL, FOREIGN KEY
    ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT, FOREIGN KEY ("previous_id")
    REFERENCES "visit" ("id") ON DELETE RESTRICT, FOREIGN KEY ("served_id") REFERENCES "party"
    ("id") ON DELETE RESTRICT, FOREIGN KEY ("asker_id") REFERENCES "party" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("village_id") REFERENCES "village" ("id") ON DELETE RESTRICT, FOREIGN
    KEY ("matter_id") REFERENCES "matter" ("id") ON DELETE RESTRICT, FOREIGN KEY ("asked_by_id")
    REFERENCES "staff" ("id") ON DELETE RESTRICT, CHECK (people >= 1 AND minutes >= 1 AND
    way_minutes >= 0 AND revision >= 0), CHECK (matter_id IS NOT NULL OR matter_text <> ''),
    CHECK (infectious = 0 OR status = 'refused'), CHECK (latest IS NULL OR earliest IS NULL OR
    latest >= earliest), CHECK ((starts_at IS NULL) = (ends_at IS NULL)), CHECK (ends_at IS NULL
    OR ends_at > starts_at), CHECK (status NOT IN ('planned', 'done', 'failed') OR starts_at IS
    NOT NULL), CHECK (status <> 'requested' OR starts_at IS NULL), CHECK ((status IN
    ('cancelled', 'refused')) = (ended_reason <> '')), CHECK ((status IN ('done', 'failed')) =
    (outcome IS NOT NULL)), CHECK ((outcome IS NULL) = (outcome_at IS NULL)), CHECK (left_at IS
    NULL OR left_at >= arrived_at), CHECK ((followed_up_at IS NULL) = (followed_up_by = '')))""",
    'CREATE UNIQUE INDEX "visit_number" ON "visit" ("number")',
    'CREATE INDEX "visit_case_id" ON "visit" ("case_id")',
    'CREATE INDEX "visit_previous_id" ON "visit" ("previous_id")',
    'CREATE INDEX "visit_served_id" ON "visit" ("served_id")',
    'CREATE INDEX "visit_asker_id" ON "visit" ("asker_id")',
    'CREATE INDEX "visit_village_id" ON "visit" ("village_id")',
    'CREATE INDEX "visit_matter_id" ON "visit" ("matter_id")',
    'CREATE INDEX "visit_asked_by_id" ON "visit" ("asked_by_id")',
    'CREATE INDEX "visit_starts_at" ON "visit" ("starts_at")',
    'CREATE INDEX "visit_status_starts_at" ON "visit" ("status", "starts_at")',
    'CREATE INDEX "visit_asked_at_status" ON "visit" ("asked_at", "status")',
    """CREATE TABLE "visit_helper" ("id" INTEGER NOT NULL PRIMARY KEY, "visit_id" INTEGER NOT NULL,
    "helper_id" INTEGER NOT NULL, "place" INTEGER NOT NULL, FOREIGN KEY ("visit_id") REFERENCES
    "visit" ("id") ON DELETE RESTRICT, FOREIGN KEY ("helper_id") REFERENCES "helper" ("id") ON
    DELETE RESTRICT)""",
    'CREATE INDEX "visit_helper_visit_id" ON "visit_helper" ("visit_id")',
    'CREATE INDEX "visit_helper_helper_id" ON "visit_helper" ("helper_id")',
    """CREATE UNIQUE INDEX "visit_helper_visit_id_helper_id" ON "visit_helper" ("visit_id",
    "helper_id")""",
    """CREATE TABLE "visit_kit" ("id" INTEGER NOT NULL PRIMARY KEY, "visit_id" INTEGER NOT NULL,
    "kit_id" INTEGER NOT NULL, FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("kit_id") REFERENCES "kit" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "visit_kit_visit_id" ON "visit_kit" ("visit_id")',
    'CREATE INDEX "visit_kit_kit_id" ON "visit_kit" ("kit_id")',
    'CREATE UNIQUE INDEX "visit_kit_visit_id_kit_id" ON "visit_kit" ("visit_id", "kit_id")',
    """CREATE TABLE "visit_change" ("id" INTEGER NOT NULL PRIMARY KEY, "visit_id" INTEGER NOT NULL,
    "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "act" VARCHAR(20) NOT NULL CHECK ("act"
    IN ('request', 'edit', 'refuse', 'plan', 'move', 'override', 'cancel', 'outcome',
    'evidence', 'follow_up')), "note" TEXT NOT NULL, "reason" TEXT NOT NULL, FOREIGN KEY
    ("visit_id") REFERENCES "visit" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "visit_change_visit_id" ON "visit_change" ("visit_id")',
    """CREATE TABLE "visit_file" ("id" INTEGER NOT NULL PRIMARY KEY, "visit_id" INTEGER NOT NULL,
    "name" VARCHAR(120) NOT NULL, "sha256" VARCHAR(64) NOT NULL, "size" INTEGER NOT NULL,
    "health" INTEGER NOT NULL, "added_at" DATETIME NOT NULL, "added_by" VARCHAR(40) NOT NULL,
    FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "visit_file_visit_id" ON "visit_file" ("visit_id")',
    'CREATE INDEX "visit_file_sha256" ON "visit_file" ("sha256")',
)
CASE_EVENT = (
    """CREATE TABLE "case_event" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "act" VARCHAR(20) NOT NULL CHECK ("act"
    IN ('register', 'complete', 'edit', 'sort', 'tell_missing', 'take_up', 'assign', 'sign',
    'contact', 'return', 'reply', 'accept', 'send_back', 'call_off', 'remind', 'supervise',
    'escalate', 'progress', 'pause', 'resume', 'ask_extension', 'grant_extension',
    'deny_extension', 'tell_extension', 'reckon', 'meet', 'survey', 'decided_done', 'conflict',
    'route', 'exempt', 'hold', 'give_back', 'household', 'ask_no', 'grant_no', 'deny_no',
    'spot', 'conclude', 'inform', 'follow_up', 'rate', 'rework', 'contest', 'judge', 'reopen',
    'archive', 'withdraw', 'handover', 'visit', 'attach', 'detach', 'issue', 'reprint',
    'void')), "note" TEXT NOT NULL, "field" VARCHAR(40) NOT NULL, "before" TEXT NOT NULL,
    "after" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "case_event_case_id" ON "case_event" ("case_id")',
)
PAPER = (
    """CREATE TABLE "paper" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "kind"
    VARCHAR(20) NOT NULL CHECK ("kind" IN ('receipt', 'register', 'order', 'reminder',
    'supervision', 'escalation', 'missing', 'out_of_scope', 'cannot', 'refusal_approval',
    'extension', 'completion', 'minutes', 'survey', 'conflict', 'group', 'exemption', 'custody',
    'rework', 'visit', 'visit_notice')), "about" INTEGER NOT NULL, "number" VARCHAR(60) NOT
    NULL, "times" INTEGER NOT NULL, "issued_at" DATETIME NOT NULL, "issued_by" VARCHAR(40) NOT
    NULL, "voided_at" DATETIME, "voided_by" VARCHAR(40) NOT NULL, "void_reason" VARCHAR(200) NOT
    NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT, CHECK ((voided_at
    IS NULL) = (void_reason = '')))""",
    'CREATE INDEX "paper_case_id" ON "paper" ("case_id")',
    'CREATE UNIQUE INDEX "paper_number_kind_times" ON "paper" ("number", "kind", "times")',
)
KEPT = ("visit", "visit_change", "visit_file")
NEVER_REWRITTEN = """CREATE TRIGGER "visit_change_is_final" BEFORE UPDATE ON "visit_change"
BEGIN SELECT RAISE(ABORT, 'visit_change is only ever added to'); END"""


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*CREWS, *VISITS, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        run(statement)
    run(NEVER_REWRITTEN)
    rebuild(migrator.database, "case_event", CASE_EVENT, {})
    rebuild(migrator.database, "paper", PAPER, {})
