/** The iframe that `Plaid.create` adds to the page. */
export interface LinkFrame {
  readonly element: HTMLIFrameElement;
  /** Adds it to the page, hidden, and tells when its document is there. */
  attach(onLoad: (content: Document) => void): void;
  /** Takes the scroll; the focus is the content's to take. */
  show(): void;
  /** Writes the body's overflow back and returns the focus. Means nothing while the frame is hidden. */
  hide(): void;
  remove(): void;
}

const BLANK_DOCUMENT =
  '<!doctype html><html lang="en"><head><title>Simulated Plaid Link</title></head><body></body></html>';

const FRAME_STYLE = {
  position: 'fixed',
  inset: '0',
  width: '100%',
  height: '100%',
  border: '0',
  'z-index': '2147483647',
  'background-color': 'transparent',
};

/** The page's own choice of scheme where it makes one, else the device's: a transparent iframe must have the same. */
function findColorScheme(): 'light' | 'dark' {
  const chosen = getComputedStyle(document.documentElement).colorScheme ?? '';
  const allowsLight = chosen.includes('light');
  const allowsDark = chosen.includes('dark');
  if (allowsLight !== allowsDark) return allowsDark ? 'dark' : 'light';
  const prefersDark = typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches;
  return prefersDark ? 'dark' : 'light';
}

export function createLinkFrame(index: number): LinkFrame {
  // Plaid's script remembers the overflow here, not when it opens: a page locked at this moment stays locked later.
  const overflowAtCreation = document.body.style.overflow;
  let isShown = false;
  let opener: Element | null = null;

  const element = document.createElement('iframe');
  element.id = `plaid-link-iframe-${index}`;
  element.title = 'Plaid Link';
  element.srcdoc = BLANK_DOCUMENT;
  element.style.display = 'none';
  for (const [name, value] of Object.entries(FRAME_STYLE)) element.style.setProperty(name, value);

  function hide(): void {
    if (!isShown) return;
    isShown = false;
    element.style.display = 'none';
    document.body.style.overflow = overflowAtCreation;
    if (opener instanceof HTMLElement) opener.focus();
  }

  return {
    element,
    attach(onLoad) {
      element.addEventListener('load', () => {
        if (element.contentDocument !== null) onLoad(element.contentDocument);
      });
      document.body.append(element);
    },
    show() {
      isShown = true;
      opener = document.activeElement;
      const scheme = findColorScheme();
      element.style.setProperty('color-scheme', scheme);
      element.contentDocument?.documentElement.setAttribute('data-color-scheme', scheme);
      element.style.display = 'block';
      document.body.style.overflow = 'hidden';
    },
    hide,
    remove() {
      hide();
      element.remove();
    },
  };
}
