"""What a month must not forget: when a case was dropped or taken up again, what was due then."""

from collections.abc import Mapping

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import rebuild

CASE = {
    '"archived_at" DATETIME, ': '"archived_at" DATETIME, "dropped_at" DATETIME, ',
    "(ending IS NULL)))": "(ending IS NULL)), "
    "CHECK (dropped_at IS NULL OR status IN ('refused', 'withdrawn')))",
}
DROPPED_AT = """CASE WHEN status IN ('refused', 'withdrawn') THEN COALESCE((SELECT MAX(e.at)
    FROM case_event e WHERE e.case_id = "case".id AND e.act IN ('withdraw', 'grant_no')),
    received_at) END"""
CLOSING = {
    '"trips_after" INTEGER, ': '"trips_after" INTEGER, "due_on" DATE, "reopened_at" DATETIME, ',
    "trips_after >= 0))": "trips_after >= 0), CHECK (reopened_at IS NULL OR reopened_at >= at))",
}
# The date of a round that is over was not kept; that of the last one stands on its case.
DUE_ON = """(SELECT c.due_on FROM "case" c WHERE c.id = closing.case_id
    AND c.round = closing.round)"""
REOPENED_AT = """(SELECT MIN(e.at) FROM case_event e JOIN "case" c ON c.id = e.case_id
    WHERE c.id = closing.case_id AND closing.round < c.round
    AND e.act IN ('reopen', 'rework') AND e.at >= closing.at)"""
INDEXES = (
    'CREATE INDEX "dropped" ON "case" ("dropped_at") WHERE ("dropped_at" IS NOT NULL)',
    'CREATE INDEX "reopened" ON "closing" ("reopened_at") WHERE ("reopened_at" IS NOT NULL)',
    'CREATE INDEX "reopened_due" ON "closing" ("due_on") WHERE ("reopened_at" IS NOT NULL)',
    'CREATE INDEX "returned" ON "case_unit" ("returned_at") WHERE ("returned_at" IS NOT NULL)',
    'CREATE INDEX "rating_at" ON "rating" ("at")',
    'CREATE INDEX "reminder_at" ON "reminder" ("at")',
    'CREATE INDEX "extension_decided_at" ON "extension" ("decided_at")',
)


def up(migrator: SqliteMigrator) -> None:
    _reshape(migrator, "case", CASE, {"dropped_at": DROPPED_AT})
    _reshape(migrator, "closing", CLOSING, {"due_on": DUE_ON, "reopened_at": REOPENED_AT})
    for statement in INDEXES:
        migrator.database.execute_sql(statement)


def _reshape(
    migrator: SqliteMigrator, table: str, words: Mapping[str, str], new: Mapping[str, str]
) -> None:
    """The table as it is, with other words in what made it."""
    found = migrator.database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('table', 'index') "
        "AND sql IS NOT NULL ORDER BY type = 'index'",
        (table,),
    ).fetchall()
    made, *indexes = (" ".join(sql.split()) for (sql,) in found)
    for old, now in words.items():
        made = made.replace(old, now)
    rebuild(migrator.database, table, [made, *indexes], new)
