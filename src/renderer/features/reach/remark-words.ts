import type { WebhookRemark, WebhookRow } from '../../../shared/domain/webhook-coach.ts'
import { t } from '../../text/text.ts'

/** What a remark means and what to do about it. */
export function remarkText(remark: WebhookRemark): string {
  switch (remark.kind) {
    case 'other-account':
      return t('reach.remark.other-account', { account: remark.accountId })
    case 'not-understood':
      return t('reach.remark.not-understood', { why: remark.why.replace(/\.$/u, '') })
    case 'unknown-fields':
      return t('reach.remark.unknown-fields', { fields: remark.fields.join(', ') })
    case 'sent-by-get':
    case 'old-address':
    case 'before-address-change':
      return t(`reach.remark.${remark.kind}`)
  }
}

/** Whether the screen on which events are read helps with it. */
export const isAboutReading = ({ kind }: WebhookRemark): boolean =>
  kind === 'not-understood' || kind === 'unknown-fields'

/** How many webhooks do what they should. */
export const countArriving = (rows: readonly WebhookRow[]): number =>
  rows.filter(({ state }) => state === 'arriving').length

/** The event types whose webhooks still use the secret before this one. */
export const namesOfOldAddress = (rows: readonly WebhookRow[]): readonly string[] =>
  rows.filter(({ remarks }) => remarks.some(({ kind }) => kind === 'old-address')).map(({ name }) => name)
