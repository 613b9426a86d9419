import { act, screen, waitFor } from '@testing-library/react';
import { RepairItemBanner, useIntegrationLinks } from 'react-plaid-update-mode';
import { expect, it } from 'vitest';
import { RECONNECT } from '../support/brokenBanner.js';
import { PLATYPUS, platypusLink, TATTERSALL, tattersallLink } from '../support/links.js';
import { signIn, startLinkSimulator } from '../support/linkSimulator.js';
import { inEachReactMode } from '../support/reactModes.js';
import { renderApp } from '../support/renderApp.js';
import { createScriptedServer } from '../support/scriptedServer.js';

const seen: string[] = [];

function Statuses() {
  const statuses = useIntegrationLinks().links.map(({ status }) => status);
  seen.push(...statuses);
  return <p>{statuses}</p>;
}

inEachReactMode('A reading of the list', () => {
  it('that began before a repair was answered brings nothing old back', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink());
    const content = [<Statuses key="list" />, <RepairItemBanner key="banner" itemId={PLATYPUS} />];
    const { user, queryClient, heard } = renderApp(content, { server });
    await user.click(await screen.findByRole('button', { name: RECONNECT }));

    let answerLate = () => {};
    const late = new Promise<Response>((resolve) => {
      answerLate = () => resolve(Response.json({ integration_links: [platypusLink()] }));
    });
    server.queue('GET /integration-links', () => late);
    void queryClient.refetchQueries();
    await signIn(simulator);
    await waitFor(() => expect(heard.onRepaired).toHaveBeenCalledOnce());
    expect(await screen.findByText('pending')).toBeVisible();
    seen.length = 0;
    await act(async () => answerLate());
    const read = server.requestsTo('GET /integration-links').length;
    await act(() => queryClient.refetchQueries());
    await waitFor(() => expect(server.requestsTo('GET /integration-links').length).toBeGreaterThan(read));
    expect(seen).not.toContain('erroring');
  });

  it('shows what a repair has changed without another one', async () => {
    const simulator = startLinkSimulator();
    const server = createScriptedServer(platypusLink(), tattersallLink());
    const content = [<Statuses key="list" />, <RepairItemBanner key="banner" itemId={TATTERSALL} />];
    const { user } = renderApp(content, { server });
    await screen.findByText('erroringactive');
    await user.click(await screen.findByRole('button'));
    const read = server.requestsTo('GET /integration-links').length;
    await signIn(simulator);
    expect(await screen.findByText('erroringpending')).toBeVisible();
    expect(server.requestsTo('GET /integration-links')).toHaveLength(read);
  });
});
