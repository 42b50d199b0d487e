"""Every step the schema has taken, in order. A released step is never edited."""

from collections.abc import Callable

from playhouse.migrate import SqliteMigrator

from models.migrations import (
    m0001_tables,
    m0002_guards,
    m0003_closed_loop,
    m0004_sign_in,
    m0005_rules_alone,
    m0006_urging,
    m0007_closings,
    m0008_coordination,
    m0009_clocks,
    m0010_visits,
    m0011_wording,
    m0012_rights,
    m0013_own_causes,
    m0014_kept_for_months,
    m0015_extension_approval,
    m0016_appraisal,
    m0017_mail,
    m0018_month_locks,
    m0019_month_story,
    m0020_explained,
    m0021_evidence,
    m0022_conclusions,
)

# Named one by one: scripts that are looked for on the disk are missing from a frozen program.
STEPS: tuple[Callable[[SqliteMigrator], None], ...] = (
    m0001_tables.up,
    m0002_guards.up,
    m0003_closed_loop.up,
    m0004_sign_in.up,
    m0005_rules_alone.up,
    m0006_urging.up,
    m0007_closings.up,
    m0008_coordination.up,
    m0009_clocks.up,
    m0010_visits.up,
    m0011_wording.up,
    m0012_rights.up,
    m0013_own_causes.up,
    m0014_kept_for_months.up,
    m0015_extension_approval.up,
    m0016_appraisal.up,
    m0017_mail.up,
    m0018_month_locks.up,
    m0019_month_story.up,
    m0020_explained.up,
    m0021_evidence.up,
    m0022_conclusions.up,
)
