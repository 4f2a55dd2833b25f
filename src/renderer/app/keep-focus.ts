/** A place in the page that something left, or where it is hidden now: between two neighbours, as far as these are still there. */
interface Gap {
  readonly parent: Node
  readonly before: Node | null
  readonly after: Node | null
}

/** What had the focus: the element, or the gap that it left. */
type Trace = { readonly element: Element } | { readonly gap: Gap }

/** A dialog goes with whatever it was opened from: what had the focus before it tells where to go on. */
const traceCount = 6
/** What takes the place of what is gone may have to be asked for first. */
const patienceMs = 300

/**
 * Keeps the keyboard in its place. Where what has the focus goes away (a row that is done, a form that is closed) or is hidden (a list
 * that gives way to what was opened), the browser leaves the focus nowhere; here what stands in its place takes it: what came instead,
 * else what came next, else what was before, else whatever is nearest around it. Within that, an element marked with
 * `data-takes-focus` comes first, else the first that the tab key stops at. Whoever takes the focus away themselves, by a click beside
 * everything, is left alone. Returns what ends it.
 */
export function keepFocus(document: Document): () => void {
  let traces: readonly Trace[] = []
  let patience: number | null = null
  const isNowhere = () => document.activeElement === null || document.activeElement === document.body
  const isLost = () => traces[0] !== undefined && 'gap' in traces[0] && isNowhere()

  function focusCame({ target }: Event): void {
    if (!(target instanceof Element)) return
    const others = traces.filter((trace) => !('element' in trace) || trace.element !== target)
    traces = [{ element: target }, ...others].slice(0, traceCount)
    endPatience()
  }

  function focusWent({ target }: Event): void {
    // What is removed is so by then, and a window that lost the focus still has its active element.
    queueMicrotask(() => {
      if (!(target instanceof Element && target.isConnected && isNowhere())) return
      traces = isShown(target) ? [] : traces.map(traceOnceHidden)
      goOnSoon()
    })
  }

  function pageChanged(records: readonly MutationRecord[]): void {
    for (const record of records) traces = traces.map((trace) => traceAfter(trace, record))
    goOnSoon()
  }

  /** Whatever else gives the focus back, such as a dialog that closes, does so within two frames. */
  function goOnSoon(): void {
    if (isLost()) requestAnimationFrame(() => requestAnimationFrame(goOn))
  }

  function goOn(): void {
    if (!isLost()) return endPatience()
    if (find(false)) return
    patience ??= window.setTimeout(() => {
      patience = null
      if (isLost()) find(true)
    }, patienceMs)
  }

  function find(mayLookAround: boolean): boolean {
    const trace = traces.find((it) => 'element' in it || it.gap.parent !== document.body)
    if (!trace) return false
    const target = 'element' in trace ? trace.element : stopNear(trace.gap, mayLookAround)
    if (target instanceof HTMLElement) target.focus({ preventScroll: true })
    return !isNowhere()
  }

  function endPatience(): void {
    if (patience !== null) window.clearTimeout(patience)
    patience = null
  }

  const observer = new MutationObserver(pageChanged)
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', focusCame)
  document.addEventListener('focusout', focusWent)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', focusCame)
    document.removeEventListener('focusout', focusWent)
    endPatience()
  }
}

/** What was left is kept by its place only: nothing that is gone is held on to. */
function traceAfter(trace: Trace, record: MutationRecord): Trace {
  const lost = 'element' in trace ? trace.element : trace.gap.parent
  if (lost.isConnected || ![...record.removedNodes].some((node) => node.contains(lost))) return trace
  return { gap: { parent: record.target, before: record.previousSibling, after: record.nextSibling } }
}

/** As if all that is hidden with it were gone. */
function traceOnceHidden(trace: Trace): Trace {
  if (!('element' in trace) || isShown(trace.element)) return trace
  let hidden = trace.element
  while (hidden.parentElement !== null && !isShown(hidden.parentElement)) hidden = hidden.parentElement
  const { parentNode: parent, previousSibling: before, nextSibling: after } = hidden
  return parent === null ? trace : { gap: { parent, before, after } }
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0

/** The nearest stop within the gap's parent; where that has none and `mayLookAround`, around that. */
function stopNear(gap: Gap, mayLookAround: boolean): Element | null {
  const { parent } = gap
  const before = gap.before?.parentNode === parent ? gap.before : null
  const after = gap.after?.parentNode === parent ? gap.after : null
  // What came instead stands right after what was before it: at the very beginning where that was nothing.
  const first = before ? before.nextSibling : ((gap.before && after) ?? parent.firstChild)
  const found =
    firstStop(first, (node) => node.nextSibling) ??
    firstStop(before ?? parent.lastChild, (node) => node.previousSibling)
  const around = parent === parent.ownerDocument?.body ? null : parent.parentNode
  if (found !== null || !mayLookAround || around === null) return found
  return stopNear({ parent: around, before: parent.previousSibling, after: parent.nextSibling }, true)
}

function firstStop(from: Node | null, next: (node: Node) => Node | null): Element | null {
  for (let node = from; node !== null; node = next(node)) {
    const stop = node instanceof Element ? stopWithin(node) : null
    if (stop !== null) return stop
  }
  return null
}

const marked = '[data-takes-focus]'
const tabStops =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex^="-"])'

const stopWithin = (element: Element): Element | null =>
  [marked, tabStops]
    .flatMap((selector) =>
      [element, ...element.querySelectorAll(selector)].filter((it) => it.matches(selector))
    )
    .find(isShown) ?? null
