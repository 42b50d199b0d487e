"""The centre's days for each grade are gone: they stand in the first version of the time rules."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import rebuild

CENTRE = """CREATE TABLE "centre" (
    "id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(60) NOT NULL,
    "place" VARCHAR(20) NOT NULL, "window" VARCHAR(60) NOT NULL,
    "address" VARCHAR(120) NOT NULL, "hours" VARCHAR(80) NOT NULL,
    "phone" VARCHAR(30) NOT NULL, "supervision" VARCHAR(30) NOT NULL,
    "superior" VARCHAR(60) NOT NULL, "number_template" VARCHAR(60) NOT NULL,
    "backup_folder" VARCHAR(260) NOT NULL, "demonstration" INTEGER NOT NULL,
    "idle_minutes" INTEGER NOT NULL, "recovery" VARCHAR(160) NOT NULL, CHECK (id = 1),
    CHECK (idle_minutes >= 0))"""


def up(migrator: SqliteMigrator) -> None:
    rebuild(migrator.database, "centre", (CENTRE,), {})
