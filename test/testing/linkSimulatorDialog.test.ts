// @vitest-environment jsdom
import { fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installLinkSimulator, type LinkSimulator } from '../../src/testing/index.js';
import { createLink, type CreatedLink } from './createLink.js';

let simulator: LinkSimulator;
let link: CreatedLink;

beforeEach(async () => {
  simulator = installLinkSimulator();
  link = await createLink();
  link.open();
  await waitFor(() => expect(simulator.current).not.toBeNull());
});

afterEach(() => simulator.uninstall());

function content(): Document {
  const document = simulator.handlers[0]?.iframe.contentDocument;
  if (!document) throw new Error('Link has no document');
  return document;
}

const dialog = () => within(content().body);
const untilExit = () => waitFor(() => expect(link.onExit).toHaveBeenCalledOnce());

describe("the dialog's document", () => {
  it('has a language and a title, says that it is simulated, and has the focus on its heading', () => {
    expect(content().documentElement.lang).toBe('en');
    expect(content().title).toBe('Simulated Plaid Link');
    expect(dialog().getByText('Simulated Plaid Link')).toBeDefined();
    expect(content().activeElement).toBe(dialog().getByRole('heading', { name: 'Sign in to First Platypus Bank' }));
  });
});

describe('a person in the dialog', () => {
  it('signs in with what stands there already', async () => {
    dialog().getByRole<HTMLButtonElement>('button', { name: 'Continue' }).click();
    expect(link.onSuccess).not.toHaveBeenCalled();
    await waitFor(() => expect(link.onSuccess).toHaveBeenCalledOnce());
  });

  it('leaves by the cross', async () => {
    dialog().getByRole<HTMLButtonElement>('button', { name: 'Close' }).click();
    expect(link.onExit).not.toHaveBeenCalled();
    await untilExit();
    expect(link.onExit.mock.lastCall?.[0]).toBeNull();
  });

  it('leaves by Escape', async () => {
    fireEvent.keyDown(content().body, { key: 'Escape' });
    await untilExit();
    expect(link.onExit.mock.lastCall?.[0]).toBeNull();
  });

  it('sees the error that was chosen, and leaves with it', async () => {
    fireEvent.change(dialog().getByLabelText("Simulate the bank's answer"), { target: { value: 'ITEM_LOCKED' } });
    dialog().getByRole<HTMLButtonElement>('button', { name: 'Continue' }).click();
    expect(dialog().getByText('ITEM_ERROR · ITEM_LOCKED')).toBeDefined();
    expect(link.onExit).not.toHaveBeenCalled();
    dialog().getByText('Close').click();
    await untilExit();
    expect(link.onExit.mock.lastCall?.[0]).toMatchObject({ error_code: 'ITEM_LOCKED' });
  });

  it('stays inside with the tabulator', () => {
    const first = dialog().getByRole('button', { name: 'Close' });
    const last = dialog().getByRole('button', { name: 'Continue' });
    last.focus();
    fireEvent.keyDown(last, { key: 'Tab' });
    expect(content().activeElement).toBe(first);
    fireEvent.keyDown(first, { key: 'Tab', shiftKey: true });
    expect(content().activeElement).toBe(last);
  });

  it('finds the form again on the next visit, and nothing of the error', async () => {
    fireEvent.change(dialog().getByLabelText("Simulate the bank's answer"), { target: { value: 'ITEM_LOCKED' } });
    dialog().getByRole<HTMLButtonElement>('button', { name: 'Continue' }).click();
    fireEvent.keyDown(content().body, { key: 'Escape' });
    await untilExit();
    link.open();
    await waitFor(() => expect(dialog().getByLabelText('Username')).toHaveProperty('value', 'user_good'));
    fireEvent.keyDown(content().body, { key: 'Escape' });
    await waitFor(() => expect(link.onExit).toHaveBeenCalledTimes(2));
    expect(link.onExit.mock.lastCall?.[0]).toBeNull();
  });
});
