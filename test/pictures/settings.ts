import type { BrowserContextOptions } from 'playwright';
import type { Toolbar } from '../../.storybook/toolbar.js';

/** How a reader has set up their system, and the app its page. */
export interface Setting {
  toolbar: Partial<Toolbar>;
  context: BrowserContextOptions;
}

export const SETTINGS = {
  light: { toolbar: { scheme: 'light' }, context: {} },
  dark: { toolbar: { scheme: 'dark' }, context: { colorScheme: 'dark' } },
  'right-to-left': { toolbar: { scheme: 'light', language: 'ar' }, context: {} },
  '320px': { toolbar: { scheme: 'light' }, context: { viewport: { width: 320, height: 568 } } },
  'forced-colours': { toolbar: {}, context: { forcedColors: 'active' } },
  german: { toolbar: { scheme: 'light', language: 'de' }, context: {} },
} satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

export const SETTING_NAMES = Object.keys(SETTINGS).filter((name): name is SettingName => name in SETTINGS);
