"""What stops a case's clock or gives it more time: pauses and extensions."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

TABLES = (
    """CREATE TABLE "pause" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "round"
    INTEGER NOT NULL, "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "reason"
    VARCHAR(20) NOT NULL CHECK ("reason" IN ('missing', 'party', 'superior')), "note" TEXT
    NOT NULL, "days_left" INTEGER NOT NULL, "resumed_at" DATETIME, "resumed_by" VARCHAR(40)
    NOT NULL, "days" INTEGER, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE
    RESTRICT, CHECK (days_left >= 0), CHECK (days IS NULL OR days >= 0), CHECK ((resumed_at IS
    NULL) = (days IS NULL)), CHECK (resumed_at IS NULL OR resumed_at >= at))""",
    'CREATE INDEX "pause_case_id" ON "pause" ("case_id")',
    'CREATE UNIQUE INDEX "one_pause" ON "pause" ("case_id") WHERE ("resumed_at" IS NULL)',
    """CREATE TABLE "extension" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL, "asked_at" DATETIME NOT NULL, "asked_by_id" INTEGER NOT NULL,
    "days" INTEGER NOT NULL, "reason" TEXT NOT NULL, "progress" TEXT NOT NULL, "next_step"
    TEXT NOT NULL, "was_due_on" DATE NOT NULL, "decided_at" DATETIME, "decided_by"
    VARCHAR(60) NOT NULL, "granted" INTEGER, "answer" TEXT NOT NULL, "due_on" DATE,
    "told_at" DATETIME, "told_by" VARCHAR(40) NOT NULL,
    "told_how" VARCHAR(20) CHECK ("told_how" IN ('phone', 'in_person', 'message', 'letter',
    'visit', 'online')), "told_words" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES
    "case" ("id") ON DELETE RESTRICT, FOREIGN KEY ("asked_by_id") REFERENCES "staff" ("id")
    ON DELETE RESTRICT, CHECK (days >= 1), CHECK (reason <> ''), CHECK ((decided_at IS NULL)
    = (granted IS NULL)), CHECK ((granted IS 1) = (due_on IS NOT NULL)), CHECK (told_at IS
    NULL OR granted IS 1), CHECK ((told_at IS NULL) = (told_how IS NULL)))""",
    'CREATE INDEX "extension_case_id" ON "extension" ("case_id")',
    'CREATE INDEX "extension_asked_by_id" ON "extension" ("asked_by_id")',
    'CREATE UNIQUE INDEX "one_request" ON "extension" ("case_id") WHERE ("decided_at" IS NULL)',
)
KEPT = ("pause", "extension")


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*TABLES, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        run(statement)
