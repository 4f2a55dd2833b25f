/**
 * The step that gave the ledger its copy of what the team shares. It is read from the team again where it is lost. Of a note it is
 * known whether it is the team's too, as it stands.
 */
export const sharedSchema = `
  CREATE TABLE shared_work (
    kind text NOT NULL,
    id text NOT NULL,
    revision INTEGER NOT NULL,
    value text,
    PRIMARY KEY (kind, id)
  ) WITHOUT ROWID;
  CREATE TABLE shared_stream (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stream text NOT NULL
  );
  CREATE INDEX call_ids_by_call ON call_ids (call_id);
  ALTER TABLE call_marks ADD COLUMN is_note_shared INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE contacts ADD COLUMN shared_revision INTEGER;
`
