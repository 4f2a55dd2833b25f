/** An emoji and the name that Unicode gives it. */
export interface Emoji {
  readonly text: string
  readonly name: string
}

export interface EmojiGroup {
  readonly id: 'faces' | 'hands' | 'people' | 'nature' | 'food' | 'places' | 'things' | 'signs'
  readonly emoji: readonly Emoji[]
}

const read = (lines: string): readonly Emoji[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', ...name] = line.trim().split(' ')
      return { text, name: name.join(' ') }
    })

/** The emoji that messages to customers are made of, by group. */
export const emojiGroups: readonly EmojiGroup[] = [
  {
    id: 'faces',
    emoji: read(`
      🙂 slightly smiling face
      😀 grinning face
      😃 grinning face with big eyes
      😄 grinning face with smiling eyes
      😁 beaming face with smiling eyes
      😅 grinning face with sweat
      😂 face with tears of joy
      🤣 rolling on the floor laughing
      😊 smiling face with smiling eyes
      😇 smiling face with halo
      😉 winking face
      😍 smiling face with heart-eyes
      🥰 smiling face with hearts
      😘 face blowing a kiss
      😋 face savoring food
      😛 face with tongue
      😎 smiling face with sunglasses
      🤓 nerd face
      🤩 star-struck
      🥳 partying face
      🤗 smiling face with open hands
      🤔 thinking face
      🤫 shushing face
      😐 neutral face
      😏 smirking face
      🙄 face with rolling eyes
      😬 grimacing face
      😌 relieved face
      😴 sleeping face
      😷 face with medical mask
      🤒 face with thermometer
      🤧 sneezing face
      😕 confused face
      😟 worried face
      🙁 slightly frowning face
      😮 face with open mouth
      😳 flushed face
      🥺 pleading face
      😢 crying face
      😭 loudly crying face
      😱 face screaming in fear
      😓 downcast face with sweat
      😩 weary face
      😤 face with steam from nose
      😡 enraged face
      🙈 see-no-evil monkey
    `)
  },
  {
    id: 'hands',
    emoji: read(`
      👍 thumbs up
      👎 thumbs down
      👌 OK hand
      ✌️ victory hand
      🤞 crossed fingers
      🤝 handshake
      👏 clapping hands
      🙌 raising hands
      🙏 folded hands
      👋 waving hand
      ✋ raised hand
      👉 backhand index pointing right
      👈 backhand index pointing left
      👆 backhand index pointing up
      👇 backhand index pointing down
      ☝️ index pointing up
      💪 flexed biceps
      ✍️ writing hand
      👀 eyes
    `)
  },
  {
    id: 'people',
    emoji: read(`
      🙋 person raising hand
      🤷 person shrugging
      🤦 person facepalming
      🙇 person bowing
      🚶 person walking
      🏃 person running
      👶 baby
      👪 family
      👥 busts in silhouette
    `)
  },
  {
    id: 'nature',
    emoji: read(`
      🐶 dog face
      🐱 cat face
      🐝 honeybee
      💐 bouquet
      🌹 rose
      🌻 sunflower
      🌳 deciduous tree
      🍀 four leaf clover
      🌍 globe showing Europe-Africa
      ☀️ sun
      ⛅ sun behind cloud
      🌧️ cloud with rain
      ❄️ snowflake
      ⚡ high voltage
      🔥 fire
      🌈 rainbow
      🌙 crescent moon
    `)
  },
  {
    id: 'food',
    emoji: read(`
      ☕ hot beverage
      🍵 teacup without handle
      🍺 beer mug
      🥂 clinking glasses
      🍎 red apple
      🍞 bread
      🍕 pizza
      🍔 hamburger
      🥗 green salad
      🍰 shortcake
      🎂 birthday cake
      🍪 cookie
    `)
  },
  {
    id: 'places',
    emoji: read(`
      🏠 house
      🏢 office building
      🏥 hospital
      🏨 hotel
      🚗 automobile
      🚕 taxi
      🚌 bus
      🚆 train
      ✈️ airplane
      🚚 delivery truck
      🚲 bicycle
      🅿️ P button
      📍 round pushpin
      🗺️ world map
    `)
  },
  {
    id: 'things',
    emoji: read(`
      📞 telephone receiver
      📱 mobile phone
      💻 laptop
      📧 e-mail
      ✉️ envelope
      📦 package
      📅 calendar
      ⏰ alarm clock
      ⏳ hourglass not done
      📄 page facing up
      📎 paperclip
      ✏️ pencil
      📝 memo
      🔑 key
      🔒 locked
      🔧 wrench
      💡 light bulb
      💰 money bag
      💳 credit card
      🧾 receipt
      🎁 wrapped gift
      🎈 balloon
      🎉 party popper
      🏆 trophy
      📷 camera
      🔔 bell
    `)
  },
  {
    id: 'signs',
    emoji: read(`
      ❤️ red heart
      💙 blue heart
      💚 green heart
      💛 yellow heart
      💔 broken heart
      ✅ check mark button
      ✔️ check mark
      ❌ cross mark
      ❗ red exclamation mark
      ❓ red question mark
      ⚠️ warning
      ⛔ no entry
      ℹ️ information
      ⭐ star
      ✨ sparkles
      💯 hundred points
      ➡️ right arrow
      ⬅️ left arrow
      🔴 red circle
      🟢 green circle
      🆗 OK button
      🆕 NEW button
    `)
  }
]
