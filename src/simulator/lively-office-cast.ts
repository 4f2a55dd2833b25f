/** Somebody outside who calls and texts again and again. */
export interface Customer {
  readonly number: string
  readonly name: string
  /** Texts to John's lines, in the order in which they are sent. */
  readonly texts: readonly string[]
}

export const allCustomers: readonly [Customer, ...Customer[]] = [
  {
    number: '+12125550141',
    name: 'Grace Okafor',
    texts: [
      'Hi John, is my order 4417 on its way?',
      'Great, thanks. Can the courier leave it with the neighbour?',
      'It has arrived. Everything is fine, thank you!'
    ]
  },
  {
    number: '+13125550127',
    name: 'Martin Weiss',
    texts: [
      'Our router is offline again since 9 this morning.',
      'Restarted it as you said. The light stays red.',
      'Green now! What was it?'
    ]
  },
  {
    number: '+14155550163',
    name: 'Hana Suzuki',
    texts: [
      'Could you call me back after 2 pm?',
      'I am in a meeting, 3 pm is better.',
      'Thanks for the call. I will send you the contract tonight.'
    ]
  },
  {
    number: '+16175550118',
    name: 'Bright Dental',
    texts: [
      'We would like to add two more extensions. What would that cost?',
      'Sounds good. Please send us the offer.',
      'Signed and sent back. When can we start?'
    ]
  },
  {
    number: '+13055550172',
    name: 'Camila Rojas',
    texts: [
      '¿Tienen soporte en español?',
      'Perfecto, muchas gracias 😊',
      'La factura de mayo no coincide con la oferta.'
    ]
  },
  {
    number: '+12065550155',
    name: 'Tom Becker',
    texts: [
      'Wrong number, sorry!',
      'Is this still the number for repairs?',
      'OK, Tuesday at 10 works for me.'
    ]
  }
]

/** What people answer to a text of ours. */
export const replies: readonly [string, ...string[]] = [
  'Thank you, got it.',
  'Ok 👍',
  'Can we talk about it tomorrow?',
  'Perfect, see you then.',
  'Sorry, who is this?'
]

/** What colleagues text to customers. */
export const colleaguesTexts: readonly [string, ...string[]] = [
  'Your appointment is confirmed for tomorrow at 10:00.',
  'We tried to reach you. Please call us back when it suits you.',
  'Your ticket has been solved. Reply if anything is still open.'
]
