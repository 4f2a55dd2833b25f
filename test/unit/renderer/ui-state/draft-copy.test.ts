import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft, withBody } from '../../../../src/renderer/ui-state/draft.ts'
import {
  type DraftCopy,
  givenToStore,
  newDraftCopy,
  notStored,
  sentBack,
  sentOff,
  stored,
  told,
  withWordsBefore,
  written
} from '../../../../src/renderer/ui-state/draft-copy.ts'
import type { Draft } from '../../../../src/shared/domain/message.ts'

const to = '+15551234567'
const elsewhere: Draft = { ...emptyDraft(to), body: 'Hi from the other window', intentId: 'theirs' }

const ids = () => {
  let last = 0
  return () => `intent-${++last}`
}
const write = (copy: DraftCopy, body: string, newId = ids()): DraftCopy =>
  written(copy, withBody(copy.draft, body, newId))
const begin = () => told(newDraftCopy(to), undefined, ids())

describe('what was kept', () => {
  it('stands in the field once it is known', () => {
    expect(told(newDraftCopy(to), elsewhere, ids())).toMatchObject({ draft: elsewhere, isUnsaved: false })
  })

  it('stands before what was typed until then, and neither is lost', () => {
    const typed = write(newDraftCopy(to), 'and more')
    expect(told(typed, undefined, ids()).draft.body).toBe('and more')
    expect(told(typed, elsewhere, ids())).toMatchObject({
      draft: { body: 'Hi from the other window\nand more' },
      isKnown: true,
      isUnsaved: true
    })
  })
})

describe('what another window wrote', () => {
  it('takes the place of what stands here, stored', () => {
    expect(told(begin(), elsewhere, ids()).draft).toEqual(elsewhere)
    const kept = told(stored(givenToStore(write(begin(), 'Hi'))), write(begin(), 'Hi').draft, ids())
    expect(told(kept, elsewhere, ids()).draft).toEqual(elsewhere)
    expect(told(kept, undefined, ids()).draft.body).toBe('')
  })

  it('does not while something here is unsaved or on its way', () => {
    const typed = write(begin(), 'Hi')
    expect(told(typed, elsewhere, ids()).draft.body).toBe('Hi')
    expect(told(givenToStore(typed), elsewhere, ids()).draft.body).toBe('Hi')
  })

  it('leaves a chosen line where both are empty', () => {
    const chosen = { ...begin(), draft: { ...emptyDraft(to), line: '+15551112222' } }
    expect(told(chosen, undefined, ids()).draft.line).toBe('+15551112222')
  })

  it('makes what is written on another message, once it was sent from there', () => {
    const typed = write(begin(), 'Hi, and more', () => 'shared')
    expect(told(typed, undefined, () => 'own').draft).toMatchObject({ body: 'Hi, and more', intentId: 'own' })
    const tried = { ...typed, draft: { ...typed.draft, wasTried: true } }
    expect(told(tried, undefined, () => 'own').draft.intentId).toBe('shared')
  })
})

it('an echo of an older save, however late, changes nothing', () => {
  const newId = ids()
  const first = write(begin(), 'Hel', newId)
  const second = stored(givenToStore(write(stored(givenToStore(first)), 'Hello', newId)))
  const afterEcho = told(second, first.draft, newId)
  expect(afterEcho.draft.body).toBe('Hello')
  expect(told(afterEcho, second.draft, newId)).toMatchObject({ draft: second.draft, unechoed: [] })
})

describe('sending', () => {
  it('empties the field at once, and keeps the line', () => {
    const typed = written(begin(), { ...write(begin(), 'Hi').draft, line: '+15551112222' })
    expect(sentOff(typed, typed.draft).draft).toEqual({ ...emptyDraft(to), line: '+15551112222' })
  })

  it('brings the words back under the same intent where they did not go out', () => {
    const typed = write(begin(), 'Hi')
    const back = sentBack(sentOff(typed, typed.draft), typed.draft, () => 'other')
    expect(back.draft).toEqual({ ...typed.draft, wasTried: true })
    expect(back.isUnsaved).toBe(true)
  })

  it('puts them before what was written since, as another message', () => {
    const typed = write(begin(), 'Hi', () => 'first')
    const since = write(sentOff(typed, typed.draft), 'Are you there?', () => 'second')
    expect(sentBack(since, typed.draft, () => 'third').draft).toMatchObject({
      body: 'Hi\nAre you there?',
      intentId: 'second'
    })
  })
})

it('words put back stand before what is written', () => {
  expect(withWordsBefore(begin(), 'Hi', ids()).draft.body).toBe('Hi')
  expect(withWordsBefore(write(begin(), 'there'), 'Hi', ids()).draft.body).toBe('Hi\nthere')
})

it('what could not be stored is given again, unless newer words are', () => {
  const typed = write(begin(), 'Hi')
  const given = givenToStore(typed)
  expect(notStored(given, typed.draft)).toMatchObject({ isUnsaved: true, hasFailed: true, unechoed: [] })
  const newer = givenToStore(write(given, 'Hi there'))
  expect(notStored(newer, typed.draft).isUnsaved).toBe(false)
})

/** A main process that keeps one draft, answers and tells everyone in order, and another window that writes now and then. */
const step = fc.constantFrom('type', 'save', 'receive', 'other')

it('never loses what was typed last, in whatever order saves, echoes and other windows come', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const newId = ids()
      let copy = begin()
      let kept: Draft | undefined
      const wire: (Draft | 'answer')[] = []
      const lost: string[] = []
      const save = () => {
        copy = givenToStore(copy)
        kept = copy.draft
        wire.push(copy.draft, 'answer')
      }
      const receive = (news: Draft | 'answer') => {
        const before = copy
        copy = news === 'answer' ? stored(copy) : told(copy, news, newId)
        const wasBusy = before.isUnsaved || before.savingCount > 0
        if (wasBusy && copy.draft.body !== before.draft.body) lost.push(before.draft.body)
      }
      steps.forEach((name, index) => {
        if (name === 'type') {
          copy = write(copy, `words ${index}`, newId)
        } else if (name === 'save') {
          if (copy.isUnsaved) save()
        } else if (name === 'other') {
          kept = { ...elsewhere, body: `other ${index}`, intentId: newId() }
          wire.push(kept)
        } else {
          wire.splice(0, 1).forEach(receive)
        }
      })
      if (copy.isUnsaved) save()
      wire.splice(0).forEach(receive)
      expect(lost).toEqual([])
      // Once all is stored and told, the window shows what is kept.
      expect(copy.draft.body).toBe(kept?.body ?? '')
    })
  )
})
