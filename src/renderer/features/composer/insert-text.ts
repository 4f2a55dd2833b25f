/** Puts `text` where the caret is, or in the place of what is selected; it can be undone like what was typed. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  // The one way that a browser keeps in its history of undoing.
  document.execCommand('insertText', false, text)
}
