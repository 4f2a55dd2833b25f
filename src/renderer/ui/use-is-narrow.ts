import { useSyncExternalStore } from 'react'

const query = '(max-width: 560px)'

/** Whether the window is so narrow that rows take two lines; the same width as in the style sheets. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(query).matches)

function subscribe(onChange: () => void): () => void {
  const media = matchMedia(query)
  media.addEventListener('change', onChange)
  return () => media.removeEventListener('change', onChange)
}
