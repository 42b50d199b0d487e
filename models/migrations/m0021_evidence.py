"""Evidence of a visit can be declared void: when, by whom and why."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import admit, rebuild

VISIT_FILE = (
    """CREATE TABLE "visit_file" ("id" INTEGER NOT NULL PRIMARY KEY, "visit_id" INTEGER NOT NULL,
    "name" VARCHAR(120) NOT NULL, "sha256" VARCHAR(64) NOT NULL, "size" INTEGER NOT NULL,
    "health" INTEGER NOT NULL, "added_at" DATETIME NOT NULL, "added_by" VARCHAR(40) NOT NULL,
    "voided_at" DATETIME, "voided_by" VARCHAR(40) NOT NULL, "void_reason" VARCHAR(200) NOT NULL,
    FOREIGN KEY ("visit_id") REFERENCES "visit" ("id") ON DELETE RESTRICT,
    CHECK ((voided_at IS NULL) = (void_reason = '')))""",
    'CREATE INDEX "visit_file_visit_id" ON "visit_file" ("visit_id")',
    'CREATE INDEX "visit_file_sha256" ON "visit_file" ("sha256")',
)
NOT_VOID = {"voided_at": "NULL", "voided_by": "''", "void_reason": "''"}


def up(migrator: SqliteMigrator) -> None:
    rebuild(migrator.database, "visit_file", VISIT_FILE, NOT_VOID)
    admit(migrator.database, "visit_change", "'evidence',", "'evidence', 'void',")
