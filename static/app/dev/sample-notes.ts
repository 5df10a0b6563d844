import { rollOverRequestSchema, type ReleaseNotesView, type RollOverView } from '../../../src/contracts/release-notes';
import { sampleDefects } from './sample-defects';
import type { Scenario } from './sample-project';

const dayMs = 86_400_000;

/** A third of the sample's defects is fixed, every seventh of the others is known, the rest is left. */
export function sampleNotes({ defects }: Scenario, now: string): ReleaseNotesView {
  const until = new Date(Date.parse(now) + 30 * dayMs).toISOString();
  const noted = sampleDefects(defects, now).map(({ id, key, summary, severity }, n) => ({
    ...{ id, key, summary, severity, slips: n % 4 },
    deferral: n % 7 === 1 ? { until, target: '4.3.0', control: 'Pay by invoice' } : null,
  }));
  return {
    fixed: noted.filter((_, n) => n % 3 === 0),
    known: noted.filter(({ deferral }, n) => n % 3 !== 0 && deferral !== null),
    left: noted.filter((_, n) => n % 3 !== 0),
    text: '# Shop 4.2.0\n',
    hidden: 0,
    targets: [
      { id: '11', name: '4.3.0' },
      { id: '12', name: '4.4.0' },
    ],
  };
}

export function sampleMoved(_scenario: Scenario, _now: string, _query: URLSearchParams, payload: unknown): RollOverView {
  const { issueIds } = rollOverRequestSchema.parse(payload);
  const refused = 'Jira does not let you edit it.';
  return { results: issueIds.map((issueId, n) => ({ issueId, key: `SHOP-${n + 1}`, problem: n % 9 === 8 ? refused : null })) };
}
