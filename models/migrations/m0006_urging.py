"""What presses for an answer: reminders, supervision orders, and raising a case."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

TABLES = (
    """CREATE TABLE "reminder" ("id" INTEGER NOT NULL PRIMARY KEY, "share_id" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL CHECK ("kind" IN ('remind', 'supervise')), "times" INTEGER
    NOT NULL, "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "whom" VARCHAR(120) NOT
    NULL, "how" VARCHAR(120) NOT NULL, "answer" TEXT NOT NULL, "answer_by" DATE NOT NULL,
    "grounds" TEXT NOT NULL, "facts" TEXT NOT NULL, "demands" TEXT NOT NULL, "approved_by"
    VARCHAR(120) NOT NULL, FOREIGN KEY ("share_id") REFERENCES "case_unit" ("id") ON DELETE
    RESTRICT, CHECK (times >= 1), CHECK (kind = 'remind' OR grounds <> ''))""",
    'CREATE INDEX "reminder_share_id" ON "reminder" ("share_id")',
    """CREATE UNIQUE INDEX "reminder_share_id_kind_times" ON "reminder" ("share_id", "kind",
    "times")""",
    """CREATE TABLE "escalation" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "times" INTEGER NOT NULL, "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "raised_to"
    VARCHAR(120) NOT NULL, "grounds" TEXT NOT NULL, "returns" INTEGER NOT NULL, "opinion"
    TEXT NOT NULL, "questions" TEXT NOT NULL, "answer_by" DATE, FOREIGN KEY ("case_id")
    REFERENCES "case" ("id") ON DELETE RESTRICT, CHECK (times >= 1 AND returns >= 0), CHECK
    (raised_to <> '' AND grounds <> ''))""",
    'CREATE INDEX "escalation_case_id" ON "escalation" ("case_id")',
    'CREATE UNIQUE INDEX "escalation_case_id_times" ON "escalation" ("case_id", "times")',
)
KEPT = ("reminder", "escalation")


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*TABLES, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        run(statement)
