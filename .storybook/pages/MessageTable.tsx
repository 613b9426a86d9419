import { Unstyled } from '@storybook/addon-docs/blocks';
import { type CSSProperties, useEffect, useState, useSyncExternalStore } from 'react';
import { findDirection } from '../../src/core/locale.js';
import type { Catalog } from '../../src/core/messages.js';
import { en } from '../../src/messages/en.js';
import { loadCatalog, nameLanguage } from '../decorators/languages.js';
import { toolbar } from '../decorators/sharedToolbar.js';

/** Every message in the toolbar's language, beside the English one. */
export function MessageTable() {
  const language = String(useSyncExternalStore(toolbar.subscribe, toolbar.get)['language']);
  const [words, setWords] = useState<Catalog>(en);

  useEffect(() => {
    let isCurrent = true;
    loadCatalog(language).then(
      (loaded) => isCurrent && setWords(loaded),
      () => isCurrent && setWords(en),
    );
    return () => {
      isCurrent = false;
    };
  }, [language]);

  const direction = findDirection(language);
  return (
    <Unstyled>
      <table style={TABLE}>
        <caption style={CAPTION}>
          {listTexts(en).length} texts, in {nameLanguage(language)}
        </caption>
        <thead>
          <tr>
            <th scope="col" style={CELL}>
              Message
            </th>
            <th scope="col" style={CELL}>
              English
            </th>
            {language !== 'en' && (
              <th scope="col" lang={language} dir={direction} style={CELL}>
                {nameLanguage(language)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {listKeys(words).map((key) => (
            <tr key={key}>
              <th scope="row" style={KEY}>
                {key}
              </th>
              <td style={CELL}>{findText(en, key)}</td>
              {language !== 'en' && (
                <td lang={language} dir={direction} style={CELL}>
                  {findText(words, key)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Unstyled>
  );
}

/** `allTitle.one` for a plural form. A catalogue names its language as well, which is said to nobody. */
function listTexts({ language: _language, ...messages }: Catalog): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string'
      ? [[key, message]]
      : Object.entries(message).map(([form, text]): [string, string] => [`${key}.${form}`, text]),
  );
}

/** English's, and the plural forms that English does not have. */
function listKeys(catalog: Catalog): string[] {
  const all = [...listTexts(en), ...listTexts(catalog)].map(([key]) => key);
  const order = Object.keys(en);
  const place = (key: string) => order.indexOf(key.split('.')[0] ?? '');
  return [...new Set(all)].toSorted((one, other) => place(one) - place(other));
}

function findText(catalog: Catalog, key: string): string {
  return new Map(listTexts(catalog)).get(key) ?? '';
}

const TABLE: CSSProperties = {
  inlineSize: '100%',
  borderCollapse: 'collapse',
  fontFamily: 'system-ui, sans-serif',
  fontSize: 14,
  lineHeight: 1.5,
};
const CAPTION: CSSProperties = { textAlign: 'start', paddingBlockEnd: 8 };
const CELL: CSSProperties = {
  padding: '8px 12px 8px 0',
  borderBlockEnd: '1px solid #d8dee7',
  textAlign: 'start',
  verticalAlign: 'top',
};
const KEY: CSSProperties = { ...CELL, fontFamily: 'ui-monospace, monospace', fontWeight: 400, fontSize: 12 };
