import { describe, expect, it } from 'vitest'
import { emptyDraft, withBody, withLine } from '../../../../src/renderer/ui-state/draft.ts'

const to = '+15551234567'
const nothing = emptyDraft(to)

const ids = () => {
  let last = 0
  return () => `intent-${++last}`
}

describe('the intent of a draft', () => {
  it('is made with the first letter and stays while it is written', () => {
    const newId = ids()
    const draft = withBody(withBody(nothing, 'H', newId), 'Hi', newId)
    expect(draft).toMatchObject({ address: to, body: 'Hi', intentId: 'intent-1' })
  })

  it('stays when what was tried is sent again unchanged', () => {
    const newId = ids()
    const tried = { ...withBody(nothing, 'Hi', newId), wasTried: true }
    expect(withBody(tried, 'Hi', newId).intentId).toBe('intent-1')
  })

  it('is another once what was tried is edited, or goes by another line', () => {
    const newId = ids()
    const tried = { ...withBody(nothing, 'Hi', newId), wasTried: true }
    expect(withBody(tried, 'Hi there', newId)).toMatchObject({ intentId: 'intent-2', wasTried: false })
    expect(withLine(tried, '+15551112222', newId)).toMatchObject({ intentId: 'intent-3', wasTried: false })
  })

  it('goes with the last letter, and the line stays chosen', () => {
    const newId = ids()
    const draft = withLine(withBody(nothing, 'H', newId), '+15551112222', newId)
    expect(withBody(draft, '', newId)).toEqual({ ...nothing, line: '+15551112222' })
  })
})
