import type { ArgTypes } from '@storybook/react-vite';
import type { ButtonHTMLAttributes } from 'react';
import type {
  BannerAppearance,
  RepairAllBannerProps,
  RepairCallbacks,
  RepairItemBannerListProps,
  RepairItemBannerProps,
  UpdateModeLauncherProps,
  UseUpdateModeOptions,
} from 'react-plaid-update-mode';

type Row = ArgTypes[string];
type NamesOf<Props> = Props extends unknown ? keyof Props & string : never;

/**
 * Storybook can't read props through `memo` and `forwardRef`, so the rows are written by hand: a prop without one, and a
 * row without a prop, are errors of types.
 */
function rowsOf<Names extends string>() {
  return <Rows extends Record<Names, Row>>(rows: Rows & Record<Exclude<keyof Rows, Names>, never>): Rows => rows;
}

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

const toggle = (description: string) => ({
  ...row(description, 'boolean', 'false'),
  control: 'boolean' as const,
});

const CALLBACKS = rowsOf<keyof RepairCallbacks>()({
  onRepaired: row('The server has confirmed that a visit which this one launched has helped.', '(event) => void'),
  onExit: row('The user has left Link; `error` is what Plaid showed them last, if anything.', '(event) => void'),
  onError: row('Link could not be shown, a report was refused, or the visit did not help.', '(event) => void'),
});

const LOOKS = {
  variant: choice('Across a page, in a column, or in a dialog.', ['banner', 'card', 'compact'], 'banner'),
  density: choice('How much room there is around and between its parts.', ['comfortable', 'dense'], 'comfortable'),
  headingLevel: choice('Of its heading, to fit the page’s outline.', [2, 3, 4, 5, 6], '2'),
  className: row('For the outermost element.', 'string'),
  style: row('For the same; custom properties such as `--update-mode-action` as well.', 'BannerStyle'),
};

const APPEARANCE = rowsOf<keyof BannerAppearance>()({
  ...LOOKS,
  variant: choice(
    'Across a page, in a column, in the connection’s own row, or in a dialog.',
    ['banner', 'card', 'inline', 'compact'],
    'banner',
  ),
  render: row(
    'Another composition of the parts, or other markup; begin with `<RepairBannerRoot>`.',
    '(banner) => ReactNode',
  ),
});

export const BANNER_PROPS: ArgTypes = rowsOf<NamesOf<RepairItemBannerProps>>()({
  itemId: {
    ...row('Plaid’s `item_id`; the connection is read from the endpoint.', 'string'),
    control: 'text' as const,
  },
  integrationLink: row('Instead: a connection that the app has read itself.', 'IntegrationLink'),
  isDismissible: toggle(
    'Lets its user put it away, by Item and cause; a critical one only gets smaller. Without effect on `inline`.',
  ),
  ...APPEARANCE,
  ...CALLBACKS,
});

export const LIST_PROPS: ArgTypes = rowsOf<NamesOf<RepairItemBannerListProps>>()({
  layout: choice('One banner with a row for each bank, or a banner for each.', ['combined', 'stacked'], 'combined'),
  filter: row('Leaves out what the page tells of elsewhere.', '(link, diagnosis) => boolean'),
  isDismissible: toggle('What its user puts away leaves the list. A critical one stays.'),
  render: row('An Item’s own banner, where it has one: as in `<RepairItemBanner>`.', '(banner) => ReactNode'),
  renderCombined: row('Another composition of the one banner of many.', '(banner) => ReactNode'),
  ...LOOKS,
  ...CALLBACKS,
});

export const ALL_PROPS: ArgTypes = rowsOf<NamesOf<RepairAllBannerProps>>()({ ...APPEARANCE, ...CALLBACKS });

const VISIT = rowsOf<NamesOf<UseUpdateModeOptions>>()({
  itemId: row('One connection, by Plaid’s `item_id`.', 'string'),
  user: row('Instead: all broken connections of the user, one visit after the other.', 'true'),
  authorizationId: row('Instead: a Transfer authorization that waits for its user.', 'string'),
  purpose: row('What the visit is for: a name that your server defines.', 'string', 'repair'),
  ...CALLBACKS,
});

export const VISIT_PROPS: ArgTypes = VISIT;

type ButtonAttribute = keyof ButtonHTMLAttributes<HTMLButtonElement>;
type LauncherName = Exclude<
  NamesOf<UpdateModeLauncherProps>,
  Exclude<ButtonAttribute, 'children' | 'onClick' | 'onError'>
>;

/** Besides the attributes of a `<button>`. */
export const LAUNCHER_PROPS: ArgTypes = rowsOf<LauncherName>()({
  ...VISIT,
  children: row('The label.', 'ReactNode', '“Reconnect” and the bank’s name'),
  onClick: row('Runs before Link is opened; `event.preventDefault()` keeps it closed.', '(event) => void'),
  render: row('Any other button: spread the first argument on it.', '(props, repair) => ReactNode'),
});
