"""What units settle together, what is held for a citizen, and the households of one case."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

TABLES = (
    """CREATE TABLE "meeting" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "held_at" DATETIME NOT NULL, "place" VARCHAR(120) NOT NULL, "chair" VARCHAR(120) NOT
    NULL, "background" TEXT NOT NULL, "present" TEXT NOT NULL, "absent" TEXT NOT NULL,
    "deemed_by" VARCHAR(120) NOT NULL, "by" VARCHAR(40) NOT NULL, FOREIGN KEY ("case_id")
    REFERENCES "case" ("id") ON DELETE RESTRICT, CHECK (place <> '' AND chair <> '' AND
    present <> ''))""",
    'CREATE INDEX "meeting_case_id" ON "meeting" ("case_id")',
    """CREATE TABLE "decision" ("id" INTEGER NOT NULL PRIMARY KEY, "meeting_id" INTEGER NOT NULL,
    "what" VARCHAR(120) NOT NULL, "owner" VARCHAR(60) NOT NULL, "due_on" DATE NOT NULL,
    "done_at" DATETIME, "outcome" TEXT NOT NULL, FOREIGN KEY ("meeting_id") REFERENCES
    "meeting" ("id") ON DELETE RESTRICT, CHECK (what <> '' AND owner <> ''), CHECK ((done_at
    IS NULL) = (outcome = '')))""",
    'CREATE INDEX "decision_meeting_id" ON "decision" ("meeting_id")',
    'CREATE INDEX "decision_due_on" ON "decision" ("due_on")',
    """CREATE TABLE "survey" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "surveyed_at" DATETIME NOT NULL, "place" VARCHAR(120) NOT NULL, "purpose" TEXT NOT NULL,
    "present" TEXT NOT NULL, "findings" TEXT NOT NULL, "opinion" TEXT NOT NULL, "photos"
    TEXT NOT NULL, "by" VARCHAR(40) NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case"
    ("id") ON DELETE RESTRICT, CHECK (place <> '' AND present <> '' AND findings <> ''))""",
    'CREATE INDEX "survey_case_id" ON "survey" ("case_id")',
    """CREATE TABLE "conflict" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "at"
    DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "unit_a" VARCHAR(60) NOT NULL, "wants_a"
    VARCHAR(120) NOT NULL, "gives_a" VARCHAR(120) NOT NULL, "basis_a" VARCHAR(120) NOT NULL,
    "unit_b" VARCHAR(60) NOT NULL, "wants_b" VARCHAR(120) NOT NULL, "gives_b" VARCHAR(120)
    NOT NULL, "basis_b" VARCHAR(120) NOT NULL, "background" TEXT NOT NULL, "outcome"
    VARCHAR(20) CHECK ("outcome" IN ('licence_first', 'permit_first', 'other')),
    "resolution" TEXT NOT NULL, "basis" VARCHAR(120) NOT NULL, "resolved_by" VARCHAR(120)
    NOT NULL, "resolved_at" DATETIME, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, CHECK (unit_a <> unit_b), CHECK ((outcome IS NULL) = (resolved_at IS
    NULL)), CHECK ((outcome IS NULL) = (resolution = '')))""",
    'CREATE INDEX "conflict_case_id" ON "conflict" ("case_id")',
    """CREATE TABLE "route" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "at"
    DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "tried" TEXT NOT NULL, "blocked_by" TEXT
    NOT NULL, "worked" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, CHECK (tried <> '' AND blocked_by <> '' AND worked <> ''))""",
    'CREATE INDEX "route_case_id" ON "route" ("case_id")',
    """CREATE TABLE "exemption" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "difficulty" TEXT NOT NULL,
    "decision" TEXT NOT NULL, "decided_by" VARCHAR(120) NOT NULL, "decided_on" DATE NOT
    NULL, "procedure" TEXT NOT NULL, "basis" TEXT NOT NULL, "risk" TEXT NOT NULL, "scans"
    TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT,
    CHECK (difficulty <> '' AND decision <> ''), CHECK (decided_by <> '' AND basis <> ''))""",
    'CREATE INDEX "exemption_case_id" ON "exemption" ("case_id")',
    """CREATE TABLE "shared_duty" ("id" INTEGER NOT NULL PRIMARY KEY, "exemption_id" INTEGER NOT
    NULL, "unit" VARCHAR(60) NOT NULL, "duty" VARCHAR(120) NOT NULL, "person" VARCHAR(120)
    NOT NULL, FOREIGN KEY ("exemption_id") REFERENCES "exemption" ("id") ON DELETE RESTRICT,
    CHECK (unit <> '' AND duty <> ''))""",
    'CREATE INDEX "shared_duty_exemption_id" ON "shared_duty" ("exemption_id")',
    """CREATE UNIQUE INDEX "shared_duty_exemption_id_unit" ON "shared_duty" ("exemption_id",
    "unit")""",
    """CREATE TABLE "custody" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "held_at" DATETIME NOT NULL, "fen" INTEGER NOT NULL, "purpose" TEXT NOT NULL,
    "return_when" TEXT NOT NULL, "return_by" DATE, "keeper" VARCHAR(40) NOT NULL, "witness"
    VARCHAR(120) NOT NULL, "returned_at" DATETIME, "returned_to" VARCHAR(120) NOT NULL,
    "returned_by" VARCHAR(40) NOT NULL, "return_witness" VARCHAR(120) NOT NULL, FOREIGN KEY
    ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT, CHECK (fen >= 0), CHECK
    (witness <> '' AND witness <> keeper), CHECK ((returned_at IS NULL) = (returned_to =
    '')), CHECK ((returned_at IS NULL) = (return_witness = '')), CHECK (returned_at IS NULL
    OR return_witness <> returned_by))""",
    'CREATE INDEX "custody_case_id" ON "custody" ("case_id")',
    """CREATE TABLE "held_thing" ("id" INTEGER NOT NULL PRIMARY KEY, "custody_id" INTEGER NOT NULL,
    "name" VARCHAR(120) NOT NULL, "count" VARCHAR(120) NOT NULL, "marks" VARCHAR(120) NOT
    NULL, FOREIGN KEY ("custody_id") REFERENCES "custody" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "held_thing_custody_id" ON "held_thing" ("custody_id")',
    """CREATE TABLE "household" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL, "house" VARCHAR(120) NOT NULL,
    "phone" VARCHAR(30) NOT NULL, "papers" VARCHAR(120) NOT NULL, "receipt" VARCHAR(120) NOT
    NULL, "state" VARCHAR(20) NOT NULL CHECK ("state" IN ('open', 'under_way', 'done')),
    "changed_at" DATETIME NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, CHECK (number >= 1), CHECK (name <> '' AND house <> ''))""",
    'CREATE INDEX "household_case_id" ON "household" ("case_id")',
    'CREATE UNIQUE INDEX "household_case_id_number" ON "household" ("case_id", "number")',
)
KEPT = (
    "meeting",
    "decision",
    "survey",
    "conflict",
    "route",
    "exemption",
    "shared_duty",
    "custody",
    "held_thing",
    "household",
)


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*TABLES, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        run(statement)
