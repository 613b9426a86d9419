import { screen, waitFor, within } from '@testing-library/react';
import { en } from 'react-plaid-update-mode/messages/en';
import { expect, it } from 'vitest';
import { bankLink, region, renderList, rowOf, signInAgain, toActive } from '../support/bannerList.js';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { platypusLink, tattersallLink } from '../support/links.js';
import { leaveLink } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

inEachReactMode('A row of a list', () => {
  it('says what there is to do at the bank before its button is pressed, although it is not its turn', async () => {
    const institution_url = 'https://bank.example/';
    renderList([platypusLink(), bankLink('Checked', { status_message: '[ITEM_LOCKED] …', institution_url })]);
    await region();
    const row = rowOf('Your access to Checked Bank is locked');
    expect(row).toHaveTextContent(en.lockedText);
    expect(within(row).getByRole('link', { name: 'Open Checked Bank' })).toHaveAttribute('href', institution_url);
  });

  it('does not grow under Link: that it is open is said beside the button', async () => {
    const { open, simulator } = renderList([platypusLink(), bankLink('Checked')]);
    await region();
    const other = rowOf(signInAgain('Checked Bank'));
    const before = other.textContent;
    await open('Reconnect Checked Bank');
    expect(screen.getByText(en.openText).closest('li')).toBeNull();
    expect(other).toHaveTextContent(before);
    await leaveLink(simulator);
    await waitFor(() => expect(other).toHaveTextContent(en.exitedText));
    expect(screen.queryByText(en.openText)).toBeNull();
  });

  it('is heard to work again before how far the list is', async () => {
    startFakeClock();
    const { change } = renderList([platypusLink(), bankLink('Checked')]);
    await region();
    const healed = toActive(platypusLink({ repaired_at: new Date().toISOString() }));
    await change(([, ...others]) => [{ ...healed, status: 'pending' }, ...others]);
    expect(screen.getByText('1 of 2 done.', { selector: 'p' })).toBeVisible();
    await passTime(500);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
    await change(([, ...others]) => [healed, ...others]);
    await passTime(1_000);
    expect(screen.getByRole('status')).toHaveTextContent('First Platypus Bank is connected again. 1 of 2 done.');
    await change((links) => [...links, tattersallLink()]);
    await passTime(1_000);
    expect(screen.getByRole('status')).not.toHaveTextContent('1 of 3 done.');
  });
});
