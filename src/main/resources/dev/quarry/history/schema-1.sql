-- Runs as lists show and filter them: rows are small, so that many can be looked through.
CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    begun INTEGER NOT NULL,
    task TEXT NOT NULL,
    language TEXT NOT NULL,
    model TEXT NOT NULL,
    connection TEXT NOT NULL,
    title TEXT NOT NULL,
    writer TEXT,
    outcome TEXT,
    outcome_detail TEXT,
    tokens_in INTEGER NOT NULL DEFAULT 0,
    tokens_out INTEGER NOT NULL DEFAULT 0,
    cache_read INTEGER NOT NULL DEFAULT 0,
    cache_write INTEGER NOT NULL DEFAULT 0,
    first_piece_ms INTEGER NOT NULL DEFAULT 0,
    elapsed_ms INTEGER NOT NULL DEFAULT 0,
    cost_micros INTEGER,
    passed INTEGER,
    pinned INTEGER NOT NULL DEFAULT 0,
    name TEXT,
    size INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX run_begun ON run (begun);
CREATE INDEX run_task ON run (task);
CREATE INDEX run_model ON run (model);
CREATE INDEX run_language ON run (language);
CREATE INDEX run_writer ON run (writer) WHERE writer IS NOT NULL;
-- The texts of a run.
CREATE TABLE run_text (
    run INTEGER PRIMARY KEY,
    preset TEXT NOT NULL,
    fields TEXT NOT NULL,
    input TEXT NOT NULL,
    instruction TEXT NOT NULL,
    request TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    verdict TEXT,
    view TEXT NOT NULL DEFAULT ''
);
-- What has come of a run that goes on; becomes its answer at the end.
CREATE TABLE piece (
    run INTEGER NOT NULL,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (run, place)
) WITHOUT ROWID;
CREATE TABLE writer (
    id TEXT PRIMARY KEY,
    process INTEGER NOT NULL,
    started INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE draft (
    writer TEXT PRIMARY KEY,
    content TEXT NOT NULL
) WITHOUT ROWID;
CREATE VIRTUAL TABLE run_words USING fts5 (
    prompt, code, answer, facets,
    content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);
