import type { Database } from './open-database.ts'

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
  `
]

/** How many of the steps a database has taken. */
export const versionOf = (database: Database): number =>
  database.prepare<[], { user_version: number }>('PRAGMA user_version').get()?.user_version ?? 0

/** Takes the steps that the database has not taken yet. */
export function migrate(database: Database): void {
  for (const [index, step] of migrations.entries()) {
    if (index < versionOf(database)) continue
    database.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}
