/** The language that the page says it is in: `<html lang>`, empty where it says none. Follows it when it changes. */
export const documentLanguage = {
  getSnapshot: (): string => document.documentElement.lang,

  subscribe(onChange: () => void): () => void {
    const observer = new MutationObserver(onChange);
    observer.observe(document.documentElement, { attributeFilter: ['lang'] });
    return () => observer.disconnect();
  },
};
