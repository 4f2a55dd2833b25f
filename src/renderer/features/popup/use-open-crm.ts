import { useState } from 'react'
import type { Call } from '../../../shared/domain/call.ts'
import { crmFieldsOf, makeCrmLink } from '../../../shared/domain/crm-link.ts'
import { useBridge, useRequest } from '../../bridge/index.ts'

/** Opens a caller in the user's CRM; null where none is set, or the caller has no number to find them by. */
export function useOpenCrm(
  call: Call
): { readonly open: () => void; readonly problem: string | null } | null {
  const bridge = useBridge()
  const template = useRequest('settings:get-settings', {}).data?.crmTemplate ?? ''
  const host = useRequest('session:get-host', {}).data
  const session = useRequest('session:get-session', {}).data
  const [problem, setProblem] = useState<string | null>(null)
  if (template === '' || call.other.kind === 'anonymous') return null

  const extension = session?.status === 'signed-in' ? (session.me?.extension ?? null) : null
  const link = makeCrmLink(template, crmFieldsOf(call.other, call, extension))

  async function open(): Promise<void> {
    // A page in a browser opens another itself; in the desktop app no page can.
    if (host?.name === 'browser' && link.ok) {
      window.open(link.url, '_blank', 'noopener,noreferrer')
      return
    }
    const outcome = await bridge
      .request('crm:open-person', { address: call.other.address, callId: call.id })
      .catch((error: Error) => ({ ok: false, failure: { message: error.message } }) as const)
    setProblem(outcome.ok ? null : outcome.failure.message)
  }
  return { open: () => void open(), problem }
}
