import { act, waitFor } from '@testing-library/react';
import { expect, onTestFinished } from 'vitest';
import {
  installLinkSimulator,
  type LinkSimulator,
  type LinkSimulatorOptions,
  type LinkVisit,
} from 'react-plaid-update-mode/testing';

/**
 * Installs the simulator for the running test. Once the page is gone, whatever the test was about: there was
 * never more than one Link at a time, none is left, and Plaid's script ran once at most.
 */
export function startLinkSimulator(options?: LinkSimulatorOptions): LinkSimulator {
  const simulator = installLinkSimulator(options);
  onTestFinished(() => {
    const { alive, maxAlive, script } = simulator;
    simulator.uninstall();
    // What the library shares on a page, such as a script that still loads, is not there on the next test's page.
    Reflect.deleteProperty(window, Symbol.for('react-plaid-update-mode.page'));
    expect({ alive, hadMoreThanOne: maxAlive > 1, ranTwice: script.executions > 1 }).toEqual({
      alive: 0,
      hadMoreThanOne: false,
      ranTwice: false,
    });
  });
  return simulator;
}

/** Resolves with the visit once the user sees Link. */
export function untilLinkIsOpen(simulator: LinkSimulator): Promise<LinkVisit> {
  return waitFor(() => {
    if (!simulator.current) throw new Error('Link is not open.');
    return simulator.current;
  });
}

/** The user signs in at the bank. */
export async function signIn(simulator: LinkSimulator): Promise<void> {
  const visit = await untilLinkIsOpen(simulator);
  await act(() => visit.succeed());
}

/** The user leaves Link, after an error or without. */
export async function leaveLink(simulator: LinkSimulator, error?: Parameters<LinkVisit['exit']>[0]): Promise<void> {
  const visit = await untilLinkIsOpen(simulator);
  await act(() => visit.exit(error));
}
