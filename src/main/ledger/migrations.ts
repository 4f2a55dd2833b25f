import { eventIndexSchema } from './event-index-schema.ts'
import { listeningSchema } from './listening-schema.ts'
import { messagesSchema } from './messages-schema.ts'
import type { Database } from './open-database.ts'
import { searchSchema } from './search-schema.ts'
import { sharedSchema } from './shared-schema.ts'

/** The steps that made the schema what it is; `PRAGMA user_version` counts those that were taken. Only ever add one. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE events (
    seq INTEGER PRIMARY KEY,
    key text NOT NULL UNIQUE,
    name text NOT NULL,
    account_id text,
    occurred_at_ms INTEGER NOT NULL,
    received_at_ms INTEGER NOT NULL,
    method text NOT NULL,
    raw text NOT NULL,
    not_understood text
  );

  CREATE TABLE intents (
    id text PRIMARY KEY,
    created_at_ms INTEGER NOT NULL,
    content text NOT NULL,
    outcome text
  );
  CREATE INDEX intents_without_outcome ON intents (created_at_ms) WHERE outcome IS NULL;

  CREATE TABLE calls (
    id text PRIMARY KEY,
    started_at_ms INTEGER NOT NULL,
    other_address text NOT NULL,
    placed_by text,
    has_webhook_id INTEGER NOT NULL,
    facts text NOT NULL
  );
  CREATE INDEX calls_by_start ON calls (started_at_ms);
  CREATE INDEX calls_by_address ON calls (other_address, started_at_ms);
  CREATE INDEX calls_by_colleague ON calls (placed_by, started_at_ms) WHERE placed_by IS NOT NULL;
  CREATE INDEX calls_without_webhook_id ON calls (started_at_ms) WHERE has_webhook_id = 0;
  CREATE TABLE call_ids (
    voice360_id text PRIMARY KEY,
    call_id text NOT NULL REFERENCES calls (id)
  ) WITHOUT ROWID;

  CREATE TABLE threads (
    id text PRIMARY KEY,
    line text NOT NULL,
    other_address text NOT NULL,
    last_at_ms INTEGER NOT NULL,
    unread_count INTEGER NOT NULL
  );
  CREATE INDEX threads_by_address ON threads (other_address);
  CREATE TABLE messages (
    id text PRIMARY KEY,
    thread_id text REFERENCES threads (id),
    at_ms INTEGER NOT NULL,
    facts text NOT NULL
  );
  CREATE INDEX messages_by_thread ON messages (thread_id, at_ms);
  CREATE TABLE message_ids (
    voice360_id text NOT NULL,
    message_id text NOT NULL REFERENCES messages (id),
    PRIMARY KEY (voice360_id, message_id)
  ) WITHOUT ROWID;
  `,
  // Calls are made anew from the events: see `rebuild.ts`. What the user says of them has tables of its own.
  `
  DROP TABLE call_ids;
  DROP TABLE calls;
  CREATE TABLE calls (
    id text PRIMARY KEY,
    started_at_ms INTEGER NOT NULL,
    direction text NOT NULL,
    other_address text NOT NULL,
    line text,
    queue_name text,
    agent_extension text,
    extensions text NOT NULL,
    dial_id text,
    placed_by text,
    is_lost INTEGER NOT NULL,
    is_unread INTEGER NOT NULL,
    is_running INTEGER NOT NULL,
    facts text NOT NULL
  );
  CREATE INDEX calls_by_start ON calls (started_at_ms, id);
  CREATE INDEX calls_by_address ON calls (other_address, started_at_ms);
  CREATE INDEX calls_by_colleague ON calls (placed_by, started_at_ms) WHERE placed_by IS NOT NULL;
  CREATE INDEX calls_by_queue ON calls (queue_name, started_at_ms) WHERE queue_name IS NOT NULL;
  CREATE INDEX calls_by_line ON calls (line, started_at_ms) WHERE line IS NOT NULL;
  CREATE INDEX lost_calls ON calls (started_at_ms, id) WHERE is_lost = 1;
  CREATE INDEX unread_calls ON calls (started_at_ms) WHERE is_unread = 1;
  CREATE INDEX running_calls ON calls (started_at_ms) WHERE is_running = 1;

  CREATE TABLE call_ids (
    voice360_id text PRIMARY KEY,
    call_id text NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE call_parties (
    address text NOT NULL,
    started_at_ms INTEGER NOT NULL,
    call_id text NOT NULL,
    is_loose INTEGER NOT NULL,
    PRIMARY KEY (address, started_at_ms, call_id)
  ) WITHOUT ROWID;
  CREATE INDEX loose_parties ON call_parties (address, started_at_ms) WHERE is_loose = 1;
  CREATE TABLE call_aliases (
    id text PRIMARY KEY,
    call_id text NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE call_marks (
    call_id text PRIMARY KEY,
    is_read INTEGER NOT NULL DEFAULT 0,
    note text,
    outcome text
  );
  CREATE INDEX marks_by_outcome ON call_marks (outcome) WHERE outcome IS NOT NULL;
  CREATE TABLE observations (
    id text PRIMARY KEY,
    about text NOT NULL,
    content text NOT NULL
  );
  CREATE INDEX observations_by_call ON observations (about);
  CREATE TABLE notes (
    id text PRIMARY KEY,
    address text NOT NULL,
    at_ms INTEGER NOT NULL,
    body text NOT NULL
  );
  CREATE INDEX notes_by_address ON notes (address, at_ms);
  CREATE INDEX notes_by_time ON notes (at_ms);
  CREATE TABLE listening_spans (
    from_ms INTEGER PRIMARY KEY,
    to_ms INTEGER NOT NULL
  );
  CREATE INDEX events_by_arrival ON events (received_at_ms);
  CREATE INDEX messages_by_time ON messages (at_ms);

  CREATE TABLE projections (
    name text PRIMARY KEY,
    made_with text NOT NULL,
    cursor_seq INTEGER,
    total_count INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  searchSchema,
  messagesSchema,
  `
  CREATE TABLE lost_caller_marks (
    address text PRIMARY KEY,
    claimed_at_ms INTEGER,
    done_at_ms INTEGER
  ) WITHOUT ROWID;
  `,
  `
  CREATE INDEX intents_by_dialed ON intents (json_extract(content, '$.to'), created_at_ms)
    WHERE json_extract(content, '$.kind') = 'dial';
  `,
  listeningSchema,
  `
  CREATE TABLE stream_positions (
    stream text PRIMARY KEY,
    seq INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  sharedSchema,
  eventIndexSchema
]

/** How many of the steps a database has taken. */
export const versionOf = (database: Database): number =>
  database.prepare<[], { user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0

/** Takes the steps that the database has not taken yet; another process that opens it meanwhile waits, and then finds them taken. */
export function migrate(database: Database): void {
  for (const [index, step] of migrations.entries()) {
    if (index < versionOf(database)) continue
    database.exec('BEGIN IMMEDIATE')
    const isTaken = index < versionOf(database)
    database.exec(isTaken ? 'ROLLBACK' : `${step}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
