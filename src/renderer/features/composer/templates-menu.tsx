import { LayoutTemplate } from 'lucide-react'
import { useLocation } from 'wouter'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { MenuButton } from '../../ui/index.ts'

const toSettings = 'to-settings'

/** The user's templates; the one chosen is given as it stands in the settings. */
export function TemplatesMenu({ onChoose }: { readonly onChoose: (body: string) => void }) {
  const [, navigate] = useLocation()
  const templates = useRequest('settings:get-settings', {}).data?.messageTemplates ?? []
  return (
    <MenuButton
      label={t('composer.templates')}
      placement="top start"
      icon={<LayoutTemplate size={16} aria-hidden="true" />}
      choices={[
        ...templates.map(({ id, name }) => ({ id, label: name })),
        { id: toSettings, label: t('composer.editTemplates') }
      ]}
      onChoose={(chosen) => {
        const template = templates.find(({ id }) => id === chosen)
        if (template) onChoose(template.body)
        else navigate('/settings')
      }}
    />
  )
}
