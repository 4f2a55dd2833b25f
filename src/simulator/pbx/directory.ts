import type { Line, OfficePlan, Queue, User } from './office-plan.ts'

/** Who and what the office has, and whose phone is switched on. */
export class Directory {
  readonly users: readonly User[]
  readonly lines: readonly Line[]
  readonly queues: readonly Queue[]
  readonly #usersByExtension: ReadonlyMap<string, User>
  readonly #linesByNumber: ReadonlyMap<string, Line>
  readonly #queuesByPk: ReadonlyMap<number, Queue>
  readonly #registeredExtensions: Set<string>

  constructor({ users, lines, queues }: OfficePlan) {
    this.users = users
    this.lines = lines
    this.queues = queues
    this.#usersByExtension = new Map(users.map((user) => [user.extension, user]))
    this.#linesByNumber = new Map(lines.map((line) => [line.number, line]))
    this.#queuesByPk = new Map(queues.map((queue) => [queue.pk, queue]))
    this.#registeredExtensions = new Set(
      users.filter((user) => user.isRegisteredAtStart).map((user) => user.extension)
    )
  }

  user(extension: string): User | undefined {
    return this.#usersByExtension.get(extension)
  }

  line(number: string): Line | undefined {
    return this.#linesByNumber.get(number)
  }

  queue(pk: number): Queue | undefined {
    return this.#queuesByPk.get(pk)
  }

  members(queue: Queue): readonly User[] {
    return queue.memberExtensions.flatMap((extension) => this.user(extension) ?? [])
  }

  linesOf(user: User): readonly Line[] {
    return this.lines.filter((line) => 'extension' in line.rings && line.rings.extension === user.extension)
  }

  lineOfQueue(queue: Queue): Line | undefined {
    return this.lines.find((line) => 'queuePk' in line.rings && line.rings.queuePk === queue.pk)
  }

  isRegistered(extension: string): boolean {
    return this.#registeredExtensions.has(extension)
  }

  setRegistered(extension: string, isRegistered: boolean): void {
    if (isRegistered) this.#registeredExtensions.add(extension)
    else this.#registeredExtensions.delete(extension)
  }
}

/** The document's `callerID`. */
export function displayName(user: User): string {
  return `${user.firstName} ${user.lastName}`
}
