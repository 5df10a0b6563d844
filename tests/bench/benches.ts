/** What can be measured, by name; each prints its own lines of JSON, in a process of its own (see `one.ts`). */
export const benches: Readonly<Record<string, () => Promise<void>>> = {
  analyse: async () => (await import('./analyse')).benchAnalyse(),
  parse: async () => (await import('./parse')).benchParse(),
  mask: async () => (await import('./mask')).benchMask(),
  fingerprint: async () => (await import('./fingerprint')).benchFingerprint(),
  calendar: async () => (await import('./calendar')).benchCalendar(),
  'check-commits': async () => (await import('./commits')).benchCommits(),
  'verify-ledger': async () => (await import('./ledger')).benchLedger(),
  duplicates: async () => (await import('./duplicates')).benchDuplicates(),
  score: async () => (await import('./score')).benchScore(),
  forecast: async () => (await import('./forecast')).benchForecast(),
  gates: async () => (await import('./gates')).benchGates(),
  'gates-replay': async () => (await import('./gates-replay')).benchReplay(),
  peers: async () => (await import('./peers')).benchPeers(),
  'generate-shop': async () => (await import('./generate')).benchGenerate(),
  'first-load': async () => (await import('./first-load')).benchFirstLoad(),
  screens: async () => (await import('./screens')).benchScreens(),
  'policy-preview': async () => (await import('./policy-preview')).benchPolicyPreview(),
  store: async () => (await import('./store')).benchStore(process.argv[3]),
};

/** No measurement, so that it is run by its whole name alone. */
export const learning = {
  'duplicates-learn': async () => (await import('./duplicates')).learnDuplicates(),
} as const;

/** @param wanted a part of a name; left out for all @returns names; of none, what is wanted is a part of the store */
export function namesOf(wanted: string | undefined): readonly string[] {
  if (wanted !== undefined && wanted in learning) return [wanted];
  return Object.keys(benches).filter((name) => wanted === undefined || name.includes(wanted));
}
