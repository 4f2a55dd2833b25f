import { type RefObject, useEffect } from 'react'
import type { Party } from '../../../shared/domain/party.ts'
import { useRequest, useTimeline } from '../../bridge/index.ts'
import { useUiState } from '../../ui-state/index.ts'
import { fillTemplate, type TemplateValues } from './fill-template.ts'

/** What stands for a template's placeholders in a message to `to` by the line of that name; null until it is known who writes. */
export function useTemplateValues(to: Party, line: string | null): TemplateValues | null {
  const session = useRequest('session:get-session', {}).data
  if (!session) return null
  return { name: to.name, me: session.status === 'signed-in' ? (session.me?.name ?? null) : null, line }
}

/** Whether it is known by now what the person is called, or that nobody knows. What is asked here is asked for the person anyway. */
function useIsNameSettled(to: Party, isAsked: boolean): boolean {
  const isRead = useTimeline(to.address, isAsked).query.isFetched
  const isOpen = isAsked && isRead && to.name === null
  const read = useRequest(
    'dialing:interpret-text',
    { text: to.address, isToCall: false },
    { isEnabled: isOpen }
  )
  return to.name !== null || (isRead && read.isFetched)
}

/**
 * Puts the caret into the field once it is asked for; for a text back the field begins with its template, unless something is
 * written there already.
 */
export function useComposeRequest(
  field: RefObject<HTMLTextAreaElement | null>,
  to: Party,
  values: TemplateValues | null
): void {
  const composeFor = useUiState((ui) => ui.composeFor)
  const requestCompose = useUiState((ui) => ui.requestCompose)
  const beginDraft = useUiState((ui) => ui.beginDraft)
  const template = useRequest('settings:get-settings', {}).data?.textBackTemplate
  const isTextBack = composeFor?.how === 'text-back'
  const isAsked = composeFor?.address === to.address
  const isNamed = useIsNameSettled(to, isAsked && isTextBack)
  const words = template !== undefined && values !== null && isNamed ? fillTemplate(template, values) : null

  useEffect(() => {
    if (!isAsked || !field.current || (isTextBack && words === null)) return
    if (isTextBack && words !== null) beginDraft(to.address, words)
    requestCompose(null)
    const area = field.current
    area.focus()
    // The words are in the field once they are rendered.
    requestAnimationFrame(() => area.setSelectionRange(area.value.length, area.value.length))
  })
}
