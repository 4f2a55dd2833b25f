import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, StrictMode } from 'react'
import { type BridgeConnection, BridgeProvider, useRequest } from '../bridge/index.ts'
import { TimeZoneProvider } from '../time/index.ts'
import { type UiStore, UiStoreProvider } from '../ui-state/index.ts'
import { CrashBoundary } from './crash-boundary.tsx'
import { useTheme } from './use-theme.ts'

interface PageProps {
  readonly bridge: BridgeConnection
  readonly queryClient: QueryClient
  readonly uiStore: UiStore
  readonly children: ReactNode
}

/** What every page stands on: the bridge, the cache, the theme, the time zone, and a net for bugs. */
export function Page({ bridge, queryClient, uiStore, children }: PageProps) {
  return (
    <StrictMode>
      <CrashBoundary>
        <QueryClientProvider client={queryClient}>
          <BridgeProvider bridge={bridge}>
            <UiStoreProvider store={uiStore}>
              <Surroundings>{children}</Surroundings>
            </UiStoreProvider>
          </BridgeProvider>
        </QueryClientProvider>
      </CrashBoundary>
    </StrictMode>
  )
}

function Surroundings({ children }: { readonly children: ReactNode }) {
  useTheme()
  const session = useRequest('session:get-session', {}).data
  const timeZone = session?.status === 'signed-in' ? (session.me?.timeZone ?? null) : null
  return <TimeZoneProvider timeZone={timeZone}>{children}</TimeZoneProvider>
}

/** A cache that events keep true: nothing in it ages, and a rejected request is a bug or a lost wire, not worth repeating. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always'
      },
      mutations: { networkMode: 'always' }
    }
  })
