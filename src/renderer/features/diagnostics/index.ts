export { DiagnosticsPane } from './diagnostics-pane.tsx'
