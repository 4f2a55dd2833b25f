import { execFile, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { startSimulator } from '../../../src/simulator/start-simulator.ts'
import { apiClient } from './api-client.ts'

const samplesFolder = new URL('../../fixtures/api-samples/', import.meta.url).pathname
const documentedBaseUrl = 'https://api.voice360.app/v3/voice'
const run = promisify(execFile)

type Command = readonly [name: string, ...args: string[]]

interface Sample {
  readonly file: string
  /** Under which name it runs. */
  readonly as: string
  /** What must be installed, and how to see that it is. */
  readonly needs: Command
  readonly command: (file: string) => Command
  /** Appended to a sample that only defines a function. */
  readonly call?: string
  readonly prints: RegExp
  readonly requests: readonly string[]
  /** Whose key `your_api_key` is. */
  readonly key?: 'user'
}

const bash: Pick<Sample, 'needs' | 'command'> = {
  needs: ['bash', '-c', 'command -v curl'],
  command: (file) => ['bash', file]
}
const node: Pick<Sample, 'needs' | 'command'> = {
  needs: [process.execPath, '-v'],
  command: (file) => [process.execPath, file]
}

const allSamples: readonly Sample[] = [
  {
    ...bash,
    file: 'voice360.sh',
    as: 'voice360.sh',
    prints: /"status":"initiating"/,
    requests: ['GET /availability', 'GET /queues', 'GET /availability/queues', 'POST /call/outbound']
  },
  {
    ...bash,
    file: 'outbound-call.sh',
    as: 'outbound-call.sh',
    prints: /"message":"Call initiated successfully"/,
    requests: ['POST /call/outbound']
  },
  {
    ...node,
    file: 'voice360.mjs.txt',
    as: 'voice360.mjs',
    prints: /^11 users online\n3 queues have agents available\nCall initiated: c\d/,
    requests: ['GET /availability', 'GET /availability/queues', 'POST /call/outbound']
  },
  {
    ...node,
    file: 'send-sms.mjs.txt',
    as: 'send-sms.mjs',
    call: 'await sendSMS()',
    prints: /status: 'queued'/,
    requests: ['POST /sms/send']
  },
  {
    ...node,
    file: 'user-numbers.mjs.txt',
    as: 'user-numbers.mjs',
    call: 'await getUserNumbers()',
    prints: /Main Business Line/,
    requests: ['GET /user/numbers'],
    key: 'user'
  },
  {
    file: 'voice360.py',
    as: 'voice360.py',
    needs: ['python3', '-c', 'import requests'],
    command: (file) => ['python3', file],
    prints: /Online users: 11\nQueues with agents: 3\n[^]*Call initiated: c\d[^]*SMS sent: SMS queued/,
    requests: ['GET /availability', 'GET /availability/queues', 'POST /call/outbound', 'POST /sms/send']
  },
  {
    file: 'voice360.php',
    as: 'voice360.php',
    needs: ['php', '-r', "exit(function_exists('curl_init') ? 0 : 1);"],
    command: (file) => ['php', file],
    prints: /Online users: 11\nQueue Sales Queue: 4 agents online\n[^]*Call initiated: c\d/,
    requests: ['GET /availability', 'GET /availability/queues', 'POST /call/outbound']
  },
  {
    file: 'Voice360API.java',
    as: 'Voice360API.java',
    needs: ['javac', '-version'],
    command: (file) => ['java', '-cp', join(file, '..'), 'Voice360API'],
    prints: /Availability: \{result=\[\{[^]*Call initiated: \{result=\{call_id=c\d/,
    requests: ['GET /availability', 'GET /queues', 'POST /call/outbound']
  }
]

const runnable = allSamples.filter(({ needs: [command, ...args] }) => spawnSync(command, args).status === 0)

it.for(runnable)(
  "the document's $as runs, with only the base URL changed",
  { timeout: 30_000 },
  async (sample) => {
    const isForUser = sample.key === 'user'
    const simulator = await startSimulator(
      isForUser ? { userKeys: { '1001': 'your_api_key' } } : { developerKey: 'your_api_key' }
    )
    onTestFinished(() => simulator.stop())
    const folder = await mkdtemp(join(tmpdir(), 'api-sample-'))
    onTestFinished(() => rm(folder, { recursive: true }))

    const documented = await readFile(join(samplesFolder, sample.file), 'utf8')
    expect(documented).toContain(documentedBaseUrl)
    const file = join(folder, sample.as)
    await writeFile(file, `${documented.replaceAll(documentedBaseUrl, simulator.apiUrl)}${sample.call ?? ''}`)
    if (sample.as.endsWith('.java')) {
      await cp(join(samplesFolder, 'jackson-stand-in'), folder, { recursive: true })
      await run('javac', ['-nowarn', '-cp', folder, file])
    }

    const [command, ...args] = sample.command(file)
    const { stdout } = await run(command, args)
    expect(stdout).toMatch(sample.prints)
    const { body } = await apiClient(simulator).control('GET', '/requests')
    const seen = body.map(
      ({ method, path }: { method: string; path: string }) => `${method} ${path.replace('/v3/voice/61', '')}`
    )
    expect(seen).toEqual(sample.requests)
  }
)
