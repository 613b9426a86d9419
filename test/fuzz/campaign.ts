import fc from 'fast-check';

export interface CampaignRun {
  runs: number;
  seed: number;
  /** Where a run that failed is found again, as it was printed. */
  path?: string | undefined;
}

export interface CampaignResult {
  runs: number;
  /** What was found, with the seed and the path to see it again; null where nothing was. */
  failure: string | null;
}

/** Many runs of one check. */
export interface Campaign {
  name: string;
  /** What is malformed in it. */
  kind: 'requests' | 'answers' | 'texts';
  /** Its share of all runs. */
  weight: number;
  run(options: CampaignRun): Promise<CampaignResult>;
}

/** `check` throws for what it finds wrong with a case; each case stands alone. */
export function createCampaign<Case>(
  about: Pick<Campaign, 'name' | 'kind' | 'weight'>,
  cases: fc.Arbitrary<Case>,
  check: (drawn: Case) => Promise<void> | void,
): Campaign {
  return {
    ...about,
    async run({ runs, seed, path }) {
      const property = fc.asyncProperty(cases, async (drawn) => check(drawn));
      const details = await fc.check(property, { numRuns: runs, seed, ...(path === undefined ? {} : { path }) });
      if (!details.failed) return { runs: details.numRuns, failure: null };
      const { errorInstance: error, counterexamplePath, numShrinks } = details;
      const message = error instanceof Error ? error.message : String(error);
      const again = `seed ${seed}, path ${counterexamplePath ?? 'unknown'}, after ${numShrinks} shrinks`;
      return { runs: details.numRuns, failure: `${message}\n${again}` };
    },
  };
}

/** That many runs in all, by the campaigns' weights. */
export function shareRuns(campaigns: readonly Campaign[], total: number): number[] {
  const weights = campaigns.reduce((sum, { weight }) => sum + weight, 0);
  return campaigns.map(({ weight }) => Math.max(1, Math.ceil((total * weight) / weights)));
}
