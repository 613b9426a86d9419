/** Tells of each address that a script is given, before the browser hears of it. */
export function watchScriptSource(onSource: (tag: HTMLScriptElement, url: string) => void): () => void {
  const prototype = HTMLScriptElement.prototype;
  const source = Object.getOwnPropertyDescriptor(prototype, 'src');
  const ownSetAttribute = Object.getOwnPropertyDescriptor(prototype, 'setAttribute');
  const setAttribute = prototype.setAttribute;
  if (source?.set === undefined) throw new Error('This page has no scripts: the Link simulator needs a DOM.');
  const setSource = source.set;

  Object.defineProperty(prototype, 'src', {
    ...source,
    set(this: HTMLScriptElement, url: string) {
      onSource(this, String(url));
      setSource.call(this, url);
    },
  });
  Object.defineProperty(prototype, 'setAttribute', {
    configurable: true,
    writable: true,
    value(this: HTMLScriptElement, name: string, value: string) {
      if (name.toLowerCase() === 'src') onSource(this, String(value));
      setAttribute.call(this, name, value);
    },
  });

  return () => {
    Object.defineProperty(prototype, 'src', source);
    if (ownSetAttribute === undefined) Reflect.deleteProperty(prototype, 'setAttribute');
    else Object.defineProperty(prototype, 'setAttribute', ownSetAttribute);
  };
}
