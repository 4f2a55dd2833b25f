import { useRef, useState } from 'react'
import type { ImportField, ImportPreview } from '../../../shared/domain/contact.ts'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { useBridge } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { readImportFile } from './read-import-file.ts'
import { useImportProgress } from './use-import-progress.ts'

type Choice =
  | { readonly step: 'choosing'; readonly problem: string | null }
  | { readonly step: 'reading'; readonly fileName: string }
  | {
      readonly step: 'previewing'
      readonly fileName: string
      readonly preview: ImportPreview
      /** Whether another preview, or the start, is awaited. */
      readonly isBusy: boolean
      readonly problem: string | null
    }

const nothingChosen: Choice = { step: 'choosing', problem: null }

/** The steps from a file to its preview and the start of its import; a later file or change of columns overtakes an earlier. */
export function useImport() {
  const bridge = useBridge()
  const { begin } = useImportProgress()
  const [choice, setChoice] = useState<Choice>(nothingChosen)
  const text = useRef('')
  const turn = useRef(0)

  /** Runs `ask` unless something newer began meanwhile; what it rejects with becomes the sentence of a failure. */
  const inTurn = async <T>(ask: () => Promise<Outcome<T>>, use: (outcome: Outcome<T>) => void) => {
    turn.current += 1
    const mine = turn.current
    const outcome = await ask().catch(
      (error: Error) => ({ ok: false, failure: { code: 'lost', message: error.message } }) as const
    )
    if (mine === turn.current) use(outcome)
  }
  const preview = (fileName: string, columns: readonly ImportField[] | null) =>
    bridge.request('contacts:preview-import', { fileName, text: text.current, columns })

  const chooseFile = (file: File) => {
    const { name } = file
    setChoice({ step: 'reading', fileName: name })
    void inTurn(
      async (): Promise<Outcome<ImportPreview>> => {
        const read = await readImportFile(file)
        if (read.outcome === 'too-large') return refused(t('importing.tooLarge', { name }))
        if (read.outcome === 'not-text') return refused(t('importing.notText', { name }))
        text.current = read.text
        const outcome = await preview(name, null)
        return outcome.ok
          ? outcome
          : refused(t('importing.unreadable', { name, reason: outcome.failure.message }))
      },
      (outcome) =>
        setChoice(
          outcome.ok
            ? { step: 'previewing', fileName: name, preview: outcome.value, isBusy: false, problem: null }
            : { step: 'choosing', problem: outcome.failure.message }
        )
    )
  }
  const changeColumns = (columns: readonly ImportField[]) => {
    if (choice.step !== 'previewing') return
    setChoice({ ...choice, isBusy: true, preview: withColumns(choice.preview, columns) })
    void inTurn(
      () => preview(choice.fileName, columns),
      (outcome) =>
        setChoice(
          outcome.ok
            ? { ...choice, preview: outcome.value, isBusy: false, problem: null }
            : { ...choice, isBusy: false, problem: outcome.failure.message }
        )
    )
  }
  const start = () => {
    if (choice.step !== 'previewing' || choice.isBusy) return
    setChoice({ ...choice, isBusy: true })
    void inTurn(
      () => bridge.request('contacts:start-import', { importId: choice.preview.importId }),
      (outcome) => {
        if (!outcome.ok) return setChoice({ ...choice, isBusy: false, problem: outcome.failure.message })
        begin(outcome.value)
        putAway()
      }
    )
  }
  const putAway = () => {
    turn.current += 1
    text.current = ''
    setChoice(nothingChosen)
  }
  return { choice, chooseFile, changeColumns, start, putAway }
}

const refused = (message: string): Outcome<never> => ({ ok: false, failure: { code: 'refused', message } })

/** The preview as it was, with what was just chosen: a select must not jump back while the answer is awaited. */
const withColumns = (preview: ImportPreview, fields: readonly ImportField[]): ImportPreview => ({
  ...preview,
  columns: preview.columns.map((column, index) => ({ ...column, field: fields[index] ?? column.field }))
})
