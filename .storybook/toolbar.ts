import type { Preview } from '@storybook/react-vite';
import { LANGUAGES, nameLanguage } from './decorators/languages.js';

/** What a reviewer chooses for every story, and for the stories on a page of documentation. */
export interface Toolbar {
  /** BCP 47; `en-XA` is the pseudo locale. */
  language: string;
  direction: 'language' | 'ltr' | 'rtl';
  scheme: 'system' | 'light' | 'dark';
  /** Of the container: `full`, or pixels. */
  width: 'full' | '800' | '480' | '320' | '200';
  motion: 'system' | 'reduced';
  strictMode: 'on' | 'off';
}

export const INITIAL_TOOLBAR: Toolbar = {
  language: 'en',
  direction: 'language',
  scheme: 'system',
  width: 'full',
  motion: 'system',
  strictMode: 'on',
};

type ToolbarTypes = { [Name in keyof Toolbar]: NonNullable<Preview['globalTypes']>[string] };

export const TOOLBAR_TYPES: ToolbarTypes = {
  language: menu(
    'Language',
    'globe',
    LANGUAGES.map((value) => ({ value, title: nameLanguage(value) })),
  ),
  direction: menu('Direction', 'transfer', [
    { value: 'language', title: 'As the language' },
    { value: 'ltr', title: 'Left to right' },
    { value: 'rtl', title: 'Right to left' },
  ]),
  scheme: menu('Colour scheme', 'contrast', [
    { value: 'system', title: 'As the system' },
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
  ]),
  width: menu('Width of the container', 'ruler', [
    { value: 'full', title: 'Full width' },
    { value: '800', title: '800 px' },
    { value: '480', title: '480 px' },
    { value: '320', title: '320 px' },
    { value: '200', title: '200 px' },
  ]),
  motion: menu('Motion', 'play', [
    { value: 'system', title: 'Motion as the system' },
    { value: 'reduced', title: 'Reduced motion' },
  ]),
  strictMode: menu('StrictMode', 'lightning', [
    { value: 'on', title: 'StrictMode on' },
    { value: 'off', title: 'StrictMode off' },
  ]),
};

function menu(title: string, icon: 'globe' | 'transfer' | 'contrast' | 'ruler' | 'play' | 'lightning', items: Item[]) {
  return { description: title, toolbar: { title, icon, dynamicTitle: true, items } };
}

interface Item {
  value: string;
  title: string;
}

const NAMES = Object.keys(TOOLBAR_TYPES);

/** Ours among Storybook's globals. */
export function pickToolbar(globals: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(NAMES.map((name) => [name, globals[name]]));
}
