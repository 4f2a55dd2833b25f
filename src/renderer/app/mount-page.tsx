import '../styles/base.css'
import type { ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectBridge } from '../bridge/index.ts'
import { startText } from '../text/text.ts'
import { createUiStore } from '../ui-state/index.ts'
import { createQueryClient, Page } from './page.tsx'
import { showTheme } from './use-theme.ts'

/** Starts a page of the app in its `#root`. */
export function mountPage(content: ReactNode): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no #root')
  showTheme('system')
  startText()
  createRoot(root).render(
    <Page bridge={connectBridge()} queryClient={createQueryClient()} uiStore={createUiStore()}>
      {content}
    </Page>
  )
}
