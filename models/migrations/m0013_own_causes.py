"""Room for the causes a centre adds to the six: the store takes their codes too."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import admit

OWN = ", ".join(f"'own_{number}'" for number in range(1, 9))


def up(migrator: SqliteMigrator) -> None:
    admit(migrator.database, "case", "'reform', 'other'", f"'reform', {OWN}, 'other'")
