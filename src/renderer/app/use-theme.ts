import { useEffect } from 'react'
import type { Theme } from '../../shared/domain/theme.ts'
import { useRequest } from '../bridge/index.ts'

const darkSystem = '(prefers-color-scheme: dark)'

/** Shows `theme`; that of the system where it says so. */
export function showTheme(theme: Theme): void {
  const isDark = theme === 'dark' || (theme === 'system' && window.matchMedia(darkSystem).matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

/** Keeps the page in the theme of the settings and, where they leave it to the system, in the system's. */
export function useTheme(): void {
  const theme = useRequest('settings:get-settings', {}).data?.theme ?? 'system'
  useEffect(() => {
    const show = () => showTheme(theme)
    show()
    const system = window.matchMedia(darkSystem)
    system.addEventListener('change', show)
    return () => system.removeEventListener('change', show)
  }, [theme])
}
