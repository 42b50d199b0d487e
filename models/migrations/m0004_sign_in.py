"""Roles and passwords of staff, the book of sign-ins, the idle lock and the recovery code."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import rebuild

STAFF = """CREATE TABLE "staff" (
    "id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(40) NOT NULL,
    "work_number" VARCHAR(20) NOT NULL, "active" INTEGER NOT NULL,
    "role" VARCHAR(20) NOT NULL CHECK ("role" IN ('clerk', 'leader', 'admin')),
    "password" VARCHAR(160) NOT NULL, "must_change" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL, "locked_until" DATETIME)"""
STAFF_INDEX = 'CREATE UNIQUE INDEX "staff_work_number" ON "staff" ("work_number")'
STAFF_NEW = {
    # Whoever stands first in the list looks after the others, until they say otherwise.
    "role": """CASE id WHEN (SELECT MIN(id) FROM staff WHERE active) THEN 'admin'
        ELSE 'clerk' END""",
    "password": "''",
    "must_change": "0",
    "failures": "0",
    "locked_until": "NULL",
}
CENTRE = """CREATE TABLE "centre" (
    "id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(60) NOT NULL,
    "place" VARCHAR(20) NOT NULL, "window" VARCHAR(60) NOT NULL,
    "address" VARCHAR(120) NOT NULL, "hours" VARCHAR(80) NOT NULL,
    "phone" VARCHAR(30) NOT NULL, "supervision" VARCHAR(30) NOT NULL,
    "superior" VARCHAR(60) NOT NULL, "number_template" VARCHAR(60) NOT NULL,
    "days_instant" INTEGER NOT NULL, "days_general" INTEGER NOT NULL,
    "days_complex" INTEGER NOT NULL, "days_special" INTEGER NOT NULL,
    "backup_folder" VARCHAR(260) NOT NULL, "demonstration" INTEGER NOT NULL,
    "idle_minutes" INTEGER NOT NULL, "recovery" VARCHAR(160) NOT NULL, CHECK (id = 1),
    CHECK (days_instant >= 0 AND days_general >= 0),
    CHECK (days_complex >= 0 AND days_special >= 0), CHECK (idle_minutes >= 0))"""
CENTRE_NEW = {"idle_minutes": "10", "recovery": "''"}
BOOK = (
    """CREATE TABLE "sign_in_event" (
    "id" INTEGER NOT NULL PRIMARY KEY, "staff_id" INTEGER NOT NULL, "at" DATETIME NOT NULL,
    "what" VARCHAR(20) NOT NULL CHECK ("what" IN ('in', 'wrong', 'locked', 'signed', 'set',
      'reset', 'recovered', 'code')),
    "by" VARCHAR(40) NOT NULL,
    FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "sign_in_event_staff_id" ON "sign_in_event" ("staff_id")',
    'CREATE INDEX "sign_in_event_at" ON "sign_in_event" ("at")',
    """CREATE TRIGGER "sign_in_event_is_kept" BEFORE DELETE ON "sign_in_event"
BEGIN SELECT RAISE(ABORT, 'sign_in_event is never deleted'); END""",
    """CREATE TRIGGER "sign_in_event_is_final" BEFORE UPDATE ON "sign_in_event"
BEGIN SELECT RAISE(ABORT, 'sign_in_event is only ever added to'); END""",
)


def up(migrator: SqliteMigrator) -> None:
    rebuild(migrator.database, "staff", (STAFF, STAFF_INDEX), STAFF_NEW)
    rebuild(migrator.database, "centre", (CENTRE,), CENTRE_NEW)
    for statement in BOOK:
        migrator.database.execute_sql(statement)
