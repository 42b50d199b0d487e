"""The centre's own words for what is in the fixed lists."""

from playhouse.migrate import SqliteMigrator

WORDING = (
    """CREATE TABLE "wording" ("id" INTEGER NOT NULL PRIMARY KEY, "list" VARCHAR(20) NOT NULL,
    "code" VARCHAR(20) NOT NULL, "label" VARCHAR(20) NOT NULL, "active" INTEGER NOT NULL, CHECK
    (label <> ''))""",
    'CREATE UNIQUE INDEX "wording_list_code" ON "wording" ("list", "code")',
)


def up(migrator: SqliteMigrator) -> None:
    for statement in WORDING:
        migrator.database.execute_sql(statement)
