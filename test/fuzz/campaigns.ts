import type { Campaign } from './campaign.js';
import { malformedEndpoints } from './campaigns/malformedEndpoints.js';
import { malformedRequests } from './campaigns/malformedRequests.js';
import { malformedTexts } from './campaigns/malformedTexts.js';
import { malformedUpstreams } from './campaigns/malformedUpstreams.js';

export const CAMPAIGNS: readonly Campaign[] = [
  ...malformedRequests,
  ...malformedUpstreams,
  ...malformedEndpoints,
  ...malformedTexts,
];
