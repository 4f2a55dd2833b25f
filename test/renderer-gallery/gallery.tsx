import '../../src/renderer/styles/base.css'
import { createRoot } from 'react-dom/client'
import { MainWindow } from '../../src/renderer/app/main-window.tsx'
import { createQueryClient, Page } from '../../src/renderer/app/page.tsx'
import { DialStrip } from '../../src/renderer/features/dialing/index.ts'
import { PopupWindow } from '../../src/renderer/features/popup/index.ts'
import { startText } from '../../src/renderer/text/text.ts'
import { createUiStore } from '../../src/renderer/ui-state/index.ts'
import { ScriptedBridge } from '../fakes/scripted-bridge.ts'
import { inTheme, screenOf } from './screens.ts'

const query = new URLSearchParams(window.location.search)
const screen = screenOf(query.get('screen') ?? 'calls')
const theme = query.get('theme') === 'dark' ? 'dark' : 'light'
const nowMs = Date.now()

startText()
document.documentElement.dataset.theme = theme
document.body.dataset.page = screen.page
if (window.location.hash === '') window.location.hash = screen.hash

const root = document.getElementById('root')
if (!root) throw new Error('The gallery has no #root')
createRoot(root).render(
  <Page
    bridge={new ScriptedBridge(nowMs, inTheme(screen.answers(nowMs), theme))}
    queryClient={createQueryClient()}
    uiStore={createUiStore()}
  >
    {screen.page === 'main' ? <MainWindow /> : screen.page === 'popup' ? <PopupWindow /> : <DialStrip />}
  </Page>
)
