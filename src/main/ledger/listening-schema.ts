/**
 * The step that made the ledger say why it could not hear, what each webhook last showed, and which events are stored but not
 * projected yet. What came before is counted, but by which secret it came is not known.
 */
export const listeningSchema = `
  ALTER TABLE listening_spans ADD COLUMN ended_because text;

  CREATE TABLE webhook_sightings (
    name text PRIMARY KEY,
    count INTEGER NOT NULL,
    last_at_ms INTEGER NOT NULL,
    last_seq INTEGER,
    method text NOT NULL,
    account_id text,
    token_id text NOT NULL
  ) WITHOUT ROWID;
  INSERT INTO webhook_sightings (name, last_seq, count, last_at_ms, method, account_id, token_id)
    SELECT name, max(seq), count(*), received_at_ms, method, account_id, '' FROM events
    GROUP BY name ORDER BY 2 DESC LIMIT 300;

  CREATE TABLE backlog (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    from_seq INTEGER NOT NULL
  );
`
