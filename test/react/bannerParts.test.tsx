import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  createRef,
  forwardRef,
  type ComponentProps,
  type CSSProperties,
  type HTMLAttributes,
  type ReactNode,
} from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import {
  RepairAllBanner,
  RepairBannerAction,
  RepairBannerDismissals,
  RepairBannerIcon,
  RepairBannerLogo,
  RepairBannerNotes,
  RepairBannerRoot,
  RepairBannerSupport,
  RepairBannerText,
  RepairBannerTitle,
  RepairBannerWays,
  RepairItemBanner,
  useRepairBanner,
  type IntegrationLink,
  type RepairItemBannerProps,
} from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it, onTestFinished, vi } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator, untilLinkIsOpen } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const LOCKED = '[ITEM_LOCKED] the account is locked';
const NOT_SUPPORTED = '[ITEM_NOT_SUPPORTED] this account is not supported';

type RenderProps = Partial<Omit<RepairItemBannerProps, 'itemId' | 'integrationLink'>>;

/** A page with a banner of one's own, of a connection that offers all there is. */
function renderParts(
  parts: ReactNode,
  props: RenderProps = {},
  options: Partial<AppOptions> & { message?: string | undefined } = {},
) {
  const { message = LOCKED, ...appOptions } = options;
  const link = platypusLink({ status_message: message, institution_url: 'https://platypus.example/' });
  return renderApp(<RepairItemBanner itemId={PLATYPUS} render={() => parts} {...props} />, {
    server: createScriptedServer(link),
    onContactSupport: vi.fn(),
    ...appOptions,
  });
}

/** An app's own button: a component that passes on what it is given. */
function Button({ className, ...props }: ComponentProps<'button'>) {
  return <button {...props} className={`app-button ${className ?? ''}`} />;
}

// React 18 hands no ref to a component without it.
const Card = forwardRef<HTMLDivElement, HTMLAttributes<HTMLElement>>(function Card(props, ref) {
  return <div ref={ref} data-slot="card" {...props} />;
});

interface Look {
  className: string;
  style: CSSProperties;
}

const TITLE = <RepairBannerTitle key="title" />;

/** Each part with its class, and how it is rendered with a look of its own. */
const PARTS: [className: string, part: (look: Look) => ReactNode, message?: string][] = [
  ['update-mode-banner', (look) => <RepairBannerRoot {...look}>{TITLE}</RepairBannerRoot>],
  ['update-mode-banner__icon', (look) => <RepairBannerIcon {...look} />],
  ['update-mode-banner__logo', (look) => <RepairBannerLogo {...look} />],
  ['update-mode-banner__title', (look) => <RepairBannerTitle {...look} />],
  ['update-mode-banner__text', (look) => <RepairBannerText {...look} />],
  ['update-mode-banner__meta', (look) => <RepairBannerNotes {...look} />],
  ['update-mode-banner__action', (look) => <RepairBannerAction {...look} />],
  ['update-mode-banner__more', (look) => <RepairBannerWays {...look} />],
  ['update-mode-banner__dismissals', (look) => <RepairBannerDismissals {...look} />],
  ['update-mode-banner__details', (look) => <RepairBannerSupport {...look} />, NOT_SUPPORTED],
];

inEachReactMode('A part of a banner', () => {
  it.each(PARTS)('takes a class and a style beside its own: %s', async (className, part, message) => {
    const { container } = renderParts(
      part({ className: 'mine', style: { marginTop: 8 } }),
      { isDismissible: true, style: { marginTop: 4 } },
      { message },
    );
    await waitFor(() => expect(container.querySelector(`.${className}`)).not.toBeNull());
    for (const element of container.querySelectorAll(`.${className}`)) {
      expect(element).toHaveClass('mine');
      expect(element).toHaveStyle({ marginTop: '8px' });
    }
  });

  it('is another element where the app renders one, with all that it says', async () => {
    renderParts(
      <RepairBannerRoot render={(props) => <Card {...props} />}>
        <RepairBannerIcon
          render={(_, { severity, severityLabel }) => <b data-testid="icon">{severity + severityLabel}</b>}
        />
        <RepairBannerLogo render={({ children }, banner) => <i title={banner.institution?.name ?? ''}>{children}</i>} />
        <RepairBannerTitle render={(props) => <div {...props} />} />
        <RepairBannerText render={(props) => <blockquote {...props} />} />
        <RepairBannerNotes render={(props) => <small {...props} />} />
      </RepairBannerRoot>,
      { headingLevel: 4 },
    );
    const region = await screen.findByRole('region', { name: 'Your access to First Platypus Bank is locked' });
    expect(region).toHaveAttribute('data-slot', 'card');
    expect(region).toHaveAttribute('data-severity', 'critical');
    expect(within(region).getByTestId('icon')).toHaveTextContent('criticalNot updating');
    expect(within(region).getByTitle('First Platypus Bank')).toHaveTextContent('FP');
    expect(within(region).getByRole('heading', { level: 4 }).tagName).toBe('DIV');
    expect(region.querySelector('p, section')).toBeNull();
    expect(region.querySelectorAll('blockquote, small').length).toBeGreaterThan(2);
  });

  it('is a button or a link of the app, whichever its way needs', async () => {
    renderParts(
      <RepairBannerRoot>
        {TITLE}
        <RepairBannerAction render={(way) => way.element === 'button' && <Button {...way.props} />} className="big" />
        <RepairBannerWays
          render={(way) => (way.element === 'a' ? <a {...way.props}>{way.label}</a> : <Button {...way.props} />)}
        />
        <RepairBannerDismissals render={({ label, props }) => <Button {...props}>{label}</Button>} />
      </RepairBannerRoot>,
      { isDismissible: true },
      { onAccountClosed: vi.fn() },
    );
    const action = await screen.findByRole('button', { name: RECONNECT });
    expect(action).toHaveAttribute('class', 'app-button big');
    const link = screen.getByRole('link', { name: 'Open First Platypus Bank' });
    expect(link).toHaveAttribute('href', 'https://platypus.example/');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    const title = 'Your access to First Platypus Bank is locked';
    expect(link).toHaveAccessibleDescription(title);
    const less = screen.getByRole('button', { name: 'Show less' });
    expect(less).toHaveAccessibleDescription(title);
    expect(less).toHaveAttribute('aria-expanded', 'true');
  });

  it('submits no form around it', async () => {
    const onSubmit = vi.fn((event: { preventDefault(): void }) => event.preventDefault());
    const simulator = startLinkSimulator();
    const { user, heard } = renderApp(
      <form onSubmit={onSubmit}>
        <RepairItemBanner
          itemId={PLATYPUS}
          isDismissible
          render={() => (
            <RepairBannerRoot>
              {TITLE}
              <RepairBannerAction render={(way) => way.element === 'button' && <Button {...way.props} />} />
              <RepairBannerDismissals render={({ label, props }) => <Button {...props}>{label}</Button>} />
            </RepairBannerRoot>
          )}
        />
        <RepairItemBanner itemId="item-gone" render={() => <OwnAction />} />
      </form>,
      {
        server: createScriptedServer(
          platypusLink(),
          platypusLink({ item_id: 'item-gone', institution_name: 'Tartan Bank', status: 'deleted_in_plaid' }),
        ),
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Show less' }));
    await user.click(screen.getByRole('button', { name: 'Make a new connection to Tartan Bank' }));
    expect(heard.onNewLink).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: RECONNECT }));
    await leaveLink(simulator);
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('shows what support asks for as the app wants it', async () => {
    renderParts(
      <RepairBannerRoot>
        {TITLE}
        <RepairBannerSupport
          render={({ label, entries }) => <p>{[label, ...entries.map(({ value }) => value)].join(' ')}</p>}
        />
      </RepairBannerRoot>,
      {},
      { message: NOT_SUPPORTED },
    );
    expect(await screen.findByText('Details for support ITEM_NOT_SUPPORTED')).toBeVisible();
  });

  it('may stand anywhere, and more than once', async () => {
    renderParts(
      <RepairBannerRoot>
        <RepairBannerAction />
        <RepairBannerText />
        {TITLE}
        <RepairBannerAction />
      </RepairBannerRoot>,
    );
    const region = await screen.findByRole('region', { name: 'Your access to First Platypus Bank is locked' });
    expect([...region.children].map(({ tagName }) => tagName)).toEqual(
      expect.arrayContaining(['BUTTON', 'P', 'H2', 'BUTTON']),
    );
    expect(region.firstElementChild?.tagName).toBe('BUTTON');
  });
});

function OwnAction() {
  const { action, title } = useRepairBanner();
  return (
    <section aria-label={title}>
      {action?.element === 'button' && <Button {...action.props}>{action.label}</Button>}
    </section>
  );
}

inEachReactMode('A banner of one’s own', () => {
  it('says what the model says, with no part of ours', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderParts(null, {
      render: ({ title, texts, meta, ways }) => (
        <article>
          <h2>{title}</h2>
          <p>{[...texts, ...meta, ...ways.map(({ label }) => label)].join(' | ')}</p>
          <OwnAction />
        </article>
      ),
    });
    expect(await screen.findByText(/New transactions.* \| Open First Platypus Bank/)).toBeVisible();
    expect(document.querySelector('[class*="update-mode-banner"]')).toBeNull();
    await user.click(screen.getByRole('button', { name: RECONNECT }));
    await leaveLink(simulator);
    await waitFor(() => expect(screen.getByRole('button', { name: RECONNECT })).toHaveFocus());
  });

  it('opens Link from the app’s button, which is busy, enabled and the same one throughout', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderParts(<OwnBanner />);
    const button = await screen.findByRole('button', { name: RECONNECT });
    await user.click(button);
    await untilLinkIsOpen(simulator);
    expect(button).toHaveAttribute('data-status', 'open');
    expect(button).toHaveAttribute('aria-busy', 'true');
    expect(button).toBeEnabled();
    await leaveLink(simulator);
    await waitFor(() => expect(button).toHaveFocus());
    expect(button).toHaveAttribute('data-status', 'exited');
  });

  it('keeps the focus inside while its button goes, and hands it to the next banner when it leaves', async () => {
    startFakeClock();
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const { user } = renderApp(
      <>
        <RepairItemBanner itemId={PLATYPUS} render={() => <OwnBanner />} />
        <RepairItemBanner itemId={TATTERSALL} render={() => <OwnBanner />} />
      </>,
      { server },
    );
    await user.click(await screen.findByRole('button', { name: RECONNECT }));
    await signIn(simulator);
    const region = await screen.findByRole('region', { name: 'First Platypus Bank is reconnected' });
    await waitFor(() => expect(region).toHaveFocus());
    server.links = [platypusLink({ status: 'active' }), tattersallLink()];
    await passTime(1_000);
    expect(region).toHaveAttribute('data-severity', 'ok');
    expect(region).toHaveFocus();
    await passTime(6_000);
    expect(region).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reconnect Tattersall Federal Credit Union' })).toHaveFocus();
  });

  it.each(['object', 'function'])('gives a ref as %s the element that is there now', async (kind) => {
    const held = createRef<HTMLElement>();
    const ref = kind === 'object' ? held : (element: HTMLElement | null) => void (held.current = element);
    const banner = (Element: 'article' | 'aside') => (
      <RepairItemBanner
        ref={ref}
        itemId={PLATYPUS}
        render={() => <RepairBannerRoot render={(props) => <Element {...props} />}>{TITLE}</RepairBannerRoot>}
      />
    );
    const { rerender } = renderApp(banner('article'), { server: createScriptedServer(platypusLink()) });
    await screen.findByRole('region');
    expect(held.current).toBe(screen.getByRole('region'));
    rerender(banner('aside'));
    expect(held.current).toBe(screen.getByRole('region'));
    expect(held.current?.tagName).toBe('ASIDE');
    rerender(null);
    expect(held.current).toBeNull();
  });

  it('works for a whole user as well', async () => {
    const simulator = startLinkSimulator();
    const { user } = renderApp(<RepairAllBanner render={() => <OwnBanner />} />, {
      server: createScriptedServer(
        platypusLink(),
        platypusLink({ item_id: 'item-2', institution_name: 'Tartan Bank' }),
      ),
    });
    const region = await screen.findByRole('region', { name: '2 bank connections need you to sign in again' });
    await user.click(within(region).getByRole('button'));
    await leaveLink(simulator);
    await waitFor(() => expect(within(region).getByRole('button')).toHaveFocus());
  });

  it('is read and reached in the order of its sense without a stylesheet', async () => {
    startLinkSimulator();
    const { user } = renderParts(null, { render: undefined }, { onAccountClosed: vi.fn() });
    const region = await screen.findByRole('region');
    const text = region.textContent;
    const parts = ['Your access', 'Unlock', 'Last updated', RECONNECT, 'Open First Platypus Bank'];
    const places = parts.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(region.querySelectorAll('[tabindex="0"], [hidden], [style*="display"]')).toHaveLength(0);
    await user.tab();
    expect(screen.getByRole('button', { name: RECONNECT })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole('link', { name: 'Open First Platypus Bank' })).toHaveFocus();
  });
});

/** Parts in components of the app, which gives none of them a class of ours. */
function OwnBanner() {
  return (
    <RepairBannerRoot render={(props) => <Card {...props} className="app-card" />}>
      <RepairBannerTitle render={(props) => <Card {...props} className="app-title" />} />
      <RepairBannerAction render={(way) => way.element === 'button' && <Button {...way.props} />} />
    </RepairBannerRoot>
  );
}

inEachReactMode('The picture of a bank', () => {
  const says = (changes: Partial<IntegrationLink>) => <RepairItemBanner integrationLink={platypusLink(changes)} />;
  const logo = () => document.querySelector('.update-mode-banner__logo');
  const picture = () => document.querySelector('.update-mode-banner__picture');

  it('is its logo, or its initials where that does not load, and nothing where there is no name', () => {
    const { rerender } = renderApp(says({ institution_logo: 'https://logos.example/1.png' }), {
      server: createScriptedServer(),
    });
    expect(picture()).toHaveAttribute('src', 'https://logos.example/1.png');
    expect(picture()).toHaveAttribute('referrerpolicy', 'no-referrer');
    expect(screen.queryByRole('presentation')).toBeNull();
    fireEvent.error(picture() ?? document);
    expect(logo()).toHaveTextContent('FP');
    expect(picture()).toBeNull();
    rerender(says({ institution_logo: 'https://logos.example/2.png' }));
    expect(picture()).toHaveAttribute('src', 'https://logos.example/2.png');
    rerender(says({ institution_logo: 'javascript:alert(1)' }));
    expect(picture()).toBeNull();
    rerender(says({ institution_name: null, institution_logo: 'https://logos.example/2.png' }));
    expect(logo()).toBeNull();
  });

  it('is its initials where the logo had failed before the page was taken over', () => {
    const complete = vi.spyOn(HTMLImageElement.prototype, 'complete', 'get').mockReturnValue(true);
    onTestFinished(() => complete.mockRestore());
    renderApp(says({ institution_logo: 'https://logos.example/1.png' }), { server: createScriptedServer() });
    expect(logo()).toHaveTextContent('FP');
  });
});

it('has a shape and a word of its own for each severity', async () => {
  const links = [
    platypusLink(),
    tattersallLink(),
    platypusLink({ item_id: 'item-waits', status_message: '[INSTITUTION_DOWN] …' }),
  ];
  renderApp(
    links.map((link) => <RepairItemBanner key={link.item_id} integrationLink={link} />),
    { server: createScriptedServer() },
  );
  const icons = await screen.findAllByRole('img');
  expect(icons.map((icon) => icon.getAttribute('aria-label'))).toEqual([
    en.severityCritical,
    en.severityWarning,
    en.severityInfo,
  ]);
  expect(new Set(icons.map(({ innerHTML }) => innerHTML)).size).toBe(3);
});

it.each<[string, ReactNode]>([
  ['<RepairBannerRoot>', <RepairBannerRoot key="part">…</RepairBannerRoot>],
  ['<RepairBannerIcon>', <RepairBannerIcon key="part" />],
  ['<RepairBannerLogo>', <RepairBannerLogo key="part" />],
  ['<RepairBannerTitle>', <RepairBannerTitle key="part" />],
  ['<RepairBannerText>', <RepairBannerText key="part" />],
  ['<RepairBannerNotes>', <RepairBannerNotes key="part" />],
  ['<RepairBannerAction>', <RepairBannerAction key="part" />],
  ['<RepairBannerWays>', <RepairBannerWays key="part" />],
  ['<RepairBannerDismissals>', <RepairBannerDismissals key="part" />],
  ['<RepairBannerSupport>', <RepairBannerSupport key="part" />],
  ['useRepairBanner()', <OwnAction key="part" />],
])('%s outside of a banner says where it belongs', (caller, part) => {
  expect(() => renderToStaticMarkup(part)).toThrow(
    `${caller} is used outside of a banner, so it has nothing to show. Render it within <RepairItemBanner render=`,
  );
});
