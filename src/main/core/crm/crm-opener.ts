import type { Call } from '../../../shared/domain/call.ts'
import { type CrmProblem, crmFieldsOf, makeCrmLink } from '../../../shared/domain/crm-link.ts'
import { failed, type Outcome, succeeded } from '../../../shared/domain/failure.ts'
import type { Party } from '../../../shared/domain/party.ts'
import type { UrlOpener } from '../ports.ts'
import type { Translate } from '../translate.ts'

/** Opens people in the user's CRM. */
export interface CrmOpener {
  openPerson(address: string, callId: string | null): Promise<Outcome<{ readonly ok: true }>>
}

interface Dependencies {
  readonly template: () => string
  readonly describe: (address: string) => Party
  readonly findCall: (callId: string) => Promise<Call | null>
  readonly myExtension: () => string | null
  readonly urlOpener: UrlOpener
  readonly t: Translate
}

export function createCrmOpener(dependencies: Dependencies): CrmOpener {
  const { template, describe, findCall, myExtension, urlOpener, t } = dependencies
  return {
    async openPerson(address, callId) {
      if (template() === '') return failed('no-crm', t('crm.none'))
      // Without its call a person can still be opened.
      const call = callId === null ? null : await findCall(callId).catch(() => null)
      // The call knows what its caller was called.
      const other = call?.other.address === address ? call.other : describe(address)
      const link = makeCrmLink(template(), crmFieldsOf(other, call, myExtension()))
      if (!link.ok) return failed('bad-template', describeProblem(link.problem, t))
      return (await urlOpener.open(link.url))
        ? succeeded({ ok: true })
        : failed('not-opened', t('crm.notOpened'))
    }
  }
}

function describeProblem(problem: CrmProblem, t: Translate): string {
  return problem.kind === 'unknown-field'
    ? t('crm.unknownField', { field: problem.field })
    : t('crm.badTemplate')
}
