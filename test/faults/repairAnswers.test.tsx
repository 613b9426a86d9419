import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { RECONNECT, renderBrokenBanner } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink } from '../support/links.js';
import { leaveLink, signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';

async function signInWith(answer: Response) {
  const simulator = startLinkSimulator();
  const app = await renderBrokenBanner();
  app.server.queue('POST /repairs', answer);
  await app.clickReconnect();
  await signIn(simulator);
  return app;
}

inEachReactMode('A repairs route', () => {
  it('that says still_broken leaves the banner, with what happened', async () => {
    const answer = Response.json({ result: 'still_broken', integration_links: [platypusLink()] });
    const { heard } = await signInWith(answer);
    await screen.findByText('You signed in, but First Platypus Bank still asks for it. Please try again.', {
      selector: 'p',
    });
    expect(heard.onError.mock.calls).toMatchObject([[{ itemId: PLATYPUS, error: { code: 'still_broken' } }]]);
    expect(heard.onRepaired).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: RECONNECT })).toBeEnabled();
  });

  it('that finds nothing changed after a success puts the banner back', async () => {
    const { heard } = await signInWith(Response.json({ result: 'unchanged', integration_links: [platypusLink()] }));
    await screen.findByRole('button', { name: RECONNECT });
    expect(heard.onRepaired).not.toHaveBeenCalled();
  });

  it('that could not ask anybody ends as a repair that is not verified', async () => {
    const active = platypusLink({ status: 'active' });
    const { heard } = await signInWith(Response.json({ result: 'unverifiable', integration_links: [active] }));
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(heard.onRepaired.mock.lastCall?.[0]).toMatchObject({ by: 'user', isVerified: false });
  });

  it('whose answer to an exit lacks the Item has the list read again', async () => {
    const simulator = startLinkSimulator();
    const { server, clickReconnect } = await renderBrokenBanner();
    server.queue('POST /repairs', Response.json({ result: 'unchanged', integration_links: [] }));
    await clickReconnect();
    await leaveLink(simulator);
    await waitFor(() => expect(server.requestsTo('GET /integration-links')).toHaveLength(2));
  });

  it('whose answer lacks the Item has the list read again', async () => {
    const simulator = startLinkSimulator();
    const { server, heard, clickReconnect } = await renderBrokenBanner();
    server.queue('POST /repairs', () => {
      server.links = [platypusLink({ status: 'active' })];
      return Response.json({ result: 'repaired', integration_links: [] });
    });
    await clickReconnect();
    await signIn(simulator);
    await screen.findByRole('heading', { name: 'First Platypus Bank is connected again' });
    expect(server.requestsTo('GET /integration-links')).toHaveLength(2);
    expect(heard.onRepaired).toHaveBeenCalledOnce();
  });
});
