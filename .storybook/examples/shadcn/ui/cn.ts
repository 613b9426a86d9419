/** Joins classes. An app of this kind merges those that contradict each other as well. */
export function cn(...names: (string | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
