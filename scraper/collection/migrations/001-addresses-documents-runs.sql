-- Times are ISO 8601 in UTC, whole seconds: they sort as text.
CREATE TABLE address (
    number INTEGER PRIMARY KEY,          -- in the order of finding
    url TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,                -- new, kept, failed, vanished, given-up
    tags TEXT NOT NULL,                  -- JSON array
    found_at TEXT NOT NULL,
    stated TEXT,                         -- day or time of change as a sitemap or feed gives it
    etag TEXT,
    last_modified TEXT,
    digest TEXT,                         -- of the bytes at the last visit that gave some
    archived TEXT,                       -- where these stand in the archive
    first_visit TEXT,
    last_visit TEXT,
    next_visit TEXT,                     -- NULL: never again
    visits INTEGER NOT NULL DEFAULT 0,
    changes INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, -- failures in a row
    error TEXT
);
-- The frontier: new ones first, then those that are due the longest.
CREATE INDEX frontier ON address (visits > 0, next_visit, number) WHERE next_visit IS NOT NULL;

CREATE INDEX trouble ON address (number) WHERE error IS NOT NULL;

-- What was written where, by which version of qingwen; the highest version of an address is the current one.
CREATE TABLE document (
    url TEXT NOT NULL REFERENCES address (url),
    version INTEGER NOT NULL,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,                -- of the text
    record TEXT NOT NULL,                -- digest of the whole record
    title TEXT,
    duplicate_of TEXT,                   -- address of the document with the same text; then nothing was written
    places TEXT NOT NULL,                -- JSON array of paths in the collection
    archived TEXT,                       -- where the raw page stands
    software TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (number),
    written_at TEXT NOT NULL,
    PRIMARY KEY (url, version)
) WITHOUT ROWID;
CREATE INDEX document_text ON document (sha256);
CREATE INDEX document_run ON document (run, url);

-- Lists of addresses as they were last seen, so that an unchanged one costs no more than asking.
CREATE TABLE list (
    url TEXT NOT NULL,
    reading TEXT NOT NULL,               -- how it was read: another selector or filter finds other addresses
    etag TEXT,
    last_modified TEXT,
    digest TEXT,
    complete INTEGER NOT NULL,           -- 0: not read to its end
    PRIMARY KEY (url, reading)
) WITHOUT ROWID;

CREATE TABLE run (
    number INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    finished_at TEXT,                    -- NULL: going on, or killed
    outcome TEXT,
    counts TEXT,
    failures TEXT                        -- JSON: the lists that failed, each with the reason
);

-- How far the files that grow are accounted for, in bytes, by path in the collection.
CREATE TABLE length (
    path TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL
) WITHOUT ROWID;
