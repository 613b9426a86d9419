/** Puts a text on the clipboard. False where there is none, as on a page without https, or where it is refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Selects what an element says, so that the user can copy it by hand. */
export function selectText(element: Element): void {
  element.ownerDocument.getSelection()?.selectAllChildren(element);
}
