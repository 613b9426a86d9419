/** Hears which of the user's connections changed. Answers how to stop. */
export function followLiveUpdates(onChange: () => void): () => void {
  const source = new EventSource('/api/update-mode-events');
  source.addEventListener('change', onChange);
  return () => source.close();
}
