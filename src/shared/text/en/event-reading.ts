/** How this account's webhooks name their fields. */
export const eventReading = {
  title: 'Reading events',
  intro:
    'Voice360 does not say what the fields of its events are called. Where one is not understood, you can say here what its fields mean.',
  look: 'Look at the events received',
  aliases: 'Fields you have named',
  noAliases: 'None: the fields are read by the names that telephone systems use.',
  removeAlias: 'No longer read “{{name}}” as {{field}}',
  rebuilt:
    'Each change puts the history in order anew, from all events kept. You can go on working meanwhile.',
  list: 'Events received',
  notUnderstoodOnly: 'Only those not understood',
  refresh: 'Look for newer events',
  back: 'Settings',
  emptyTitle: 'No events yet',
  emptyText: 'What Voice360 sends to this computer is listed here.',
  allUnderstoodTitle: 'Every event was understood',
  allUnderstoodText: 'There is nothing to name here.',
  choose: 'Choose an event to see how its fields are read.',
  understood: 'understood',
  notUnderstood: 'not understood',
  meaning: 'What this event tells',
  fields: 'Fields of the event',
  fieldName: 'Field',
  fieldValue: 'Value',
  fieldReadAs: 'Is read as',
  readFieldAs: '“{{name}}” is read as',
  empty: 'empty',
  nothing: 'not used',
  field: {
    callId: 'call id',
    messageId: 'message id',
    from: 'caller’s number',
    to: 'number called',
    extension: 'extension',
    queueName: 'queue',
    callerName: 'caller’s name',
    body: 'text'
  },
  unsaved: 'Tried out here only. Nothing is changed yet.',
  saveForAll: 'Save for all events',
  discard: 'Discard'
} as const
