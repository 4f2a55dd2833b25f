import { Download } from 'lucide-react'
import { useState } from 'react'
import type { Gap } from '../../../shared/domain/gap.ts'
import { useRequest } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { formatSpan, useNow, useTimeZone } from '../../time/index.ts'
import { Button, Loaded } from '../../ui/index.ts'
import { saveFile } from '../history-export/index.ts'
import { Section } from '../settings/index.ts'
import { gapsAsCsv, gapsFileName } from './gaps-csv.ts'
import styles from './gaps-section.module.css'
import { spanLength } from './reach-words.ts'

const shownCount = 10

/** The last times nothing could be heard. */
export function GapsSection() {
  const query = useRequest('reach:list-gaps', {}, { shouldAskAgain: true })
  return (
    <Section title={t('reach.gaps.title')}>
      <Loaded query={query} rows={3}>
        {(gaps) => <Gaps gaps={gaps} />}
      </Loaded>
    </Section>
  )
}

function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const timeZone = useTimeZone()
  const nowMs = useNow(60_000)
  const [said, setSaid] = useState('')
  const save = () => {
    const file = gapsFileName(nowMs, timeZone)
    saveFile(file, [gapsAsCsv(gaps, timeZone)], 'text/csv')
    setSaid(t('reach.gaps.exported', { count: gaps.length, file }))
  }
  if (gaps.length === 0) return <p className={styles.text}>{t('reach.gaps.none')}</p>
  const earlier = gaps.length - shownCount
  return (
    <>
      <div className={styles.head}>
        <p className={styles.hint}>{t('reach.gaps.hint')}</p>
        <Button icon={<Download size={15} aria-hidden="true" />} onClick={save}>
          {t('reach.gaps.export')}
        </Button>
      </div>
      <output className={styles.said}>{said}</output>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('reach.gaps.when')}</th>
            <th scope="col">{t('reach.gaps.took')}</th>
            <th scope="col">{t('reach.gaps.why')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.slice(0, shownCount).map(({ fromMs, toMs, reason }) => (
            <tr key={fromMs}>
              <td data-digits>{formatSpan(fromMs, toMs, nowMs, timeZone)}</td>
              <td data-digits>{spanLength(fromMs, toMs)}</td>
              <td>{reason ?? t('reach.gaps.notRunning')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {earlier > 0 && <p className={styles.text}>{t('reach.gaps.more', { count: earlier })}</p>}
    </>
  )
}
