import type { Preview } from '@storybook/react-vite';
import { LANGUAGES, nameLanguage } from './decorators/languages.js';

/** What a reviewer chooses for every story, and for the stories on a page of documentation. */
export interface Toolbar {
  /** BCP 47; `en-XA` is the pseudo locale. */
  language: string;
  direction: 'language' | 'ltr' | 'rtl';
  scheme: 'system' | 'light' | 'dark';
  /** Of the container. */
  width: 'full' | '800px' | '480px' | '320px' | '200px';
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
    { value: 'language', title: 'Direction: as the language' },
    { value: 'ltr', title: 'Direction: left to right' },
    { value: 'rtl', title: 'Direction: right to left' },
  ]),
  scheme: menu('Colour scheme', 'contrast', [
    { value: 'system', title: 'Scheme: as the system' },
    { value: 'light', title: 'Scheme: light' },
    { value: 'dark', title: 'Scheme: dark' },
  ]),
  width: menu('Width of the container', 'ruler', [
    { value: 'full', title: 'Width: full' },
    { value: '800px', title: 'Width: 800 px' },
    { value: '480px', title: 'Width: 480 px' },
    { value: '320px', title: 'Width: 320 px' },
    { value: '200px', title: 'Width: 200 px' },
  ]),
  motion: menu('Motion', 'play', [
    { value: 'system', title: 'Motion: as the system' },
    { value: 'reduced', title: 'Motion: reduced' },
  ]),
  strictMode: menu('StrictMode', 'lightning', [
    { value: 'on', title: 'StrictMode: on' },
    { value: 'off', title: 'StrictMode: off' },
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
