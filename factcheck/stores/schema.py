"""The tables of a store, as steps from each version of the schema to the next, and views for people who ask in SQL.

A step is never changed once it was released; a new one is added behind it. Each runs in one transaction with all that
are missing, so that a store is of the old version or of the new. Views belong to no version: they are made anew.

Nothing is overwritten that a later look back needs: rows that stop to hold get the batch in `until`, so that the store as it
stood after batch N are the rows with `since <= N` and an `until` that is empty or later.
"""

from __future__ import annotations

from factcheck.stores.connection import Connection
from factcheck.stores.errors import StoreError

STEPS: tuple[tuple[str, ...], ...] = (
    (
        # one run that recorded something; `recorded` is when, in UTC
        """CREATE TABLE batches (
            id INTEGER PRIMARY KEY, recorded TEXT NOT NULL, program TEXT NOT NULL, packs TEXT NOT NULL)""",
        # a text under a name. `identity` is what makes a later text a new version ("id ...", "url ...", or empty); `digest` of text, title, date.
        # `terms` and `grams` are what stories and copies are known by; the text itself is not kept
        """CREATE TABLE articles (
            id INTEGER PRIMARY KEY, batch INTEGER NOT NULL REFERENCES batches (id), name TEXT NOT NULL, version INTEGER NOT NULL,
            identity TEXT NOT NULL, digest TEXT NOT NULL, path TEXT NOT NULL, line INTEGER, title TEXT, publisher TEXT, url TEXT, author TEXT,
            published TEXT, language TEXT, is_read INTEGER NOT NULL, written_first TEXT, written_last TEXT, written_because TEXT NOT NULL,
            is_dated INTEGER NOT NULL, credit TEXT, terms BLOB NOT NULL, officials TEXT NOT NULL, grams BLOB NOT NULL,
            version_of INTEGER REFERENCES articles (id), superseded_by INTEGER REFERENCES articles (id),
            superseded_in INTEGER REFERENCES batches (id), UNIQUE (name, version))""",
        "CREATE INDEX articles_by_identity ON articles (identity)",
        "CREATE INDEX articles_by_digest ON articles (digest)",
        "CREATE INDEX articles_by_batch ON articles (batch)",
        "CREATE INDEX articles_by_published ON articles (published)",
        # which story and origin an article is in; both are numbered by the first of their articles
        """CREATE TABLE placements (
            article INTEGER NOT NULL REFERENCES articles (id), story INTEGER, origin INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER,
            PRIMARY KEY (article, since)) WITHOUT ROWID""",
        "CREATE INDEX placements_by_story ON placements (story)",
        "CREATE INDEX placements_by_origin ON placements (origin)",
        "CREATE TABLE terms (term TEXT PRIMARY KEY, documents INTEGER NOT NULL, is_official INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE probes (term TEXT NOT NULL, article INTEGER NOT NULL REFERENCES articles (id), PRIMARY KEY (term, article)) WITHOUT ROWID",
        "CREATE TABLE grams (gram BIGINT NOT NULL, article INTEGER NOT NULL REFERENCES articles (id), PRIMARY KEY (gram, article)) WITHOUT ROWID",
        # what an article says, as it was read: never changed
        """CREATE TABLE claims (
            id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (id), name TEXT NOT NULL, rule TEXT NOT NULL,
            attribute TEXT NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, subject_id TEXT NOT NULL, subject_name TEXT,
            is_event INTEGER NOT NULL, value TEXT NOT NULL, point TEXT, low TEXT, high TEXT, unit TEXT, hedge TEXT NOT NULL, entity TEXT,
            more TEXT NOT NULL, qualifiers TEXT NOT NULL, modality TEXT NOT NULL, speaker TEXT, valid_first TEXT, valid_last TEXT,
            valid_because TEXT NOT NULL, cues TEXT NOT NULL, context TEXT NOT NULL, field TEXT NOT NULL, start_at INTEGER NOT NULL,
            end_at INTEGER NOT NULL, sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL, text TEXT NOT NULL, line INTEGER NOT NULL,
            col INTEGER NOT NULL, file_line INTEGER, sentence TEXT NOT NULL, sentence_before TEXT NOT NULL, sentence_after TEXT NOT NULL)""",
        "CREATE INDEX claims_by_article ON claims (article)",
        "CREATE INDEX claims_by_name ON claims (name)",
        # whom or what a claim is about once the names and figures of its story were linked; `said` is equal for one value in one scope,
        # `day` the first that it speaks of
        """CREATE TABLE links (
            claim INTEGER NOT NULL REFERENCES claims (id), rule TEXT NOT NULL, subject_id TEXT NOT NULL, subject TEXT NOT NULL, said TEXT NOT NULL,
            day TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER, PRIMARY KEY (claim, since)) WITHOUT ROWID""",
        "CREATE INDEX links_by_subject ON links (subject_id, rule, said, day)",
        # what comparison said; `data` is the finding as in the JSON report
        """CREATE TABLE findings (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, severity TEXT NOT NULL, subject TEXT NOT NULL,
            attribute TEXT NOT NULL, explanation TEXT NOT NULL, data TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER)""",
        "CREATE INDEX findings_by_name ON findings (name)",
        "CREATE INDEX findings_by_verdict ON findings (verdict, until)",
        """CREATE TABLE finding_claims (
            finding INTEGER NOT NULL REFERENCES findings (id), value INTEGER NOT NULL, claim INTEGER NOT NULL REFERENCES claims (id),
            PRIMARY KEY (claim, finding, value)) WITHOUT ROWID""",
        "CREATE INDEX finding_claims_by_finding ON finding_claims (finding)",
        # every fingerprint that was told once, with its verdict and the batch that brought it
        """CREATE TABLE fingerprints (
            fingerprint TEXT NOT NULL, verdict TEXT NOT NULL, since INTEGER NOT NULL, PRIMARY KEY (fingerprint, verdict)) WITHOUT ROWID""",
        # what people decided of findings; the latest that was not undone counts
        """CREATE TABLE decisions (
            id INTEGER PRIMARY KEY, finding TEXT NOT NULL, attribute TEXT NOT NULL, decision TEXT NOT NULL, why TEXT NOT NULL, who TEXT NOT NULL,
            made TEXT NOT NULL, until TEXT, undone TEXT)""",
        "CREATE INDEX decisions_by_finding ON decisions (finding)",
        "CREATE TABLE counters (name TEXT PRIMARY KEY, number INTEGER NOT NULL)",
        "INSERT INTO counters (name, number) VALUES ('articles read', 0)",
    ),
)

# For people with a database tool: who said what, what is open, what was corrected.
VIEWS: dict[str, str] = {
    "who_said_what": """SELECT a.publisher, a.published, b.recorded, l.subject, c.attribute, c.value, c.point, c.low, c.high, c.unit, c.qualifiers,
            c.modality, c.speaker, c.valid_first, c.valid_last, c.sentence, a.name AS article, a.path, c.file_line AS line, a.url, c.name AS claim
        FROM claims c JOIN articles a ON a.id = c.article JOIN batches b ON b.id = a.batch JOIN links l ON l.claim = c.id
        WHERE l.until IS NULL AND a.superseded_by IS NULL""",
    "open_findings": """SELECT f.name AS finding, f.verdict, f.reason, f.severity, f.subject, f.attribute, f.explanation, b.recorded AS found
        FROM findings f JOIN batches b ON b.id = f.since
        WHERE f.until IS NULL AND f.verdict IN ('conflict', 'disputed', 'time_dependent', 'undetermined')
            AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.finding = f.name AND d.undone IS NULL AND d.decision <> 'deferred')""",
    "sides": """SELECT f.name AS finding, f.verdict, f.subject, f.attribute, v.value AS side, c.value, a.publisher, a.published, a.name AS article,
            c.sentence
        FROM findings f JOIN finding_claims v ON v.finding = f.id JOIN claims c ON c.id = v.claim JOIN articles a ON a.id = c.article
        WHERE f.until IS NULL""",
    "corrections": """SELECT n.name AS article, o.version AS old_version, n.version AS new_version, n.publisher, o.published AS old_published,
            n.published AS new_published, b.recorded
        FROM articles o JOIN articles n ON n.id = o.superseded_by JOIN batches b ON b.id = o.superseded_in""",
}

# In an order in which each names only rows of those before it, for copying and emptying.
TABLES = (
    "batches", "articles", "placements", "terms", "probes", "grams", "claims", "links", "findings", "finding_claims", "fingerprints", "decisions",
    "counters",
)  # fmt: skip


def bring_up_to_date(db: Connection) -> bool:
    """Run the steps that a store lacks; whether there were any. StoreError for a store of a newer version, which is left alone."""
    version = _checked_version(db)
    if version == len(STEPS):
        return False
    db.begin()
    try:
        version = _checked_version(db)  # another process may have been first
        for view in VIEWS:
            db.run(f"DROP VIEW IF EXISTS {view}")
        for statements in STEPS[version:]:
            for statement in statements:
                db.run(statement if db.is_sqlite else statement.replace("WITHOUT ROWID", "").replace("BLOB", "BYTEA"))
        for view, query in VIEWS.items():
            db.run(f"CREATE VIEW {view} AS {query}")
        db.set_schema_version(len(STEPS))
        db.commit()
    except BaseException:
        db.rollback()
        raise
    return True


def _checked_version(db: Connection) -> int:
    version = db.schema_version()
    if version > len(STEPS):
        raise StoreError(
            f"{db.name}: made by a newer factcheck (schema {version}, this one knows {len(STEPS)}); upgrade factcheck. The store was not touched"
        )
    return version
