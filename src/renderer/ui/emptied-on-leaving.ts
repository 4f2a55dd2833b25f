/** A field that left the page may live on in memory for as long as the page does, with what was typed into it. */
export const emptiedOnLeaving = (input: HTMLInputElement) => () => {
  input.value = ''
}
