import { Component, type ReactNode } from 'react'
import { t } from '../text/text.ts'
import { Banner, Button } from '../ui/index.ts'

interface CrashBoundaryProps {
  readonly children: ReactNode
}

/** Says that a bug stopped the page, instead of leaving it blank. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError() {
    return { hasCrashed: true }
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children
    return (
      <Banner
        kind="error"
        action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}
      >
        {t('app.somethingBroke')}
      </Banner>
    )
  }
}
