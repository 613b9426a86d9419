/** How the handlers wait between two tries, unless the app says otherwise. */
export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
