const nothingAround = `' .!' || char(9) || char(10) || char(13)`

/**
 * Threads that can be muted and archived, messages that are read one by one, and what is beside them: drafts, messages that wait,
 * and who wants none. Indexes end in the id, so that a page can begin anywhere among equal times.
 */
export const messagesSchema = `
  ALTER TABLE threads ADD COLUMN is_muted INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE threads ADD COLUMN is_archived INTEGER NOT NULL DEFAULT 0;

  ALTER TABLE messages ADD COLUMN other_address text;
  ALTER TABLE messages ADD COLUMN is_unread INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE messages ADD COLUMN is_loose INTEGER NOT NULL DEFAULT 0;
  UPDATE messages SET other_address = (SELECT other_address FROM threads WHERE threads.id = thread_id),
    is_loose = thread_id IS NOT NULL AND facts ->> '$[0].kind' <> 'received';
  UPDATE messages SET is_unread = 1 WHERE id IN (
    SELECT id FROM (
      SELECT m.id, unread_count, row_number() OVER (PARTITION BY thread_id ORDER BY at_ms DESC) AS place
      FROM messages m JOIN threads ON threads.id = thread_id WHERE m.is_loose = 0
    ) WHERE place <= unread_count
  );
  DROP INDEX messages_by_thread;
  CREATE INDEX messages_by_thread ON messages (thread_id, at_ms, id);
  CREATE INDEX messages_by_address ON messages (other_address, at_ms, id);
  CREATE INDEX unread_messages ON messages (thread_id) WHERE is_unread = 1;
  CREATE INDEX loose_messages ON messages (thread_id, at_ms) WHERE is_loose = 1;

  DROP INDEX calls_by_address;
  CREATE INDEX calls_by_address ON calls (other_address, started_at_ms, id);
  DROP INDEX calls_by_colleague;
  CREATE INDEX calls_by_colleague ON calls (placed_by, started_at_ms, id) WHERE placed_by IS NOT NULL;
  DROP INDEX notes_by_address;
  CREATE INDEX notes_by_address ON notes (address, at_ms, id);

  CREATE TABLE drafts (
    address text PRIMARY KEY,
    body text NOT NULL,
    line text,
    intent_id text,
    was_tried INTEGER NOT NULL
  );
  CREATE INDEX drafts_by_intent ON drafts (intent_id) WHERE intent_id IS NOT NULL;
  CREATE TABLE scheduled_messages (
    position INTEGER PRIMARY KEY,
    id text NOT NULL UNIQUE,
    line text NOT NULL,
    to_address text NOT NULL,
    body text NOT NULL,
    due_at_ms INTEGER NOT NULL,
    after_id text,
    held_because text
  );
  CREATE TABLE stops (
    address text PRIMARY KEY,
    is_stopped INTEGER NOT NULL,
    at_ms INTEGER NOT NULL
  );
  -- What was said before this app listened to it; the last word of each number stays.
  INSERT OR REPLACE INTO stops (address, is_stopped, at_ms)
    SELECT address, word IN ('STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT'), at_ms FROM (
      SELECT value ->> 'from' AS address, upper(trim(value ->> 'body', ${nothingAround})) AS word, value ->> 'atMs' AS at_ms
      FROM messages, json_each(messages.facts) WHERE value ->> 'kind' = 'received'
    )
    WHERE address <> ''
      AND word IN ('STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'START', 'UNSTOP', 'YES')
    ORDER BY at_ms;
  `
