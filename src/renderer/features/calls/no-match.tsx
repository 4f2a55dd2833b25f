import { Search } from 'lucide-react'
import { type CallFilter, noFilter } from '../../../shared/domain/call.ts'
import { t } from '../../text/text.ts'
import { Button, EmptyState } from '../../ui/index.ts'
import { isNumberLike, useUiState } from '../../ui-state/index.ts'

/** Whether a filter keeps anything out. */
export const isNarrowing = (filter: CallFilter): boolean => filter.text !== '' || isFiltering(filter)

const isFiltering = (filter: CallFilter): boolean =>
  filter.isMissed ||
  filter.isMine ||
  [filter.queueName, filter.line, filter.outcome, filter.fromMs, filter.toMs].some((it) => it !== null)

/** What stands where no call passes, and the way back to them all. */
export function NoMatch({ filter }: { readonly filter: CallFilter }) {
  const setCallFilter = useUiState((ui) => ui.setCallFilter)
  const setSearchText = useUiState((ui) => ui.setSearchText)
  const clear = () => {
    setCallFilter(noFilter)
    setSearchText('')
  }
  return (
    <EmptyState
      icon={<Search size={20} />}
      title={
        filter.text === '' ? t('calls.noFilterMatchTitle') : t('calls.noMatchTitle', { text: filter.text })
      }
      text={textOf(filter)}
      action={<Button onClick={clear}>{t(clearWordsOf(filter))}</Button>}
    />
  )
}

function textOf({ text }: CallFilter): string {
  if (text === '') return t('calls.noFilterMatchText')
  return isNumberLike(text) ? t('calls.noMatchNumberText') : t('calls.noMatchText')
}

function clearWordsOf(filter: CallFilter) {
  if (filter.text === '') return 'calls.clearAll'
  return isFiltering(filter) ? 'calls.clearBoth' : 'calls.clearSearch'
}
