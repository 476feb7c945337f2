CREATE TABLE kb_settings (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The document stands last: whoever counts reads past none of it. Times are milliseconds since 1970.
CREATE TABLE kb_reports (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    received_at  INTEGER NOT NULL,
    verdict      TEXT NOT NULL,
    entry_id     TEXT,
    locale       TEXT,
    product      TEXT,
    source       TEXT,
    snapshot_id  TEXT NOT NULL,
    subject_hash TEXT,
    request_key  TEXT,
    document     TEXT NOT NULL
) STRICT;

CREATE INDEX kb_reports_received_at ON kb_reports (received_at);
CREATE INDEX kb_reports_entry ON kb_reports (entry_id, id) WHERE entry_id IS NOT NULL;
CREATE INDEX kb_reports_subject ON kb_reports (subject_hash) WHERE subject_hash IS NOT NULL;
CREATE UNIQUE INDEX kb_reports_request ON kb_reports (request_key) WHERE request_key IS NOT NULL;

CREATE TABLE kb_report_codes (
    report_id BLOB NOT NULL REFERENCES kb_reports (id) ON DELETE CASCADE,
    is_known  INTEGER NOT NULL,
    code      TEXT NOT NULL,
    PRIMARY KEY (report_id, is_known, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX kb_report_codes_code ON kb_report_codes (code, report_id);

CREATE TABLE kb_report_feedback (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    report_id BLOB NOT NULL REFERENCES kb_reports (id) ON DELETE CASCADE,
    document  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX kb_report_feedback_report ON kb_report_feedback (report_id, id);
