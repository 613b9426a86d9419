import type { IntegrationLink } from '../protocol/integrationLink.js';

/**
 * Whose word on the link was the last. A banner's own link overrules a list or a repair's answer only where it is
 * newer, or, with no list being followed, where it has changed since it was first given.
 */
export type LinkSource = 'list' | 'answer' | 'given';

/** Weighs the link that an app gives its banner against what the server has said since. */
export function createGivenLinkJudge() {
  let given: string | null = null;
  return function isBelievable(
    link: IntegrationLink | null,
    known: IntegrationLink | null,
    source: LinkSource | null,
  ): boolean {
    const content = JSON.stringify(link);
    const hasChanged = given !== null && given !== content;
    given = content;
    if (source === null || source === 'given') return true;
    return (hasChanged && source !== 'list') || isNewer(link, known);
  };
}

function isNewer(one: IntegrationLink | null, other: IntegrationLink | null): boolean {
  return Date.parse(one?.last_updated ?? '') > Date.parse(other?.last_updated ?? '');
}
