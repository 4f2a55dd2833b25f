export { CallIcon } from './call-icon.tsx'
export { CallList } from './call-list.tsx'
export { describeCall, doorOf, talkMs } from './describe-call.ts'
export { useCall } from './use-call.ts'
