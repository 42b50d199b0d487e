"""Which acts are for those in charge."""

from playhouse.migrate import SqliteMigrator

RESERVED = (
    """CREATE TABLE "reserved" ("id" INTEGER NOT NULL PRIMARY KEY, "act" VARCHAR(20) NOT NULL,
    "since" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL)""",
    'CREATE UNIQUE INDEX "reserved_act" ON "reserved" ("act")',
)


def up(migrator: SqliteMigrator) -> None:
    for statement in RESERVED:
        migrator.database.execute_sql(statement)
