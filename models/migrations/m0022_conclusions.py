"""The index of conclusions holds all that a year of them is counted by."""

from playhouse.migrate import SqliteMigrator

INDEX = """CREATE INDEX "conclusions" ON "case" ("concluded_at", "received_at", "due_on", "method",
"ending", "round", "trips", "trips_after")"""


def up(migrator: SqliteMigrator) -> None:
    migrator.database.execute_sql('DROP INDEX "case_concluded_at_received_at_due_on_method_ending"')
    migrator.database.execute_sql(INDEX)
