"""The appraisal of units: its rules, words on single points, and what finds a quarter quickly."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

TABLES = (
    """CREATE TABLE "appraisal_rules" ("id" INTEGER NOT NULL PRIMARY KEY, "made_at" DATETIME NOT
    NULL, "made_by" VARCHAR(40) NOT NULL, "since" DATE NOT NULL, "least_cases" INTEGER NOT NULL,
    CHECK (least_cases >= 0))""",
    """CREATE TABLE "appraisal_rule" ("id" INTEGER NOT NULL PRIMARY KEY, "rules_id" INTEGER NOT
    NULL, "event" VARCHAR(20) NOT NULL CHECK ("event" IN ('passed', 'groundless', 'overdue',
    'supervised', 'reminded', 'sent_back', 'bad_rating', 'took_lead', 'visited', 'coordinated',
    'early')), "name" VARCHAR(20) NOT NULL, "active" INTEGER NOT NULL, "points" INTEGER NOT NULL,
    "least" INTEGER NOT NULL, "most" INTEGER, FOREIGN KEY ("rules_id") REFERENCES
    "appraisal_rules" ("id") ON DELETE RESTRICT, CHECK (name <> ''), CHECK (points >= 1 AND least
    >= 1), CHECK (most IS NULL OR most >= 1))""",
    'CREATE INDEX "appraisal_rule_rules_id" ON "appraisal_rule" ("rules_id")',
    """CREATE UNIQUE INDEX "appraisal_rule_rules_id_event" ON "appraisal_rule" ("rules_id",
    "event")""",
    """CREATE TABLE "point_review" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "unit" VARCHAR(60) NOT NULL, "event" VARCHAR(20) NOT NULL CHECK ("event" IN ('passed',
    'groundless', 'overdue', 'supervised', 'reminded', 'sent_back', 'bad_rating', 'took_lead',
    'visited', 'coordinated', 'early')), "source" VARCHAR(30) NOT NULL, "step" VARCHAR(20) NOT
    NULL CHECK ("step" IN ('appealed', 'upheld', 'dismissed', 'excluded', 'restored',
    'groundless')), "at" DATETIME NOT NULL, "staff_id" INTEGER NOT NULL, "reason" TEXT NOT NULL,
    "person" VARCHAR(140) NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE RESTRICT, CHECK (unit
    <> '' AND reason <> '' AND person <> ''))""",
    'CREATE INDEX "point_review_case_id" ON "point_review" ("case_id")',
    'CREATE INDEX "point_review_staff_id" ON "point_review" ("staff_id")',
    'CREATE INDEX "point_review_event_source" ON "point_review" ("event", "source")',
)
INDEXES = (
    *(
        f'CREATE INDEX "given_{moment}" ON "case_unit" ("{moment}") WHERE ("sent_at" IS NOT NULL)'
        for moment in ("sent_at", "due_on", "replied_at")
    ),
    """CREATE INDEX "appraised_at" ON "case_event" ("at") WHERE ("act" IN ('send_back',
    'rework'))""",
)
# What holds until the centre says otherwise, in every quarter there was (docs/rules.md tells why).
FIRST_RULES = """INSERT INTO appraisal_rules (id, made_at, made_by, since, least_cases)
    VALUES (1, '2026-01-01 00:00:00', '初始设置', '2000-01-01', 3)"""
EACH = (
    ("passed", "推诿", 5, 1, None),
    ("groundless", "无依据退单", 5, 1, None),
    ("overdue", "超期", 5, 1, 20),
    ("supervised", "被督办", 3, 1, None),
    ("reminded", "被催办", 1, 2, 5),
    ("sent_back", "答复不合格退回", 2, 1, 10),
    ("bad_rating", "差评属实", 3, 1, 10),
    ("took_lead", "主动牵头", 2, 1, 6),
    ("visited", "上门", 1, 1, 5),
    ("coordinated", "协调破难", 2, 1, 6),
    ("early", "提前办结", 1, 2, 5),
)
KEPT = ("appraisal_rules", "appraisal_rule", "point_review")
NEVER_REWRITTEN = """CREATE TRIGGER "{table}_is_final" BEFORE UPDATE ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is only ever added to'); END"""


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*TABLES, *INDEXES, FIRST_RULES):
        run(statement)
    for one in EACH:
        run(
            "INSERT INTO appraisal_rule (rules_id, event, name, active, points, least, most) "
            "VALUES (1, ?, ?, 1, ?, ?, ?)",
            one,
        )
    for table in KEPT:
        run(NEVER_DELETED.format(table=table))
        run(NEVER_REWRITTEN.format(table=table))
