import { screen, waitFor, within } from '@testing-library/react';
import {
  RepairBannerAction,
  RepairBannerRoot,
  RepairBannerTitle,
  RepairItemBannerList,
  RepairListAction,
  RepairListLine,
  RepairListRows,
  useRepairBanner,
  type ListLine,
  type RepairItemBannerListProps,
} from 'react-plaid-update-mode';
import { expect, it, vi } from 'vitest';
import { bankLink, lines, newAccountsLink, region, renderList, signInAgain, toActive } from '../support/bannerList.js';
import { platypusLink, tattersallLink } from '../support/links.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const RECONNECT = 'Reconnect First Platypus Bank';
const LOOK = { marginTop: '8px' };

function Line({ isNext, needsText }: ListLine) {
  const { texts } = useRepairBanner();
  return (
    <RepairListLine render={(props) => <article {...props} data-slot="line" />}>
      <RepairBannerTitle />
      {(isNext || needsText) && texts.map((text) => <p key={text}>{text}</p>)}
      {!isNext && <RepairBannerAction className="quiet" />}
    </RepairListLine>
  );
}

const renderLine: RepairItemBannerListProps['renderCombined'] = () => (
  <RepairBannerRoot render={(props) => <div {...props} data-slot="list" />}>
    <RepairBannerTitle />
    <RepairListRows className="rows" style={LOOK} render={(_banner, line) => <Line {...line} />} />
    <RepairListAction
      className="big"
      style={LOOK}
      render={(way) => way.element === 'button' && <button {...way.props} data-slot="loud" />}
    />
  </RepairBannerRoot>
);

const OWN = <RepairItemBannerList renderCombined={renderLine} render={() => <p>Alone</p>} />;

inEachReactMode('A list composed by the app', () => {
  it('is a region of its own element, with a line for each connection and one loud button', async () => {
    renderList([platypusLink(), bankLink('Checked'), newAccountsLink()], OWN);
    const list = await region('2 bank connections need you');
    expect(list).toHaveAttribute('data-slot', 'list');
    expect(lines()).toEqual([
      signInAgain('First Platypus Bank'),
      signInAgain('Checked Bank'),
      'New accounts at Tartan Bank',
    ]);
    const rows = within(list).getByRole('list');
    expect(rows).toHaveClass('update-mode-banner__rows', 'rows');
    const loud = within(list).getByRole('button', { name: RECONNECT });
    expect(loud).toHaveAttribute('data-slot', 'loud');
    expect(loud).toHaveAttribute('class', 'big');
    for (const part of [rows, loud]) expect(part).toHaveStyle(LOOK);
    expect(within(list).getByRole('button', { name: 'Reconnect Checked Bank' })).toHaveClass('quiet');
  });

  it('has groups for lines, named by their headings, that take no focus', async () => {
    renderList([platypusLink(), bankLink('Checked')], OWN);
    const line = await screen.findByRole('group', { name: signInAgain('First Platypus Bank') });
    expect(line).toHaveAttribute('data-slot', 'line');
    expect(line).toHaveAttribute('data-variant', 'inline');
    expect(line).not.toHaveAttribute('tabindex');
    expect(screen.getAllByRole('region')).toHaveLength(1);
  });

  it('knows whose turn it is, and which text can’t wait for it', async () => {
    renderList([platypusLink(), bankLink('Checked'), tattersallLink()], OWN);
    await region();
    const text = (name: RegExp) => screen.getByRole('group', { name }).querySelectorAll('p').length;
    expect(text(/First Platypus/)).toBeGreaterThan(0);
    expect(text(/Checked/)).toBe(0);
    expect(text(/Tattersall/)).toBeGreaterThan(0);
  });

  it('leads through a repair to the next, and tells what has been repaired in a line of the app’s', async () => {
    const { repair, change } = renderList([platypusLink(), bankLink('Checked')], OWN);
    await repair(RECONNECT);
    const next = await screen.findByRole('button', { name: 'Reconnect Checked Bank' });
    await waitFor(() => expect(next).toHaveFocus());
    expect(next).toHaveAttribute('data-slot', 'loud');
    await change((links) => links.map((link, index) => (index === 0 ? toActive(link) : link)));
    expect(screen.getByRole('group', { name: 'First Platypus Bank is connected again' })).toHaveAttribute(
      'data-slot',
      'line',
    );
  });

  it('leaves an Item that stands alone to `render`', async () => {
    renderList([platypusLink()], OWN);
    expect(await screen.findByText('Alone')).toBeVisible();
    expect(screen.queryByRole('region')).toBeNull();
  });
});

it('gives `render` to each banner of a stacked list, and nothing to `renderCombined`', async () => {
  const renderCombined = vi.fn<() => null>();
  const list = <RepairItemBannerList layout="stacked" render={() => <p>Alone</p>} renderCombined={renderCombined} />;
  renderList([platypusLink(), bankLink('Checked')], list);
  expect(await screen.findAllByText('Alone')).toHaveLength(2);
  expect(renderCombined).not.toHaveBeenCalled();
});

it.each([
  ['RepairListAction', <RepairListAction key="" />],
  ['RepairListRows', <RepairListRows key="" />],
])('a %s outside of a list says where it belongs', (name, part) => {
  expect(() => renderApp(part, { server: createScriptedServer() })).toThrow(
    `<${name}> is used outside of a list, so it has nothing to show.`,
  );
});
