"""What may never be deleted or rewritten, and the index of the cases' words."""

from playhouse.migrate import SqliteMigrator

# Nothing of a citizen's is ever deleted, only voided; a case's units and materials may be replaced
# while it is edited, because the history keeps what they were.
KEPT = ("party", "case", "paper", "attachment", "reception", "month_export", "case_event")

NEVER_DELETED = """CREATE TRIGGER "{table}_is_kept" BEFORE DELETE ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is never deleted'); END"""

NEVER_REWRITTEN = """CREATE TRIGGER "case_event_is_final" BEFORE UPDATE ON "case_event"
BEGIN SELECT RAISE(ABORT, 'case_event is only ever added to'); END"""

# The rowid is the case's. To `ascii` every other character is a letter, also those of names which
# the tables of `unicode61` do not know.
WORDS = """CREATE VIRTUAL TABLE "case_index" USING fts5(keys, words, once, tokenize = "ascii")"""


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for table in KEPT:
        run(NEVER_DELETED.format(table=table))
    run(NEVER_REWRITTEN)
    run(WORDS)
