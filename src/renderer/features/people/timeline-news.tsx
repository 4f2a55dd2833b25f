import { useState } from 'react'
import type { TimelineEntry } from '../../../shared/domain/timeline.ts'
import { entryId } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { HiddenText } from '../../ui/index.ts'

interface TimelineNewsProps {
  readonly entries: readonly TimelineEntry[]
  readonly personName: string
}

/** Says a message that arrives while the timeline is open. */
export function TimelineNews({ entries, personName }: TimelineNewsProps) {
  const last = entries.at(-1)
  const lastId = last === undefined ? null : entryId(last)
  const [firstId] = useState(lastId)
  const isNews = lastId !== firstId && last?.kind === 'message' && last.message.direction === 'in'
  return (
    <output>
      <HiddenText>
        {isNews ? t('messages.arrived', { name: personName, body: last.message.body }) : ''}
      </HiddenText>
    </output>
  )
}
