"""A paper more: the sheet an extension is granted on."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import admit


def up(migrator: SqliteMigrator) -> None:
    admit(migrator.database, "paper", "'extension',", "'extension_approval', 'extension',")
