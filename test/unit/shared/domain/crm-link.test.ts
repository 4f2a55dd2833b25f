import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CrmFields,
  crmFieldNames,
  crmFieldsOf,
  findCrmProblem,
  makeCrmLink
} from '../../../../src/shared/domain/crm-link.ts'
import { anna, mainLine, number } from '../../../fakes/sample-office.ts'
import { call } from '../../../fakes/sample-records.ts'

const fields: CrmFields = {
  number: '+15551234567',
  digits: '15551234567',
  name: 'Anna Meier & Söhne',
  company: '',
  line: '+15551112222',
  queue: 'Sales',
  extension: '1001',
  callId: 'a/b?c#d'
}
const urlOf = (template: string, of: CrmFields = fields): string => {
  const link = makeCrmLink(template, of)
  if (!link.ok) throw new Error(link.problem.kind)
  return link.url
}

describe('a template', () => {
  test.each([
    ['https://crm.example/find?phone={number}', 'https://crm.example/find?phone=%2B15551234567'],
    [' https://crm.example:8443/p/{digits} ', 'https://crm.example:8443/p/15551234567'],
    ['https://crm.example?q={name}', 'https://crm.example?q=Anna%20Meier%20%26%20S%C3%B6hne'],
    ['HTTPS://crm.example/#/people/{callId}', 'HTTPS://crm.example/#/people/a%2Fb%3Fc%23d'],
    ['https://[::1]:8443/{extension}', 'https://[::1]:8443/1001'],
    ['https://crm.example/', 'https://crm.example/']
  ])('%s becomes an address', (template, url) => {
    expect(urlOf(template)).toBe(url)
  })

  test.each([
    ['http://crm.example/{number}', 'not-https'],
    ['javascript:alert(1)//{number}', 'not-https'],
    ['{number}', 'not-https'],
    ['https:crm.example/{number}', 'not-https'],
    ['https://{name}/', 'no-fixed-host'],
    ['https://crm.example{name}/', 'no-fixed-host'],
    ['https://crm.{name}.example/', 'no-fixed-host'],
    ['https://crm.example:{digits}/', 'no-fixed-host'],
    ['https:///{number}', 'no-fixed-host'],
    ['https://crm .example/', 'no-fixed-host'],
    ['https://me:secret@crm.example/{number}', 'has-credentials'],
    ['https://{name}@crm.example/', 'has-credentials'],
    ['https://crm.example/{number', 'stray-brace'],
    ['https://crm.example/{{number}}', 'stray-brace']
  ])('%s is refused', (template, kind) => {
    expect(findCrmProblem(template)?.kind).toBe(kind)
    expect(makeCrmLink(template, fields).ok).toBe(false)
  })

  test('with a field that there is not is refused by its name', () => {
    expect(findCrmProblem('https://crm.example/{number}/{phone}')).toEqual({
      kind: 'unknown-field',
      field: 'phone'
    })
    // What every object has is no field of ours.
    expect(findCrmProblem('https://crm.example/{constructor}')).toMatchObject({ field: 'constructor' })
  })
})

test.each(['.', '..', '...'])('a caller named %s leads to no other folder', (name) => {
  const { pathname } = new URL(urlOf('https://crm.example/people/{name}/edit', { ...fields, name }))
  expect(pathname).toMatch(/^\/people\/[.]*\/edit$/)
})

test('the fields are what is known of the person and of the call', () => {
  const other = { ...anna, company: 'Acme' }
  const of = call({ id: 'c-1', other, queueName: 'Sales', line: number(mainLine.address) })
  expect(crmFieldsOf(other, of, '1001')).toEqual({
    number: anna.address,
    digits: '15551234567',
    name: 'Anna Meier',
    company: 'Acme',
    line: mainLine.address,
    queue: 'Sales',
    extension: '1001',
    callId: 'c-1'
  })
  expect(crmFieldsOf(number('+1555'), null, null)).toMatchObject({ name: '', line: '', callId: '' })
})

describe('whatever a caller is called', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ maxLength: 20 }).map((text) => `${text}\uD800`),
    fc.constantFrom(
      '..',
      '.',
      '../..',
      '/',
      '\\',
      '?a=b',
      '&x=1',
      '#',
      '@evil.example',
      '//evil.example',
      '%2e%2e',
      '\t',
      '%'
    )
  )
  const anyFields = fc.record(
    Object.fromEntries(crmFieldNames.map((name) => [name, nasty])) as Record<keyof CrmFields, typeof nasty>
  )
  const templates = [
    'https://crm.example/people/{name}/of/{company}?phone={number}&line={line}#{callId}',
    'https://crm.example/{name}{company}/x?q={queue}-{extension}',
    'https://crm.example/a\\{name}\\b?{digits}=1',
    'https://crm.example/p/{name}'
  ]

  test.each(templates)('%s leads to the same place, with the same parameters', (template) => {
    const shape = (url: string) => {
      const { protocol, host, username, password, pathname, search, hash } = new URL(url)
      return {
        protocol,
        host,
        username,
        password,
        folders: pathname.split('/').length,
        parameters: search.split(/[&?]/).length,
        equals: search.split('=').length,
        hasHash: hash !== ''
      }
    }
    const plain: CrmFields = {
      number: 'x',
      digits: 'x',
      name: 'x',
      company: 'x',
      line: 'x',
      queue: 'x',
      extension: 'x',
      callId: 'x'
    }
    const expected = shape(urlOf(template, plain))
    fc.assert(
      fc.property(anyFields, (of) => {
        const url = urlOf(template, of)
        expect({ ...shape(url), hasHash: true }).toEqual({ ...expected, hasHash: true })
        expect(url).toMatch(/^https:\/\/crm\.example\/[\w\-.~%/?=&#]*$/)
      })
    )
  })

  test('a value comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const url = urlOf('https://crm.example/?name={name}', { ...fields, name })
        expect(new URL(url).searchParams.get('name')).toBe(name.toWellFormed())
      })
    )
  })
})
