import { useRef, useState } from 'react'
import type { ImportProgress } from '../../../shared/domain/contact.ts'
import type { Outcome } from '../../../shared/domain/failure.ts'
import { t } from '../../text/text.ts'
import { readImportFile } from './read-import-file.ts'

type Choice<P> =
  | { readonly step: 'choosing'; readonly problem: string | null }
  | { readonly step: 'reading'; readonly fileName: string }
  | {
      readonly step: 'previewing'
      readonly fileName: string
      readonly preview: P
      /** Whether another preview, or the start, is awaited. */
      readonly isBusy: boolean
      readonly problem: string | null
    }

const nothingChosen = { step: 'choosing', problem: null } as const

interface ImportSteps<P> {
  /** What is said of a file that is no text; `name` is the file's. */
  readonly notText: (name: string) => string
  readonly preview: (fileName: string, text: string) => Promise<Outcome<P>>
  readonly start: (preview: P) => Promise<Outcome<ImportProgress>>
  readonly onBegun: (progress: ImportProgress, preview: P) => void
}

/** The steps from a file to its preview and the start of its import; a later choice overtakes an earlier. */
export function useImportSteps<P>({ notText, preview, start, onBegun }: ImportSteps<P>) {
  const [choice, setChoice] = useState<Choice<P>>(nothingChosen)
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

  const readAndPreview = async (file: File): Promise<Outcome<P>> => {
    const { name } = file
    const read = await readImportFile(file)
    if (read.outcome === 'too-large') return refused(t('importing.tooLarge', { name }))
    if (read.outcome === 'not-text') return refused(notText(name))
    text.current = read.text
    const outcome = await preview(name, read.text)
    return outcome.ok
      ? outcome
      : refused(t('importing.unreadable', { name, reason: outcome.failure.message }))
  }
  const chooseFile = (file: File) => {
    setChoice({ step: 'reading', fileName: file.name })
    void inTurn(
      () => readAndPreview(file),
      (outcome) =>
        setChoice(
          outcome.ok
            ? {
                step: 'previewing',
                fileName: file.name,
                preview: outcome.value,
                isBusy: false,
                problem: null
              }
            : { step: 'choosing', problem: outcome.failure.message }
        )
    )
  }
  /** Shows `meanwhile` until `ask`, which is given the file's text, has another preview of it. */
  const previewAgain = (meanwhile: P, ask: (fileName: string, text: string) => Promise<Outcome<P>>) => {
    if (choice.step !== 'previewing') return
    setChoice({ ...choice, isBusy: true, preview: meanwhile })
    void inTurn(
      () => ask(choice.fileName, text.current),
      (outcome) =>
        setChoice(
          outcome.ok
            ? { ...choice, preview: outcome.value, isBusy: false, problem: null }
            : { ...choice, isBusy: false, problem: outcome.failure.message }
        )
    )
  }
  const begin = () => {
    if (choice.step !== 'previewing' || choice.isBusy) return
    setChoice({ ...choice, isBusy: true })
    void inTurn(
      () => start(choice.preview),
      (outcome) => {
        if (!outcome.ok) return setChoice({ ...choice, isBusy: false, problem: outcome.failure.message })
        onBegun(outcome.value, choice.preview)
        putAway()
      }
    )
  }
  const putAway = () => {
    turn.current += 1
    text.current = ''
    setChoice(nothingChosen)
  }
  return { choice, chooseFile, previewAgain, start: begin, putAway }
}

const refused = (message: string): Outcome<never> => ({ ok: false, failure: { code: 'refused', message } })
