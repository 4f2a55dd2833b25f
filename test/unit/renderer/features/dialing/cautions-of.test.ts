import { describe, expect, it } from 'vitest'
import { cautionsOf } from '../../../../../src/renderer/features/dialing/cautions-of.ts'
import type { DialCaution } from '../../../../../src/shared/domain/dialing.ts'
import { anna, ben } from '../../../../fakes/sample-office.ts'
import { dialCandidate, sampleDial } from '../../../../fakes/scripted-dialing.ts'

const foreign: DialCaution = { kind: 'foreign', mustBeAgreed: true, text: 'This number is abroad: Niger.' }
const offline: DialCaution = { kind: 'phone-offline', mustBeAgreed: true, text: 'Not registered.' }
const onCall: DialCaution = { kind: 'on-a-call', mustBeAgreed: false, text: 'You are on a call.' }
const repeated: DialCaution = { kind: 'repeated', mustBeAgreed: true, text: 'You called it just now.' }

const toAnna = dialCandidate(anna, { cautions: [foreign] })
const toBen = dialCandidate(ben)
const candidates = [toAnna, toBen]

describe('before anything is asked', () => {
  const dial = sampleDial({ candidates, cautions: [onCall, offline] })

  it('what must be agreed to is told apart from what is only said', () => {
    expect(cautionsOf(dial, toAnna)).toEqual({
      toAgree: [offline, foreign],
      told: [onCall],
      isAsked: false
    })
  })

  it('what concerns one candidate is not said of another', () => {
    expect(cautionsOf(dial, toBen)).toEqual({ toAgree: [offline], told: [onCall], isAsked: false })
  })
})

describe('a question', () => {
  const asked = { address: anna.address, cautions: [repeated] }

  it('is about exactly what the main process asked', () => {
    const dial = sampleDial({ candidates, cautions: [offline, onCall], asked })
    expect(cautionsOf(dial, toAnna)).toEqual({ toAgree: [repeated], told: [onCall], isAsked: true })
  })

  it('is not agreed to by calling another candidate', () => {
    expect(cautionsOf(sampleDial({ candidates, asked }), toBen).isAsked).toBe(false)
  })

  it('no longer stands once it is answered, and what it was about is still said', () => {
    const dial = sampleDial({ candidates, asked, state: 'counting-down', chosen: toAnna })
    expect(cautionsOf(dial, toAnna)).toMatchObject({ toAgree: [repeated], isAsked: false })
  })
})
