import { beforeEach, expect, test } from 'vitest'
import { createFreeWatch, type FreeWatch } from '../../../../../src/main/core/presence/index.ts'
import type { Colleague } from '../../../../../src/shared/domain/presence.ts'
import { textByKey } from '../../../../fakes/text-by-key.ts'

const anna: Colleague = { extension: '1002', name: 'Anna', isMe: false, isOnline: true, calls: [] }
const busy: Colleague = {
  ...anna,
  calls: [
    {
      direction: 'inbound',
      other: {
        address: '+12125550101',
        kind: 'number',
        display: '(212) 555-0101',
        name: null,
        company: null,
        possibleNames: []
      },
      startedAtMs: 0
    }
  ]
}

let told: string[]
let watch: FreeWatch

beforeEach(() => {
  told = []
  watch = createFreeWatch({
    notifier: {
      notify({ body }) {
        told.push(body)
        return () => {}
      }
    },
    showTeam: () => {},
    t: textByKey
  })
})

test('tells once when someone waited for is free', () => {
  watch.set('1002', true)
  watch.presenceRead([busy])
  watch.presenceRead([{ ...anna, isOnline: false }])
  expect(told).toEqual([])
  watch.presenceRead([anna])
  watch.presenceRead([anna])
  expect(told).toEqual(['1002'])
  expect(watch.watched.get()).toEqual([])
})

test('where calls cannot be seen, being online is all there is to know', () => {
  watch.set('1002', true)
  watch.presenceRead([{ ...anna, calls: null }])
  expect(told).toEqual(['1002'])
})

test('tells nothing of those who are not waited for any more', () => {
  watch.set('1002', true)
  watch.set('1002', true)
  watch.set('1002', false)
  watch.presenceRead([anna])
  watch.set('1002', true)
  watch.forget()
  watch.presenceRead([anna])
  expect(told).toEqual([])
})
