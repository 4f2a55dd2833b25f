/** Makes the compiler prove that every member of a union was handled; throws if an untyped value slips through. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
