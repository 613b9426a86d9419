import type { ArgTypes } from '@storybook/react-vite';

const row = (description: string, type: string, defaultValue?: string) => ({
  description,
  control: false as const,
  table: { type: { summary: type }, ...(defaultValue && { defaultValue: { summary: defaultValue } }) },
});

const choice = (description: string, options: readonly (string | number)[], defaultValue: string) => ({
  description,
  options,
  control: { type: 'select' as const },
  table: { type: { summary: options.join(' | ') }, defaultValue: { summary: defaultValue } },
});

const CALLBACKS: ArgTypes = {
  onRepaired: row('The server has confirmed that a visit which this one launched has helped.', '(event) => void'),
  onExit: row('The user has left Link; `error` is what Plaid showed them last, if anything.', '(event) => void'),
  onError: row('Link could not be shown, a report was refused, or the visit did not help.', '(event) => void'),
};

/** What an app may choose of a banner's looks. Storybook can't read props through `memo` and `forwardRef`. */
export const APPEARANCE_PROPS: ArgTypes = {
  variant: choice(
    'Across a page, in a column, in the connection’s own row, or in a dialog.',
    ['banner', 'card', 'inline', 'compact'],
    'banner',
  ),
  density: choice('How much room there is around and between its parts.', ['comfortable', 'dense'], 'comfortable'),
  headingLevel: choice('Of its heading, to fit the page’s outline.', [2, 3, 4, 5, 6], '2'),
  className: row('For the outermost element.', 'string'),
  style: row('For the same; custom properties such as `--update-mode-action` as well.', 'BannerStyle'),
  render: row(
    'Another composition of the parts, or other markup; begin with `<RepairBannerRoot>`.',
    '(banner) => ReactNode',
  ),
};

export const BANNER_PROPS: ArgTypes = {
  itemId: { ...row('Plaid’s `item_id`; the connection is read from the endpoint.', 'string'), control: 'text' },
  integrationLink: row('Instead: a connection that the app has read itself.', 'IntegrationLink'),
  ...APPEARANCE_PROPS,
  ...CALLBACKS,
};

export const LIST_PROPS: ArgTypes = { ...APPEARANCE_PROPS, ...CALLBACKS };

export const VISIT_PROPS: ArgTypes = {
  itemId: row('One connection, by Plaid’s `item_id`.', 'string'),
  user: row('Instead: all broken connections of the user, one visit after the other.', 'true'),
  authorizationId: row('Instead: a Transfer authorization that waits for its user.', 'string'),
  purpose: row('What the visit is for: a name that your server defines.', 'string', 'repair'),
  ...CALLBACKS,
};

export const LAUNCHER_PROPS: ArgTypes = {
  ...VISIT_PROPS,
  children: row('The label.', 'ReactNode', '“Reconnect” and the bank’s name'),
  render: row('Any other button: spread the first argument on it.', '(props, repair) => ReactNode'),
};
