/** A colleague with an extension; the fields of "User Profile & Numbers". */
export interface User {
  readonly pk: number
  readonly asteriskUserId: number
  readonly extension: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly voicemailEnabled: boolean
  readonly forwardNumber: string | null
  readonly timeZone: string
  /** Whether a phone is switched on when the day begins. */
  readonly isRegisteredAtStart: boolean
}

/** A phone number (DID) of the account, which rings a person or a queue. */
export interface Line {
  readonly pk: number
  readonly number: string
  readonly friendlyName: string
  readonly isSmsEnabled: boolean
  readonly isMmsEnabled: boolean
  readonly rings: { readonly extension: string } | { readonly queuePk: number }
}

export type QueueStrategy = 'ringall' | 'fewestcalls' | 'rrmemory'

export interface Queue {
  readonly pk: number
  readonly queueName: string
  readonly extension: string
  readonly strategy: QueueStrategy
  /** How long one attempt rings an agent's phone. */
  readonly timeoutSeconds: number
  /** How long the queue waits before the next attempt. */
  readonly retrySeconds: number
  readonly wrapUpSeconds: number
  readonly memberExtensions: readonly string[]
}

export interface OfficePlan {
  readonly users: readonly User[]
  readonly lines: readonly Line[]
  readonly queues: readonly Queue[]
}

type Colleague = readonly [firstName: string, lastName: string, timeZone: string]

/** The document's John Smith, and eleven others. */
const allColleagues: readonly Colleague[] = [
  ['John', 'Smith', 'America/New_York'],
  ['Anna', 'Kowalska', 'America/New_York'],
  ['Diego', 'Fernández', 'America/Chicago'],
  ['Mei', 'Lin', 'America/Los_Angeles'],
  ['Oluwaseun', 'Adeyemi', 'Europe/London'],
  ['Søren', 'Østergaard', 'Europe/Copenhagen'],
  ['Priya', 'Raghunathan', 'Asia/Kolkata'],
  ['Jean-Luc', 'Bélanger', 'America/Toronto'],
  ['Fatima', 'Al-Zahrawi', 'Asia/Dubai'],
  ['Siobhán', "O'Neill", 'Europe/Dublin'],
  ['Yuki', 'Tanaka', 'Asia/Tokyo'],
  ['Łukasz', 'Żółtowski', 'Europe/Warsaw']
]

const johnsLines: readonly Line[] = [
  {
    pk: 789,
    number: '+15551234567',
    friendlyName: 'Main Business Line',
    isSmsEnabled: true,
    isMmsEnabled: true,
    rings: { extension: '1001' }
  },
  {
    pk: 790,
    number: '+15559876543',
    friendlyName: 'Support Line',
    isSmsEnabled: true,
    isMmsEnabled: false,
    rings: { extension: '1001' }
  }
]

/** The document's two queues and a third. */
const allQueues: readonly Queue[] = [
  {
    pk: 100134,
    queueName: 'Sales Queue',
    extension: '8001',
    strategy: 'ringall',
    timeoutSeconds: 20,
    retrySeconds: 5,
    wrapUpSeconds: 10,
    memberExtensions: ['1001', '1002', '1003', '1004']
  },
  {
    pk: 100135,
    queueName: 'Support Queue',
    extension: '8002',
    strategy: 'fewestcalls',
    timeoutSeconds: 30,
    retrySeconds: 5,
    wrapUpSeconds: 10,
    memberExtensions: ['1001', '1005', '1006', '1007', '1008']
  },
  {
    pk: 100136,
    queueName: 'Billing Queue',
    extension: '8003',
    strategy: 'rrmemory',
    timeoutSeconds: 15,
    retrySeconds: 3,
    wrapUpSeconds: 5,
    memberExtensions: ['1009', '1010', '1011', '1012']
  }
]

/** The office with its first `userCount` colleagues; more than twelve are made up from their names. */
export function officePlan(userCount: number): OfficePlan {
  const users = Array.from({ length: userCount }, (_, index) => userAt(index))
  const extensions = new Set(users.map((user) => user.extension))
  return {
    users,
    lines: [
      ...johnsLines,
      ...users.slice(1, allColleagues.length).map((user, index) => directLine(user, index)),
      ...allQueues.map((queue, index) => queueLine(queue, index))
    ],
    queues: allQueues.map((queue) => ({
      ...queue,
      memberExtensions: queue.memberExtensions.filter((extension) => extensions.has(extension))
    }))
  }
}

function userAt(index: number): User {
  const cohort = Math.floor(index / allColleagues.length)
  const [firstName, , timeZone] = colleague(index)
  const [, lastName] = colleague(index + cohort)
  return {
    pk: 123 + index,
    asteriskUserId: 456 + index,
    extension: String(1001 + index),
    firstName,
    lastName,
    email: `${asMailbox(firstName)}.${asMailbox(lastName)}${cohort === 0 ? '' : 1001 + index}@company.com`,
    voicemailEnabled: true,
    forwardNumber: index === 3 ? '+12125550190' : null,
    timeZone,
    isRegisteredAtStart: index % 12 !== 10
  }
}

function colleague(index: number): Colleague {
  return allColleagues[index % allColleagues.length] ?? ['John', 'Smith', 'America/New_York']
}

/** Letters with a stroke do not decompose into a base letter and a mark. */
function asMailbox(name: string): string {
  return name
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '')
}

function directLine(user: User, index: number): Line {
  return {
    pk: 791 + index,
    number: `+12125550${102 + index}`,
    friendlyName: `${user.firstName} ${user.lastName}`,
    isSmsEnabled: index % 3 !== 2,
    isMmsEnabled: index % 3 === 0,
    rings: { extension: user.extension }
  }
}

function queueLine(queue: Queue, index: number): Line {
  return {
    pk: 850 + index,
    number: `+1212555018${index}`,
    friendlyName: queue.queueName.replace(' Queue', ''),
    isSmsEnabled: false,
    isMmsEnabled: false,
    rings: { queuePk: queue.pk }
  }
}
