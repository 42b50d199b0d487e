"""An act more: why a case missed its date."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import admit


def up(migrator: SqliteMigrator) -> None:
    admit(migrator.database, "case_event", "'reckon',", "'reckon', 'explain',")
