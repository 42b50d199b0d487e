"""Room for the causes a centre adds to the six: the store takes their codes too."""

from playhouse.migrate import SqliteMigrator

from models.migrations.rebuilding import rebuild

BEFORE = "'reform', 'other'"
NOW = (
    """'reform', 'own_1', 'own_2', 'own_3', 'own_4', 'own_5', 'own_6', 'own_7', 'own_8', 'other'"""
)


def up(migrator: SqliteMigrator) -> None:
    database = migrator.database
    statements = database.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = 'case' AND type IN ('table', 'index') "
        "AND sql IS NOT NULL ORDER BY type = 'index'"
    ).fetchall()
    rebuild(database, "case", [sql.replace(BEFORE, NOW) for (sql,) in statements], {})
