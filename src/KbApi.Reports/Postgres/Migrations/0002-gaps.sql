-- What was asked and not answered. Days are dates of UTC, as yyyy-mm-dd.
CREATE TABLE kb_gaps (
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    template   TEXT NOT NULL,
    credit     bigint NOT NULL,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE kb_gap_days (
    kind   TEXT NOT NULL,
    id     TEXT NOT NULL,
    day    TEXT NOT NULL,
    locale TEXT NOT NULL,
    count  bigint NOT NULL,
    PRIMARY KEY (kind, id, day, locale),
    FOREIGN KEY (kind, id) REFERENCES kb_gaps (kind, id) ON DELETE CASCADE
);

CREATE TABLE kb_gap_examples (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    example TEXT NOT NULL,
    PRIMARY KEY (kind, id, example),
    FOREIGN KEY (kind, id) REFERENCES kb_gaps (kind, id) ON DELETE CASCADE
);

CREATE TABLE kb_gap_others (
    kind  TEXT NOT NULL,
    day   TEXT NOT NULL,
    count bigint NOT NULL,
    PRIMARY KEY (kind, day)
);
