import { mostRequests, type OutsideRequest } from './outside-request.ts'

/** Where requests from outside get in from the app's first moment on, before there is anyone to answer them. */
export interface RequestGate {
  add(requests: readonly OutsideRequest[]): void
  /** Hands over what has come until now, and from now on each as it comes. */
  open(answer: (requests: readonly OutsideRequest[]) => void): void
}

export function createRequestGate(): RequestGate {
  let waiting: readonly OutsideRequest[] = []
  let answer: ((requests: readonly OutsideRequest[]) => void) | null = null
  return {
    add(requests) {
      if (answer) answer(requests)
      else waiting = [...waiting, ...requests].slice(0, mostRequests)
    },
    open(answering) {
      answer = answering
      if (waiting.length > 0) answer(waiting)
      waiting = []
    }
  }
}
