"""Where the centre sends from, and every mail that was to go."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

MAIL = (
    """CREATE TABLE "mailbox" ("id" INTEGER NOT NULL PRIMARY KEY, "address" VARCHAR(120) NOT NULL,
    "account" VARCHAR(120) NOT NULL, "sender" VARCHAR(60) NOT NULL, "server" VARCHAR(120) NOT NULL,
    "port" INTEGER NOT NULL, "security" VARCHAR(20) NOT NULL CHECK ("security" IN ('ssl',
    'starttls')), "authority" TEXT NOT NULL, "to" TEXT NOT NULL, "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL, CHECK (id = 1), CHECK (port BETWEEN 1 AND 65535))""",
    """CREATE TABLE "mail" ("id" INTEGER NOT NULL PRIMARY KEY, "export_id" INTEGER NOT NULL, "state"
    VARCHAR(20) NOT NULL CHECK ("state" IN ('waiting', 'sending', 'sent', 'failed', 'unknown',
    'dropped')), "to" TEXT NOT NULL, "subject" VARCHAR(200) NOT NULL, "text" TEXT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL, "size" INTEGER NOT NULL, "sealed" INTEGER NOT NULL, "agreed_by"
    VARCHAR(40) NOT NULL, "message_id" VARCHAR(120) NOT NULL, "made_at" DATETIME NOT NULL, "made_by"
    VARCHAR(40) NOT NULL, "sender" VARCHAR(120) NOT NULL, "attempts" INTEGER NOT NULL, "tried_at"
    DATETIME, "sent_at" DATETIME, "trouble" TEXT NOT NULL, FOREIGN KEY ("export_id") REFERENCES
    "month_export" ("id") ON DELETE RESTRICT, CHECK ("to" <> ''), CHECK (attempts >= 0), CHECK
    ((state = 'sent') = (sent_at IS NOT NULL)), CHECK (state NOT IN ('failed', 'unknown') OR trouble
    <> ''), CHECK (sent_at IS NULL OR attempts > 0))""",
    'CREATE INDEX "mail_export_id" ON "mail" ("export_id")',
    'CREATE UNIQUE INDEX "mail_message_id" ON "mail" ("message_id")',
)
# Who was sent what about citizens is known for good.
KEPT = ("mail",)


def up(migrator: SqliteMigrator) -> None:
    for statement in (*MAIL, *(NEVER_DELETED.format(table=table) for table in KEPT)):
        migrator.database.execute_sql(statement)
