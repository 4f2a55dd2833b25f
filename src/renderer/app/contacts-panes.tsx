import {
  ColleaguePane,
  ContactEditor,
  ContactPane,
  ContactsList,
  ImportScreen
} from '../features/contacts/index.ts'
import { type Place, startOf } from './places.ts'

type ContactsPlace = Extract<
  Place,
  { readonly screen: 'contacts' | 'new-contact' | 'import-contacts' | 'colleague' }
>

interface PaneProps {
  readonly place: ContactsPlace
  readonly onGo: (place: Place) => void
}

const screens: readonly Place['screen'][] = ['contacts', 'new-contact', 'import-contacts', 'colleague']

export const isAtContacts = (place: Place): place is ContactsPlace => screens.includes(place.screen)

/** The list beside whatever is done with contacts. */
export function ContactsListPane({ place, onGo }: PaneProps) {
  return (
    <ContactsList
      contactId={place.screen === 'contacts' ? place.contactId : null}
      extension={place.screen === 'colleague' ? place.extension : null}
      onOpenContact={(contactId) => onGo({ screen: 'contacts', contactId })}
      onOpenColleague={(extension) => onGo({ screen: 'colleague', extension })}
      onNew={() => onGo(startOf['new-contact'])}
      onImport={() => onGo({ screen: 'import-contacts' })}
    />
  )
}

/** A contact, a form for one, a colleague, or an import. */
export function ContactsDetailPane({ place, onGo }: PaneProps) {
  const leave = () => onGo(startOf.contacts)
  const openTimeline = (address: string) => onGo({ screen: 'person', address })
  switch (place.screen) {
    case 'contacts':
      return <ContactPane contactId={place.contactId} onOpenTimeline={openTimeline} onBack={leave} />
    case 'new-contact':
      return (
        <ContactEditor
          key={place.number}
          contact={null}
          number={place.number}
          onSaved={({ id }) => onGo({ screen: 'contacts', contactId: id })}
          onCancel={leave}
        />
      )
    case 'import-contacts':
      return <ImportScreen onDone={leave} />
    case 'colleague':
      return <ColleaguePane extension={place.extension} onOpenTimeline={openTimeline} onBack={leave} />
  }
}
