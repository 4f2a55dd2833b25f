import { useState } from 'react'
import type { Colleague } from '../../../shared/domain/presence.ts'
import { t } from '../../text/text.ts'
import { Banner, Button, Checkbox, inputClass, Modal } from '../../ui/index.ts'
import styles from './groups-dialog.module.css'
import { withMembership } from './team-groups.ts'
import type { Team } from './use-team.ts'

interface GroupsDialogProps {
  readonly colleague: Colleague
  readonly team: Team
  readonly onClose: () => void
}

/** The groups a colleague is in; a new one is made by its name, and one that nobody is left in is gone. */
export function GroupsDialog({ colleague, team, onClose }: GroupsDialogProps) {
  const [name, setName] = useState('')
  const { teamGroups } = team.settings
  const title = t('presence.groupsOf', { name: colleague.name })
  const put = (group: string, isMember: boolean) =>
    team.change({ teamGroups: withMembership(teamGroups, group, colleague.extension, isMember) })
  return (
    <Modal label={title} isOpen onClose={onClose} isLeftByClick={name === ''}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          put(name.trim(), true)
          setName('')
        }}
      >
        <h2>{title}</h2>
        {team.problem !== null && <Banner kind="error">{team.problem}</Banner>}
        {teamGroups.map((group) => (
          <Checkbox
            key={group.name}
            label={group.name}
            isChecked={group.extensions.includes(colleague.extension)}
            onChange={(isMember) => put(group.name, isMember)}
          />
        ))}
        <div className={styles.add}>
          <input
            className={inputClass}
            aria-label={t('presence.newGroup')}
            placeholder={t('presence.newGroup')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit">{t('presence.addGroup')}</Button>
        </div>
        <div className={styles.actions}>
          <Button kind="primary" onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
