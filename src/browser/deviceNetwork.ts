/** Whether the device has a network. A browser that says no is right; one that says yes may still reach nobody. */
export function isOnline(): boolean {
  return navigator.onLine;
}

/** Calls back when the device gets a network or loses it. The answer stops it. */
export function watchOnline(callback: () => void): () => void {
  window.addEventListener('online', callback);
  window.addEventListener('offline', callback);
  return () => {
    window.removeEventListener('online', callback);
    window.removeEventListener('offline', callback);
  };
}
