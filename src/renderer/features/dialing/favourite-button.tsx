import { Star } from 'lucide-react'
import { useSettings } from '../../bridge/index.ts'
import { t } from '../../text/text.ts'
import { IconButton } from '../../ui/index.ts'
import styles from './favourite-button.module.css'

/** The settings hold no more. */
const mostFavourites = 100
const none: readonly string[] = []

interface FavouriteButtonProps {
  readonly address: string
  readonly display: string
}

/** A star at a number: whether it is among those offered for dialing before anything is typed. */
export function FavouriteButton({ address, display }: FavouriteButtonProps) {
  const { query, problem, update } = useSettings()
  const favourites = query.data?.favouriteNumbers ?? none
  const isFavourite = favourites.includes(address)
  const isFull = !isFavourite && favourites.length >= mostFavourites
  const label = isFull
    ? t('dialing.favouritesFull', { count: mostFavourites })
    : t(isFavourite ? 'dialing.noFavourite' : 'dialing.favourite', { number: display })
  const toggle = () => {
    if (!query.data || isFull) return
    const others = favourites.filter((it) => it !== address)
    update({ favouriteNumbers: isFavourite ? others : [...others, address] })
  }
  return (
    <>
      <IconButton
        label={label}
        icon={<Star size={16} className={isFavourite ? styles.chosen : undefined} />}
        aria-disabled={isFull}
        onClick={toggle}
      />
      {problem !== null && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </>
  )
}
