CREATE TABLE kb_settings (
    name  text PRIMARY KEY,
    value bytea NOT NULL
);

-- The document is text and not jsonb: it is read whole, and a report may contain what jsonb refuses (U+0000).
CREATE TABLE kb_reports (
    id           uuid PRIMARY KEY,
    received_at  timestamptz NOT NULL,
    verdict      text NOT NULL,
    entry_id     text,
    locale       text,
    product      text,
    source       text,
    snapshot_id  text NOT NULL,
    subject_hash text,
    request_key  text,
    document     text NOT NULL
);

CREATE INDEX kb_reports_received_at ON kb_reports (received_at);
CREATE INDEX kb_reports_entry ON kb_reports (entry_id, id) WHERE entry_id IS NOT NULL;
CREATE INDEX kb_reports_subject ON kb_reports (subject_hash) WHERE subject_hash IS NOT NULL;
CREATE UNIQUE INDEX kb_reports_request ON kb_reports (request_key) WHERE request_key IS NOT NULL;

CREATE TABLE kb_report_codes (
    report_id uuid NOT NULL REFERENCES kb_reports (id) ON DELETE CASCADE,
    is_known  integer NOT NULL,
    code      text NOT NULL,
    PRIMARY KEY (report_id, is_known, code)
);

CREATE INDEX kb_report_codes_code ON kb_report_codes (code, report_id);

CREATE TABLE kb_report_feedback (
    id        uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES kb_reports (id) ON DELETE CASCADE,
    document  text NOT NULL
);

CREATE INDEX kb_report_feedback_report ON kb_report_feedback (report_id, id);
