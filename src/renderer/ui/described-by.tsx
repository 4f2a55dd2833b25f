import { createContext, useContext } from 'react'

const Description = createContext<string | undefined>(undefined)

/** Describes every control within by the text of that id. */
export const DescribedBy = Description.Provider

/** The attribute for a control: what describes it from outside, after its own descriptions. */
export function useDescription(...own: readonly string[]): { readonly 'aria-describedby'?: string } {
  const outer = useContext(Description)
  const ids = [...own, ...(outer === undefined ? [] : [outer])]
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }
}
