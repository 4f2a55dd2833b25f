const wordIndex = (name: string, prefix: string): string => `
  CREATE VIRTUAL TABLE ${name} USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '${prefix}'
  );`

/**
 * Contacts, everyone who was in touch, and the texts that can be searched. The word indexes hold words that were folded and
 * split before (core/search/words.ts), so their tokenizer only has to split at spaces, which `ascii` does and nothing else.
 */
export const searchSchema = `
  CREATE TABLE contacts (
    slot INTEGER PRIMARY KEY,
    id text NOT NULL UNIQUE,
    name text NOT NULL,
    company text,
    sort_name text NOT NULL
  );
  CREATE INDEX contacts_by_name ON contacts (sort_name, id);
  CREATE TABLE contact_numbers (
    contact_slot INTEGER NOT NULL REFERENCES contacts (slot) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    address text NOT NULL,
    label text,
    PRIMARY KEY (contact_slot, position)
  ) WITHOUT ROWID;
  CREATE INDEX contact_numbers_by_address ON contact_numbers (address);

  CREATE TABLE people (
    slot INTEGER PRIMARY KEY,
    address text NOT NULL UNIQUE,
    told_name text,
    last_at_ms INTEGER
  );
  CREATE TABLE left_slots (slot INTEGER PRIMARY KEY);
  CREATE TABLE search_texts (
    slot INTEGER PRIMARY KEY,
    kind text NOT NULL,
    id text NOT NULL,
    address text NOT NULL,
    at_ms INTEGER NOT NULL,
    body text NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE INDEX search_texts_by_address ON search_texts (address);

  CREATE TABLE long_words (
    word_index text NOT NULL,
    word text NOT NULL,
    PRIMARY KEY (word_index, word)
  ) WITHOUT ROWID;
  ${wordIndex('text_words', '1 2 3 4')}
  -- Fewer, larger parts: each is looked into by every search, and texts are searched at every key that is pressed.
  INSERT INTO text_words (text_words, rank) VALUES ('automerge', 2);
  ${wordIndex('name_words', '1 2 3 4')}
  ${wordIndex('contact_words', '1 2 3 4')}
  ${wordIndex('digit_pieces', '1 2')}
  `
