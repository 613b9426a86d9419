import { screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, type IntegrationLink, type RepairResult } from 'react-plaid-update-mode';
import { en } from 'react-plaid-update-mode/messages/en';
import { LINK_ERRORS } from 'react-plaid-update-mode/testing';
import { expect, it } from 'vitest';
import { passTime, startFakeClock } from '../support/fakeClock.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp, type AppOptions } from '../support/renderApp.js';
import { createScriptedServer, problem } from '../support/scriptedServer.js';

const BANK = 'First Platypus Bank';
const WORKING: Partial<IntegrationLink> = { status: 'active', status_message: null };
const ENDING = platypusLink({ ...WORKING, consent_expiration_time: '2026-11-26T12:00:00Z' });
const RENEWED = { ...ENDING, consent_expiration_time: '2027-05-20T12:00:00Z' };
const OFFER = platypusLink({ ...WORKING, new_accounts_available: true });
const CHOSEN = platypusLink(WORKING);

async function renderVisit(link: IntegrationLink, button: string, props: Partial<AppOptions> = {}) {
  startFakeClock();
  const simulator = startLinkSimulator();
  const server = createScriptedServer(link);
  const app = renderApp(<RepairItemBanner itemId={PLATYPUS} />, { server, timeZone: 'UTC', ...props });
  const said: string[] = [];
  const region = screen.getByRole('status');
  new MutationObserver(() => said.push(region.textContent)).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  const open = async () => app.user.click(await screen.findByRole('button', { name: button }));
  return {
    ...app,
    server,
    simulator,
    open,
    /** What a screen reader was given to say. */
    said: () => said.filter(Boolean),
    answer(result: RepairResult, answered: IntegrationLink, accounts?: { added: number; removed: number }) {
      server.links = [answered];
      server.queue('POST /repairs', Response.json({ result, integration_links: [answered], accounts }));
    },
  };
}

const RENEW = `Renew permission for ${BANK}`;
const CHOOSE = `Choose accounts at ${BANK}`;
const title = () => screen.findByRole('heading');

inEachReactMode('The words of a visit', () => {
  it('S10: renews a consent before it ends, and says that it is renewed', async () => {
    const { server, simulator, open, answer, said } = await renderVisit(ENDING, RENEW);
    answer('repaired', RENEWED);
    await open();
    await signIn(simulator);
    await screen.findByRole('heading', { name: `Your permission for ${BANK} is renewed` });
    await passTime(500);
    const target = { item_id: PLATYPUS };
    expect(server.requestsTo('POST /link-token')[0]?.body).toEqual({ target, purpose: 'renew_consent' });
    expect(server.requestsTo('POST /repairs')[0]?.body).toMatchObject({ target, purpose: 'renew_consent' });
    expect(said().join(' ')).toContain(`Your permission for ${BANK} is renewed`);
    expect(said().join(' ')).not.toMatch(/sign-in|reconnected|connected again/);
    await passTime(7_000);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('S10: says that backing out of a renewal leaves the connection as it was', async () => {
    const { simulator, open, said } = await renderVisit(ENDING, RENEW);
    await open();
    await leaveLink(simulator);
    expect(await screen.findByText(en.exitedWorkingText, { selector: 'p' })).toBeVisible();
    expect(await title()).toHaveTextContent(`Your permission for ${BANK} ends in 6 days`);
    expect(screen.getByRole('button', { name: RENEW })).toHaveFocus();
    await passTime(500);
    expect(said()).toEqual([en.exitedWorkingText]);
  });

  it('claims no renewal that nobody could confirm', async () => {
    const { simulator, open, answer } = await renderVisit(ENDING, RENEW);
    answer('unverifiable', RENEWED);
    await open();
    await signIn(simulator);
    expect(await screen.findByRole('heading', { name: `You’re done at ${BANK}` })).toBeVisible();
  });

  it('says that a visit is done once, and again when what it waited for is there', async () => {
    const { server, simulator, open, said, queryClient } = await renderVisit(ENDING, RENEW);
    const syncing: IntegrationLink = { ...RENEWED, status: 'pending' };
    let confirm = (_answer: Response) => {};
    server.queue('POST /repairs', () => new Promise((resolve) => (confirm = resolve)));
    await open();
    await signIn(simulator);
    await passTime(500);
    server.links = [syncing];
    confirm(Response.json({ result: 'unverifiable', integration_links: [syncing] }));
    await passTime(500);
    const done = `You’re done at ${BANK}`;
    expect(said()).toEqual([done, en.syncingText]);
    server.links = [RENEWED];
    await queryClient.refetchQueries();
    await passTime(500);
    expect(said()).toEqual([done, en.syncingText, done]);
  });

  it('says both at once of a visit that is confirmed at once', async () => {
    const { simulator, open, answer, said } = await renderVisit(ENDING, RENEW);
    answer('unverifiable', { ...RENEWED, status: 'pending' });
    await open();
    await signIn(simulator);
    await passTime(500);
    expect(said()).toEqual([`You’re done at ${BANK}. ${en.syncingText}`]);
  });

  it('does not speak of a sign-in while a renewal is checked, or when it did not come through', async () => {
    const { server, simulator, open } = await renderVisit(ENDING, RENEW);
    const release = server.hold('POST /repairs');
    await open();
    await signIn(simulator);
    expect(await screen.findByRole('heading', { name: `You’re done at ${BANK}` })).toBeVisible();
    expect(screen.getByText(en.doneText)).toBeVisible();
    release();
    await waitFor(() => expect(screen.queryByText(en.doneText)).toBeNull());
  });

  it('says what is still missing after a visit that brought nothing', async () => {
    const { simulator, open, answer } = await renderVisit(ENDING, RENEW);
    answer('still_broken', ENDING);
    await open();
    await signIn(simulator);
    expect(await screen.findByText(en.stillMissingText, { selector: 'p' })).toBeVisible();
  });

  it('S4: has new accounts selected, and says how many more are shared', async () => {
    const { server, simulator, open, answer, said } = await renderVisit(OFFER, CHOOSE);
    answer('repaired', CHOSEN, { added: 2, removed: 0 });
    await open();
    await signIn(simulator);
    await screen.findByRole('heading', { name: `Your choice of accounts at ${BANK} is saved` });
    expect(server.requestsTo('POST /link-token')[0]?.body).toMatchObject({ purpose: 'select_accounts' });
    expect(screen.getByText('You now share 2 more accounts.')).toBeVisible();
    await passTime(500);
    expect(said().at(-1)).toBe(`Your choice of accounts at ${BANK} is saved. You now share 2 more accounts.`);
  });

  it('S12: says what is no longer shared, also after a sign-in, and asks anew for what is needed', async () => {
    const { simulator, open, answer, said } = await renderVisit(platypusLink(), `Reconnect ${BANK}`);
    answer('repaired', platypusLink({ ...WORKING, access_error: { code: 'ACCOUNTS_REMOVED' } }), {
      added: 0,
      removed: 1,
    });
    await open();
    await signIn(simulator);
    await passTime(500);
    expect(said().join(' ')).toContain('You no longer share 1 account.');
    await passTime(7_000);
    expect(await title()).toHaveTextContent(`An account at ${BANK} is missing`);
  });

  it('S12: says at once that a visit took away too much, and how much', async () => {
    const { simulator, open, answer } = await renderVisit(platypusLink(), `Reconnect ${BANK}`);
    const useless = platypusLink({ status: 'pending', access_error: { code: 'ACCOUNTS_REMOVED' } });
    answer('still_broken', useless, { added: 0, removed: 2 });
    await open();
    await signIn(simulator);
    await passTime(500);
    expect(await title()).toHaveTextContent(`An account at ${BANK} is missing`);
    expect(screen.getByRole('region')).toHaveTextContent('You no longer share 2 accounts.');
    expect(screen.getByRole('alert')).toHaveTextContent('You no longer share 2 accounts.');
  });

  it('S21: says what is no longer shared after a visit that was left', async () => {
    const { simulator, open, answer } = await renderVisit(platypusLink(), `Reconnect ${BANK}`);
    answer('unchanged', platypusLink(), { added: 0, removed: 1 });
    await open();
    await leaveLink(simulator);
    expect(await screen.findByText(/You no longer share 1 account\./)).toBeVisible();
  });

  it('does not tell somebody who went to the end that they left', async () => {
    const { simulator, open, answer } = await renderVisit(platypusLink(), `Reconnect ${BANK}`);
    answer('unchanged', platypusLink());
    await open();
    await signIn(simulator);
    expect(await screen.findByText(/You went to the end\. Nothing has changed yet\./)).toBeVisible();
  });

  it.each([
    [1, 'Nie udostępniasz już 1 konta.'],
    [3, 'Nie udostępniasz już 3 kont (few).'],
    [5, 'Nie udostępniasz już 5 kont (many).'],
  ])('counts %i in the plural forms of the language', async (removed, sentence) => {
    const accountsRemoved = {
      one: 'Nie udostępniasz już {count} konta.',
      few: 'Nie udostępniasz już {count} kont (few).',
      many: 'Nie udostępniasz już {count} kont (many).',
      other: 'other',
    };
    const { simulator, open, answer } = await renderVisit(OFFER, CHOOSE, {
      messages: { language: 'pl', accountsRemoved },
    });
    answer('repaired', CHOSEN, { added: 0, removed });
    await open();
    await signIn(simulator);
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('S24: does not claim that nothing has changed when a selection of an Item of Assets was broken off', async () => {
    const link = { ...OFFER, type: 'plaid_assets_report' };
    const { simulator, open, answer, said } = await renderVisit(link, CHOOSE);
    expect(await screen.findByText(en.reportWarning)).toBeVisible();
    answer('unchanged', { ...link, new_accounts_available: false, access_error: { code: 'ASSETS_REVOKED' } });
    await open();
    await leaveLink(simulator);
    expect(
      await screen.findByRole('heading', { name: `Your report from ${BANK} needs your permission again` }),
    ).toBeVisible();
    await passTime(500);
    expect(said()).toEqual([en.exitedShortText]);
  });

  it.each([
    ['OAUTH_INVALID_TOKEN', `Reconnect ${BANK}`, 'repair'],
    ['OAUTH_CONSENT_EXPIRED', `Reconnect ${BANK}`, 'repair'],
    ['OAUTH_USER_REVOKED', `Review access to ${BANK}`, 'restore_permissions'],
  ])('S11: opens Link after %s with %s', async (error_code_reason, button, purpose) => {
    const error = { error_type: 'ITEM_ERROR', error_code: 'ITEM_LOGIN_REQUIRED', error_code_reason };
    const { server, simulator, open } = await renderVisit(platypusLink({ error }), button);
    await open();
    await leaveLink(simulator);
    expect(server.requestsTo('POST /link-token')[0]?.body).toMatchObject({ purpose });
  });

  it.each([
    ['ITEM_LOCKED', en.lockedText],
    ['INVALID_UPDATED_USERNAME', en.usernameText],
    ['INSTITUTION_DOWN', `${BANK} is not available right now. Please try again later.`],
    ['INVALID_CREDENTIALS', en.exitedWithErrorText],
  ] as const)('says what stopped a visit: %s', async (code, note) => {
    const { simulator, open } = await renderVisit(platypusLink(), `Reconnect ${BANK}`);
    await open();
    await leaveLink(simulator, LINK_ERRORS[code]);
    expect(await screen.findByText(note, { selector: 'p' })).toBeVisible();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(note));
  });

  it('goes on with what a visit began for, whatever is learnt of the connection meanwhile', async () => {
    const app = await renderVisit(ENDING, RENEW);
    const { server, simulator, open, queryClient } = app;
    await open();
    await waitFor(() => expect(simulator.current).not.toBeNull());
    server.links = [platypusLink()];
    await queryClient.refetchQueries();
    await screen.findByRole('heading', { name: `${BANK} needs you to sign in again` });
    server.queue('POST /repairs', problem(403, 'internal'));
    await signIn(simulator);
    await app.user.click(await screen.findByRole('button', { name: en.checkAgain }));
    await waitFor(() => expect(server.requestsTo('POST /repairs')).toHaveLength(2));
    for (const { body } of server.requestsTo('POST /repairs')) expect(body).toMatchObject({ purpose: 'renew_consent' });
    expect(server.requestsTo('POST /link-token')).toHaveLength(1);
  });
});
