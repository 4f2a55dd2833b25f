import type { DocumentStore } from '../../src/main/core/ports.ts'

/** A document that lives as long as the test. */
export class InMemoryDocumentStore implements DocumentStore {
  #document: Readonly<Record<string, unknown>>

  constructor(document: Readonly<Record<string, unknown>> = {}) {
    this.#document = document
  }

  read(): Readonly<Record<string, unknown>> {
    return this.#document
  }

  write(document: Readonly<Record<string, unknown>>): void {
    this.#document = document
  }
}
