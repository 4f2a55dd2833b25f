import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '../../../../src/main/ipc/sender-rule.ts'

const isOurWindow = (id: number) => id === 1
const ourFrame = { detached: false, parent: null, origin: 'app://v360' }

describe('isTrustedSender', () => {
  it('trusts the top frame of a page of ours in a window of ours', () => {
    expect(isTrustedSender({ sender: { id: 1 }, senderFrame: ourFrame }, isOurWindow)).toBe(true)
  })

  it.each([
    ['a frame that is gone', 1, null],
    ['a detached frame', 1, { ...ourFrame, detached: true }],
    ['a frame inside another', 1, { ...ourFrame, parent: ourFrame }],
    ['another origin', 1, { ...ourFrame, origin: 'https://v360' }],
    ['an origin that only begins like ours', 1, { ...ourFrame, origin: 'app://v360.example' }],
    ['no origin', 1, { ...ourFrame, origin: 'null' }],
    ['a window that is not ours', 2, ourFrame]
  ])('refuses %s', (_stranger, id, senderFrame) => {
    expect(isTrustedSender({ sender: { id }, senderFrame }, isOurWindow)).toBe(false)
  })
})
