/**
 * The step that took the index out of the table of events, so that it can be written later than they are: see `event-table.ts`. Of
 * a key that is text SQLite would make one itself, and keep it up with each row.
 */
export const eventIndexSchema = `
  CREATE TABLE all_events (
    seq INTEGER PRIMARY KEY,
    key text NOT NULL,
    name text NOT NULL,
    account_id text,
    occurred_at_ms INTEGER NOT NULL,
    received_at_ms INTEGER NOT NULL,
    method text NOT NULL,
    raw text NOT NULL,
    not_understood text
  );
  INSERT INTO all_events
    SELECT seq, key, name, account_id, occurred_at_ms, received_at_ms, method, raw, not_understood FROM events;
  DROP TABLE events;
  ALTER TABLE all_events RENAME TO events;

  CREATE TABLE event_index (
    key text PRIMARY KEY,
    received_at_ms INTEGER NOT NULL,
    seq INTEGER NOT NULL
  ) WITHOUT ROWID;
  INSERT INTO event_index
    SELECT key, received_at_ms, seq FROM events
    WHERE seq < COALESCE((SELECT from_seq FROM backlog), seq + 1) ORDER BY key;
  CREATE INDEX events_by_arrival ON event_index (received_at_ms);
`
