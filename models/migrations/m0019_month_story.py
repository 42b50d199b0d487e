"""The month in words, as the window wrote it."""

from playhouse.migrate import SqliteMigrator

STORY = (
    """CREATE TABLE "month_story" ("id" INTEGER NOT NULL PRIMARY KEY, "month" DATE NOT NULL, "text"
    TEXT NOT NULL, "edited_at" DATETIME NOT NULL, "edited_by" VARCHAR(40) NOT NULL, "drafted"
    VARCHAR(64) NOT NULL, CHECK (text <> ''))""",
    'CREATE UNIQUE INDEX "month_story_month" ON "month_story" ("month")',
)


def up(migrator: SqliteMigrator) -> None:
    for statement in STORY:
        migrator.database.execute_sql(statement)
