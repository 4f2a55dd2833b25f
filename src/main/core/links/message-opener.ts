import type { Drafts } from '../messages/index.ts'
import { kindOfAddress, readAddress } from '../numbers/index.ts'
import type { HostAdapters } from '../ports.ts'
import { showPerson } from '../show-person.ts'
import type { Translate } from '../translate.ts'

/** Opens the message to whom a link names; sends nothing. */
export interface MessageOpener {
  /**
   * `body` becomes the draft, unless something is written to that number already. Of several recipients it is the first, and the
   * user is told so. False where that one is no phone number: then nothing was done.
   */
  open(recipients: readonly [string, ...string[]], body: string): boolean
}

interface Dependencies {
  readonly host: Pick<HostAdapters, 'mainWindow' | 'pages' | 'notifier'>
  readonly drafts: Pick<Drafts, 'list' | 'save'>
  readonly region: () => string
  readonly newId: () => string
  readonly t: Translate
  /** For what nobody waits for. */
  readonly aside: (work: Promise<void>) => void
}

export function createMessageOpener(dependencies: Dependencies): MessageOpener {
  const { host, drafts, region, newId, t, aside } = dependencies

  // The keyboard is not moved into the field: what is being typed right now, and its Enter, must not go to whom a link names.
  const show = (address: string) => showPerson(host, { address, compose: null })

  async function begin(address: string, body: string): Promise<void> {
    const isWriting = (await drafts.list()).some((draft) => draft.address === address && draft.body !== '')
    if (isWriting) return
    await drafts.save({ address, body, line: null, intentId: newId(), wasTried: false })
  }

  return {
    open([first, ...others], body) {
      const address = readAddress(first, region())
      if (kindOfAddress(address) !== 'number') return false
      show(address)
      if (body !== '') aside(begin(address, body))
      if (others.length > 0) {
        host.notifier.notify({
          title: t('links.firstOnly', { count: others.length }),
          body: t('links.firstOnlyBody'),
          onActivate: () => show(address)
        })
      }
      return true
    }
  }
}
