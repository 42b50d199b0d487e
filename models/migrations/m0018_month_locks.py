"""Months that are closed: each version as it was, for ever; exports say which one they show."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED
from models.migrations.rebuilding import rebuild

KEPT = ("month_lock",)

LOCKS = (
    """CREATE TABLE "month_lock" ("id" INTEGER NOT NULL PRIMARY KEY, "month" DATE NOT NULL,
    "version" INTEGER NOT NULL, "locked_at" DATETIME NOT NULL, "locked_by" VARCHAR(40) NOT NULL,
    "program" VARCHAR(20) NOT NULL, "checksum" VARCHAR(64) NOT NULL, "frozen" BLOB NOT NULL,
    "events" INTEGER NOT NULL, "visit_changes" INTEGER NOT NULL, "receptions" INTEGER NOT NULL,
    "unlocked_at" DATETIME, "unlocked_by" VARCHAR(40) NOT NULL, "unlocked_with" VARCHAR(140)
    NOT NULL, "unlock_reason" TEXT NOT NULL, CHECK (version >= 1), CHECK ((unlocked_at IS NULL)
    = (unlocked_by = '')), CHECK ((unlocked_at IS NULL) = (unlocked_with = '')), CHECK
    ((unlocked_at IS NULL) = (unlock_reason = '')))""",
    'CREATE UNIQUE INDEX "month_lock_month_version" ON "month_lock" ("month", "version")',
    """CREATE UNIQUE INDEX "locked_once" ON "month_lock" ("month") WHERE
    ("unlocked_at" IS NULL)""",
)
EXPORTS = (
    """CREATE TABLE "month_export" ("id" INTEGER NOT NULL PRIMARY KEY, "month" DATE NOT NULL,
    "made_at" DATETIME NOT NULL, "made_by" VARCHAR(40) NOT NULL, "full" INTEGER NOT NULL, "cases"
    INTEGER NOT NULL, "checksum" VARCHAR(64) NOT NULL, "file_name" VARCHAR(120) NOT NULL,
    "lock_id" INTEGER, FOREIGN KEY ("lock_id") REFERENCES "month_lock" ("id") ON DELETE
    RESTRICT)""",
    'CREATE INDEX "month_export_month" ON "month_export" ("month")',
    'CREATE INDEX "month_export_lock_id" ON "month_export" ("lock_id")',
)
# Of a version that is kept nothing changes but that it is opened again, once.
NEVER_REWRITTEN = """CREATE TRIGGER "month_lock_is_final" BEFORE UPDATE ON "month_lock"
WHEN OLD.unlocked_at IS NOT NULL OR (OLD.id, OLD.month, OLD.version, OLD.locked_at, OLD.locked_by,
    OLD.program, OLD.checksum, OLD.frozen, OLD.events, OLD.visit_changes, OLD.receptions) IS NOT
    (NEW.id, NEW.month, NEW.version, NEW.locked_at, NEW.locked_by, NEW.program, NEW.checksum,
    NEW.frozen, NEW.events, NEW.visit_changes, NEW.receptions)
BEGIN SELECT RAISE(ABORT, 'month_lock is only ever opened again, once'); END"""


def up(migrator: SqliteMigrator) -> None:
    database = migrator.database
    for statement in (*LOCKS, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        database.execute_sql(statement)
    database.execute_sql(NEVER_REWRITTEN)
    rebuild(database, "month_export", EXPORTS, {"lock_id": "NULL"})
