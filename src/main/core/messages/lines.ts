import type { Line } from '../../../shared/domain/message.ts'
import type { Directory } from '../contacts/index.ts'
import { createLiveValue, type LiveValue } from '../live-value.ts'
import { readAddress, showAddress } from '../numbers/index.ts'
import type { Translate } from '../translate.ts'
import type { ApiNumber, Voice360Api } from '../voice360/index.ts'

/** The numbers that are mine to call and write from; null until they are known, or where the key cannot tell. */
export interface Lines {
  readonly current: LiveValue<readonly Line[] | null>
  refresh(api: Voice360Api | null): Promise<void>
}

/** Where a line has a name, `directory` is told of it. */
export function createLines(
  region: () => string,
  directory: Pick<Directory, 'setLines'>,
  t: Translate
): Lines {
  const current = createLiveValue<readonly Line[] | null>(null)
  let askedLast: Voice360Api | null = null

  const toLine = ({ number, friendly_name, sms_enabled }: ApiNumber): Line => {
    const address = readAddress(number, region())
    return {
      address,
      display: showAddress(address),
      friendlyName: friendly_name,
      cannotSendBecause: sms_enabled ? null : t('messages.lineCannotSend')
    }
  }
  const become = (lines: readonly Line[] | null) => {
    const names = (lines ?? []).flatMap(({ address, friendlyName }) =>
      friendlyName === null ? [] : [[address, friendlyName] as const]
    )
    directory.setLines(new Map(names))
    current.set(lines)
  }
  return {
    current,
    async refresh(api) {
      askedLast = api
      const numbers = await api?.getNumbers()
      // Someone else may have signed in meanwhile.
      if (askedLast !== api) return
      if (!numbers) become(null)
      else if (numbers.ok) become(numbers.value.map(toLine))
    }
  }
}
