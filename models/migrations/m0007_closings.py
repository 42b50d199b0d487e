"""The controlled “no” with its reasons and remedies, papers told to be lacking, closing rounds."""

from playhouse.migrate import SqliteMigrator

from models.migrations.m0002_guards import NEVER_DELETED

KEPT = ("refusal", "telling", "missing_paper", "closing", "contact", "rating")

TABLES = (
    """CREATE TABLE "scope_reason" ("id" INTEGER NOT NULL PRIMARY KEY, "name" VARCHAR(60) NOT NULL,
    "channels" TEXT NOT NULL, "words" TEXT NOT NULL, "source" VARCHAR(200) NOT NULL, "active"
    INTEGER NOT NULL)""",
    'CREATE UNIQUE INDEX "scope_reason_name" ON "scope_reason" ("name")',
    """CREATE TABLE "remedy" ("id" INTEGER NOT NULL PRIMARY KEY, "kind" VARCHAR(20) NOT NULL CHECK
    ("kind" IN ('free', 'review_first', 'term', 'none')), "name" VARCHAR(60) NOT NULL, "text"
    TEXT NOT NULL, "source" VARCHAR(200) NOT NULL, "confirmed_at" DATETIME, "confirmed_by"
    VARCHAR(40) NOT NULL, "active" INTEGER NOT NULL, CHECK ((confirmed_at IS NULL) =
    (confirmed_by = '')))""",
    'CREATE UNIQUE INDEX "remedy_name" ON "remedy" ("name")',
    """CREATE TABLE "refusal" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL, "kind" VARCHAR(20) NOT NULL CHECK ("kind" IN ('refused', 'cannot')),
    "reason" TEXT NOT NULL, "document" VARCHAR(120) NOT NULL, "article" VARCHAR(120) NOT NULL,
    "tried" TEXT NOT NULL, "other_ways" TEXT NOT NULL, "scope_reason_id" INTEGER, "channel"
    VARCHAR(120) NOT NULL, "contact" VARCHAR(120) NOT NULL, "department" VARCHAR(120) NOT
    NULL, "made_on" DATE, "title" VARCHAR(120) NOT NULL, "number" VARCHAR(120) NOT NULL,
    "remedy_id" INTEGER, "authority" VARCHAR(120) NOT NULL, "court" VARCHAR(120) NOT NULL,
    "days" INTEGER, "remedy_text" TEXT NOT NULL, "asked_at" DATETIME NOT NULL, "asked_by_id"
    INTEGER NOT NULL, "decided_at" DATETIME, "decided_by" VARCHAR(140) NOT NULL, "granted"
    INTEGER, "opinion" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, FOREIGN KEY ("scope_reason_id") REFERENCES "scope_reason" ("id") ON
    DELETE RESTRICT, FOREIGN KEY ("remedy_id") REFERENCES "remedy" ("id") ON DELETE RESTRICT,
    FOREIGN KEY ("asked_by_id") REFERENCES "staff" ("id") ON DELETE RESTRICT, CHECK (reason <>
    '' AND document <> '' AND article <> ''), CHECK (tried <> '' AND other_ways <> ''), CHECK
    (kind = 'cannot' OR (scope_reason_id IS NOT NULL AND channel <> '')), CHECK (kind =
    'refused' OR (scope_reason_id IS NULL AND channel || contact = '')), CHECK (kind =
    'refused' OR (remedy_id IS NOT NULL AND remedy_text <> '' AND department <> '' AND made_on
    IS NOT NULL)), CHECK (kind = 'cannot' OR (remedy_id IS NULL AND made_on IS NULL AND days
    IS NULL AND department || title || number || authority || court || remedy_text = '')),
    CHECK ((decided_at IS NULL) = (granted IS NULL)), CHECK ((decided_at IS NULL) =
    (decided_by = '')))""",
    'CREATE INDEX "refusal_case_id" ON "refusal" ("case_id")',
    'CREATE INDEX "refusal_scope_reason_id" ON "refusal" ("scope_reason_id")',
    'CREATE INDEX "refusal_remedy_id" ON "refusal" ("remedy_id")',
    'CREATE INDEX "refusal_asked_by_id" ON "refusal" ("asked_by_id")',
    """CREATE UNIQUE INDEX "one_no_at_a_time" ON "refusal" ("case_id") WHERE
    ("decided_at" IS NULL)""",
    """CREATE TABLE "telling" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "at"
    DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "hand_in_by" DATE, "again" TEXT NOT NULL,
    FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "telling_case_id" ON "telling" ("case_id")',
    """CREATE TABLE "missing_paper" ("id" INTEGER NOT NULL PRIMARY KEY, "telling_id" INTEGER NOT
    NULL, "place" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL, "form" VARCHAR(120) NOT
    NULL, "where" VARCHAR(120) NOT NULL, "instead" VARCHAR(120) NOT NULL, FOREIGN KEY
    ("telling_id") REFERENCES "telling" ("id") ON DELETE RESTRICT)""",
    'CREATE INDEX "missing_paper_telling_id" ON "missing_paper" ("telling_id")',
    """CREATE TABLE "closing" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL, "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL,
    "ending" VARCHAR(20) NOT NULL CHECK ("ending" IN ('done', 'partly', 'cannot', 'redirected')),
    "result" TEXT NOT NULL, "redirected_to" VARCHAR(120) NOT NULL, "trips_after" INTEGER,
    "end_business" TEXT,
    "end_need" TEXT, "end_trouble" TEXT, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON
    DELETE RESTRICT, CHECK (result <> ''), CHECK ((ending = 'redirected') = (redirected_to <>
    '')), CHECK (trips_after IS NULL OR trips_after >= 0))""",
    'CREATE INDEX "closing_case_id" ON "closing" ("case_id")',
    'CREATE UNIQUE INDEX "closing_case_id_round" ON "closing" ("case_id", "round")',
    """CREATE TABLE "contact" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL, "kind" VARCHAR(20) NOT NULL CHECK ("kind" IN ('inform', 'follow_up')),
    "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "way" VARCHAR(20) NOT NULL CHECK ("way"
    IN ('phone', 'in_person', 'message', 'letter', 'visit', 'online')), "reached" INTEGER NOT
    NULL, "words" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE
    RESTRICT)""",
    'CREATE INDEX "contact_case_id" ON "contact" ("case_id")',
    """CREATE TABLE "rating" ("id" INTEGER NOT NULL PRIMARY KEY, "case_id" INTEGER NOT NULL, "round"
    INTEGER NOT NULL, "at" DATETIME NOT NULL, "by" VARCHAR(40) NOT NULL, "stars" VARCHAR(20)
    NOT NULL CHECK ("stars" IN ('5', '4', '3', '2', '1')), "efficiency" INTEGER NOT NULL,
    "skill" INTEGER NOT NULL, "attitude" INTEGER NOT NULL, "words" TEXT NOT NULL,
    "superseded_at" DATETIME, "contested_at" DATETIME, "contested_by_id" INTEGER, "contest"
    TEXT NOT NULL, "judged_at" DATETIME, "judged_by" VARCHAR(140) NOT NULL, "upheld" INTEGER,
    "judgement" TEXT NOT NULL, FOREIGN KEY ("case_id") REFERENCES "case" ("id") ON DELETE
    RESTRICT, FOREIGN KEY ("contested_by_id") REFERENCES "staff" ("id") ON DELETE RESTRICT,
    CHECK ((contested_at IS NULL) = (contested_by_id IS NULL)), CHECK ((contested_at IS NULL)
    = (contest = '')), CHECK (judged_at IS NULL OR contested_at IS NOT NULL), CHECK
    ((judged_at IS NULL) = (judged_by = '')), CHECK ((judged_at IS NULL) = (upheld IS NULL)))""",
    'CREATE INDEX "rating_case_id" ON "rating" ("case_id")',
    'CREATE INDEX "rating_contested_by_id" ON "rating" ("contested_by_id")',
    """CREATE UNIQUE INDEX "one_rating_a_round" ON "rating" ("case_id", "round") WHERE
    ("superseded_at" IS NULL)""",
)
# Why windows do not take a matter up, as they publish it (domain.md §2.2), and where it belongs.
SCOPE_REASONS = (
    (
        "涉法涉诉",
        "人民法院\n人民检察院\n公安机关",
        "已经或应当由司法机关处理的事项，窗口不能代替办案机关作决定。",
        "天津滨海新区、北京各区窗口：涉法、涉诉事项不受理",
    ),
    (
        "涉访",
        "信访部门",
        "信访事项由信访部门登记、按信访程序办理和答复。",
        "天津滨海新区、北京各区窗口：涉访事项不受理",
    ),
    (
        "民事纠纷",
        "人民调解委员会\n人民法院",
        "个人之间、企业之间的纠纷不是政务服务事项，可以先调解，调解不成的可以起诉。",
        "江苏省《政务服务“办不成事”反映窗口建设运行工作规范（试行）》：说明情况，告知救济途径",
    ),
    (
        "劳动争议",
        "劳动人事争议仲裁委员会",
        "用人单位和劳动者之间的争议，先申请劳动仲裁。",
        "民事纠纷的一种，单列以便告知渠道",
    ),
    (
        "违反现行政策",
        "主管部门\n12345热线",
        "现行政策不允许这样办；对政策有意见的，可以向主管部门或12345提出。",
        "天津滨海新区、北京各区窗口：不符合现行政策的不受理",
    ),
    (
        "要件不符",
        "主管部门窗口",
        "申请条件或材料还不符合要求；缺的材料一次告知，补齐后到主管部门窗口申请。",
        "广东清远清新区：因自身原因或申请不符合要件的不受理",
    ),
    (
        "个人原因",
        "12345热线",
        "因个人原因办不了的，当面讲清楚；还有疑问的，可以打12345。",
        "海南海口：个人原因或法律禁止的，当面解释",
    ),
)
# From second-hand texts (domain.md §5.5): until the centre's leader has confirmed them, the screen
# says so.
REMEDIES = (
    (
        "free",
        "复议或诉讼，自由选择",
        "如不服本决定，可以在收到本决定书之日起60日内向{authority}申请行政复议，"
        "或者在6个月内依法向{court}提起行政诉讼。",
        "公安交通管理不予受理文书；行政复议法第20条、行政诉讼法第46条（未核对原文）",
    ),
    (
        "review_first",
        "复议前置",
        "如不服本决定，应当先在收到本决定书之日起60日内向{authority}申请行政复议；"
        "对复议决定不服的，可以在收到复议决定书之日起15日内依法向{court}提起行政诉讼。",
        "行政复议法第20条、第23条，行政诉讼法第45条（未核对原文）",
    ),
    (
        "term",
        "另有期限",
        "如不服本决定，可以在收到本决定书之日起{days}日内向{authority}申请行政复议，"
        "或者依法向{court}提起行政诉讼。",
        "法律对期限另有规定的，按那部法律填写天数",
    ),
    (
        "none",
        "没有复议和诉讼",
        "这是部门对情况的说明，没有作出新的行政决定，因此没有申请行政复议或提起行政诉讼的期限。",
        "部门只作解释、没有作出决定时使用",
    ),
)
# What was concluded before rounds were kept was the first of them.
FIRST_CLOSINGS = """INSERT INTO closing (case_id, round, at, "by", ending, result, redirected_to,
    trips_after, end_business, end_need, end_trouble)
    SELECT id, round, concluded_at, COALESCE((SELECT e."by" FROM case_event e
        WHERE e.case_id = "case".id AND e.act = 'conclude' ORDER BY e.id DESC LIMIT 1), ''),
    ending, CASE result WHEN '' THEN '（没有写）' ELSE result END,
    CASE ending WHEN 'redirected' THEN '（见办理结果）' ELSE '' END,
    trips_after, end_business, end_need, end_trouble FROM "case" WHERE concluded_at IS NOT NULL"""
ADD_REASON = """INSERT INTO scope_reason (name, channels, words, source, active)
    VALUES (?, ?, ?, ?, 1)"""
ADD_REMEDY = """INSERT INTO remedy (kind, name, text, source, confirmed_by, active)
    VALUES (?, ?, ?, ?, '', 1)"""


def up(migrator: SqliteMigrator) -> None:
    run = migrator.database.execute_sql
    for statement in (*TABLES, FIRST_CLOSINGS):
        run(statement)
    for reason in SCOPE_REASONS:
        run(ADD_REASON, reason)
    for remedy in REMEDIES:
        run(ADD_REMEDY, remedy)
    for table in KEPT:
        run(NEVER_DELETED.format(table=table))
