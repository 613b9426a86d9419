import { expect, screen, waitFor, within } from 'storybook/test';

/** What a person sees of Link, once it is on the screen. It lives in an iframe of its own. */
export async function findLinkDialog() {
  // Looked for anew each time: the one of the visit before may still be going.
  const frame = await waitFor(async () => {
    const found = screen.getByTitle('Plaid Link');
    if (!(found instanceof HTMLIFrameElement)) throw new Error('Link is not in an iframe.');
    await expect(found).toBeVisible();
    return found;
  });
  const content = await waitFor(() => {
    if (!frame.contentDocument) throw new Error('Link has no document yet.');
    return frame.contentDocument;
  });
  return within(content.body);
}

/** Signs in at the bank, as a person does in the dialog. */
export async function signInAtTheBank(): Promise<void> {
  const link = await findLinkDialog();
  (await link.findByRole('button', { name: 'Continue' })).click();
}
