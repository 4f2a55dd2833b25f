import '../../src/renderer/styles/base.css'
import { createRoot } from 'react-dom/client'
import { MainWindow } from '../../src/renderer/app/main-window.tsx'
import { createQueryClient, Page } from '../../src/renderer/app/page.tsx'
import { DialStrip } from '../../src/renderer/features/dialing/index.ts'
import { PopupWindow } from '../../src/renderer/features/popup/index.ts'
import { startText } from '../../src/renderer/text/text.ts'
import { createUiStore } from '../../src/renderer/ui-state/index.ts'
import { noFilter } from '../../src/shared/domain/call.ts'
import { ScriptedBridge } from '../fakes/scripted-bridge.ts'
import { longHistoryAnswers } from './long-history.ts'
import { longTimelineAnswers } from './long-timeline.ts'
import { inTheme, screenOf } from './screens.ts'

const query = new URLSearchParams(window.location.search)
const screen = screenOf(query.get('screen') ?? 'calls')
const theme = query.get('theme') === 'dark' ? 'dark' : 'light'
const nowMs = Date.now()
/** How many calls the bench wants, and whether they come page by page. */
const callCount = Number(query.get('calls') ?? 0)
const isOnePage = query.get('pages') === 'one'
/** How many messages the thread holds that a test scrolls through. */
const messageCount = Number(query.get('messages') ?? 0)

startText()
const uiStore = createUiStore()
uiStore.getState().setCallFilter({ ...noFilter, ...screen.callFilter })
document.documentElement.dataset.theme = theme
document.body.dataset.page = screen.page
if (window.location.hash === '') window.location.hash = screen.hash

const bridge = new ScriptedBridge(nowMs, {
  ...inTheme(screen.answers(nowMs), theme),
  ...(callCount > 0 ? longHistoryAnswers(nowMs, callCount, isOnePage) : {}),
  ...(messageCount > 0 ? longTimelineAnswers(nowMs, messageCount) : {})
})
Object.assign(window, { bridge })

const root = document.getElementById('root')
if (!root) throw new Error('The gallery has no #root')
createRoot(root).render(
  <Page bridge={bridge} queryClient={createQueryClient()} uiStore={uiStore}>
    {screen.page === 'main' ? <MainWindow /> : screen.page === 'popup' ? <PopupWindow /> : <DialStrip />}
  </Page>
)

await screen.act?.(uiStore)
document.documentElement.dataset.ready = 'true'
