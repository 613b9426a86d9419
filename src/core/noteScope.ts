/** Whose a visit's note is, also one of another version of this library; null where it does not say. */
export function readNoteScope(text: string): string | null {
  try {
    const note: unknown = JSON.parse(text);
    const isNote = typeof note === 'object' && note !== null && 'scope' in note;
    return isNote && typeof note.scope === 'string' ? note.scope : null;
  } catch {
    return null;
  }
}
