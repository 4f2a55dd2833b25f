import { MessageSquare, Phone } from 'lucide-react'
import { useRequest } from '../bridge/index.ts'
import { useCall } from '../features/calls/index.ts'
import { NewMessage } from '../features/messages/index.ts'
import { PersonPane, useParty } from '../features/people/index.ts'
import { t } from '../text/text.ts'
import { EmptyState } from '../ui/index.ts'
import { useUiState } from '../ui-state/index.ts'
import type { Place } from './places.ts'

interface PaneProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

/** The person of the place, or what to do to see one. */
export function DetailPane({ place, onGo }: PaneProps) {
  const call = useCall(place.screen === 'calls' ? place.callId : null)
  const threads = useRequest('messages:list-threads', {}).data
  const thread = threads?.find(({ id }) => place.screen === 'messages' && id === place.threadId)
  const named = useParty(place.screen === 'person' ? place.address : null)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const party = call?.other ?? thread?.other ?? named
  const isMessages = place.screen === 'messages' || place.screen === 'new-message'

  if (place.screen === 'new-message') {
    return (
      <NewMessage
        onChoose={({ address }) => {
          requestCompose(address)
          onGo({ screen: 'person', address })
        }}
      />
    )
  }
  if (!party) {
    return (
      <EmptyState
        icon={isMessages ? <MessageSquare size={20} /> : <Phone size={20} />}
        text={t(isMessages ? 'messages.choose' : 'calls.choose')}
      />
    )
  }
  return (
    <PersonPane
      // Another caller who withheld the number is another person.
      key={party.kind === 'anonymous' ? call?.id : party.address}
      party={party}
      call={call}
      preferredLine={thread?.line.address ?? null}
      openMessage={place.screen === 'messages' ? (place.message ?? null) : null}
      onBack={() =>
        onGo(isMessages ? { screen: 'messages', threadId: null } : { screen: 'calls', callId: null })
      }
    />
  )
}
