import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import type { CheckedKey } from '../../../shared/domain/session.ts'
import { t } from '../../text/text.ts'
import { inputClass } from '../../ui/index.ts'
import styles from './extension-field.module.css'

interface ExtensionFieldProps {
  readonly extensions: CheckedKey['extensions']
  readonly value: string | null
  readonly onChange: (extension: string | null) => void
}

/** Who I am, chosen by name or extension, where the key does not say. */
export function ExtensionField({ extensions, value, onChange }: ExtensionFieldProps) {
  return (
    <ComboBox
      className={styles.field ?? ''}
      defaultItems={extensions}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger="focus"
    >
      <Label className={styles.label ?? ''}>{t('setup.extension')}</Label>
      <span className={styles.box}>
        <Input className={inputClass ?? ''} />
        <Button className={styles.open ?? ''}>
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </span>
      <Text slot="description" className={styles.hint ?? ''}>
        {t('setup.extensionHint')}
      </Text>
      <Popover className={styles.popover ?? ''}>
        <ListBox<CheckedKey['extensions'][number]> className={styles.list ?? ''}>
          {({ extension, name }) => (
            <ListBoxItem id={extension} textValue={`${extension} ${name}`} className={styles.option ?? ''}>
              <span>{extension}</span>
              <bdi>{name}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
