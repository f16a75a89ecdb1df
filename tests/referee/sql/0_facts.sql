-- The plain facts. Days are whole numbers; a side without a bound is -1e9 or 1e9; no text, no date.
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE organisations (id INTEGER PRIMARY KEY, name TEXT, name_key TEXT);
CREATE TABLE links (
    id INTEGER PRIMARY KEY, organisation INTEGER, kind TEXT, other INTEGER,
    start_text TEXT, start_lo INTEGER, start_hi INTEGER, end_text TEXT, end_lo INTEGER, end_hi INTEGER
);
CREATE TABLE roles (
    id INTEGER PRIMARY KEY, person INTEGER, organisation INTEGER, title TEXT, kind TEXT, status TEXT,
    start_text TEXT, start_lo INTEGER, start_hi INTEGER, end_text TEXT, end_lo INTEGER, end_hi INTEGER,
    seen_text TEXT, seen_lo INTEGER, seen_hi INTEGER
);
CREATE TABLE recorded (
    id INTEGER PRIMARY KEY, person INTEGER, origin INTEGER, goal INTEGER,
    origin_role INTEGER, goal_role INTEGER, origin_title TEXT, goal_title TEXT, status TEXT,
    date_text TEXT, date_lo INTEGER, date_hi INTEGER
);
CREATE TABLE sources (id INTEGER PRIMARY KEY, date_text TEXT, date_lo INTEGER, date_hi INTEGER);
-- What a question asks by.
CREATE TABLE rule (
    as_of INTEGER, since INTEGER, until INTEGER, windowed INTEGER, bridge INTEGER, least INTEGER,
    rollup TEXT, exact INTEGER, dates TEXT, unknown_end TEXT, unique_people INTEGER, at_end INTEGER
);
CREATE TABLE kinds (kind TEXT PRIMARY KEY);
CREATE TABLE continuities (continuity TEXT PRIMARY KEY);
CREATE TABLE named (organisation INTEGER PRIMARY KEY);
CREATE TABLE grades (status TEXT PRIMARY KEY, grade INTEGER);
INSERT INTO grades VALUES ('denied', 0), ('rumoured', 1), ('reported', 2), ('confirmed', 3);
