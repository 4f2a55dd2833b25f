import type { MessageTemplate } from '../../../shared/domain/settings.ts'

type Templates = readonly MessageTemplate[]

/** The templates with the one of that id a place further up or down; as they are where there is no such place. */
export function moveTemplate(templates: Templates, id: string, by: 1 | -1): Templates {
  const from = templates.findIndex((it) => it.id === id)
  const moved = templates[from]
  const others = templates.filter((it) => it.id !== id)
  if (!moved || from + by < 0 || from + by > others.length) return templates
  return [...others.slice(0, from + by), moved, ...others.slice(from + by)]
}

/** The templates with this one in the place of the one of its id, or at the end. */
export const putTemplate = (templates: Templates, template: MessageTemplate): Templates =>
  templates.some(({ id }) => id === template.id)
    ? templates.map((it) => (it.id === template.id ? template : it))
    : [...templates, template]
