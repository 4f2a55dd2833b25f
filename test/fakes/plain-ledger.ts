import { copyUnderKey } from '../../src/main/ledger/replace-ledger.ts'
import { openTestLedger } from './test-ledger.ts'
import { webhookEvent } from './webhook-samples.ts'

export const testKey = 'ab'.repeat(32)

/** Stores text messages of these ids, which all say `body`, in the ledger `file`. */
export async function storeTexts(file: string, ids: readonly string[], body: string): Promise<void> {
  const ledger = await openTestLedger({ file })
  for (const id of ids) {
    const fields = { from_number: '+15551234567', to_number: '+15559876543', body, message_id: id }
    await ledger.appendEvent(webhookEvent('SMS_RECEIVED', fields))
  }
  await ledger.close()
}

/** Writes the ledger `file` anew as builds without encryption did, to `plain`. */
export const writePlain = (file: string, plain: string): void =>
  void copyUnderKey({ file, key: { raw: testKey }, copy: plain, copyKey: null })
