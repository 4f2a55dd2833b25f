import type { Line } from '../../../shared/domain/message.ts'
import { t } from '../../text/text.ts'
import { Select } from '../../ui/index.ts'

interface LineSelectProps {
  readonly lines: readonly Line[]
  readonly line: Line
  readonly onChange: (address: string) => void
}

export const lineLabel = ({ friendlyName, display }: Line): string => friendlyName ?? display

/** The line a message goes by: those that cannot send are listed with the reason. */
export function LineSelect({ lines, line, onChange }: LineSelectProps) {
  return (
    <Select
      label={t('messages.from')}
      isInline
      value={line.address}
      options={lines.map((it) => ({
        value: it.address,
        label:
          it.cannotSendBecause === null
            ? lineLabel(it)
            : t('composer.cannotSendLine', { line: lineLabel(it), reason: it.cannotSendBecause }),
        isDisabled: it.cannotSendBecause !== null
      }))}
      onChange={onChange}
    />
  )
}
