import { rekeyLedger } from '../../src/main/ledger/replace-ledger.ts'

// An app of its own, which changes a ledger's key from one to the other and back until it is killed.
const [, , file = '', one = '', other = ''] = process.argv
let [from, to] = [one, other]
process.stdout.write('ready\n')
for (;;) {
  rekeyLedger(file, { raw: from }, { raw: to })
  const changed = from
  from = to
  to = changed
}
