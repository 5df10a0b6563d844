/** When a held gate may be passed (contracts/override-settings.ts is its parser). */
export interface OverridePolicy {
  /** Classes of reasons to choose from. */
  readonly reasons: readonly { readonly key: string; readonly name: string }[];
  /** For so many hours an override holds at most, from its approval. */
  readonly mostHours: number;
  /** After so many hours a request that nobody decided lapses: an approval must rest on what the requester saw. */
  readonly decideWithinHours: number;
  /** A rationale has so many different words that say something. */
  readonly leastWords: number;
}

export const defaultOverridePolicy: OverridePolicy = {
  reasons: [
    { key: 'fix-verified-elsewhere', name: 'The fix is verified elsewhere' },
    { key: 'risk-accepted', name: 'The risk is accepted' },
    { key: 'worse-without', name: 'Not releasing does more harm' },
    { key: 'wrong-evidence', name: 'The evidence is wrong' },
  ],
  mostHours: 24,
  decideWithinHours: 24,
  leastWords: 8,
};
