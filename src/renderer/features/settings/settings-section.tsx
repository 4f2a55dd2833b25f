import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../../text/text.ts'
import { useUiState } from '../../ui-state/index.ts'
import { Section } from './section.tsx'
import { type SettingsSectionName, sectionTitles } from './section-titles.ts'

interface SettingsSectionProps {
  readonly name: SettingsSectionName
  readonly children: ReactNode
}

/** A section of Settings. Once it is sought it is brought into view, and its title has the focus. */
export function SettingsSection({ name, children }: SettingsSectionProps) {
  const title = useRef<HTMLHeadingElement>(null)
  const isSought = useUiState(({ soughtSection }) => soughtSection === name)
  const seekSection = useUiState((ui) => ui.seekSection)
  useEffect(() => {
    if (!isSought) return
    seekSection(null)
    title.current?.scrollIntoView()
    title.current?.focus({ preventScroll: true })
  }, [isSought, seekSection])
  return (
    <Section title={t(sectionTitles[name])} titleRef={title}>
      {children}
    </Section>
  )
}
