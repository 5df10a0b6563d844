import { scoreTermNames } from '../../../src/contracts/score';
import type { BridgeView } from '../../../src/contracts/bridge';

/** @param missing shows how a defect looks of which little is known */
export function sampleScore(now: string, missing: boolean): BridgeView<'score'> {
  const at = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
  const term = (name: (typeof scoreTermNames)[number], points: number, weight: number, source: string, isMissing = false) => ({
    ...{ term: name, points, weight, source, missing: isMissing },
  });
  return {
    now,
    score: {
      score: missing ? 60 : 76,
      open: true,
      terms: [
        term('severity', 30, 30, 'Field Defect severity: S1.'),
        missing
          ? term('recurrence', 10, 20, 'No test run or report was linked to it: counted as middling.', true)
          : term('recurrence', 15, 20, '12 test runs or reports in 30 days saw it, the last yesterday.'),
        missing
          ? term(
              'users',
              10,
              20,
              'No one said how many users it reaches: counted as middling. Fill in the field Users affected.',
              true,
            )
          : term('users', 15, 20, 'Field Users affected: 1,200, of 10,000.'),
        term('exposure', 5, 15, 'Reproduced in Staging.'),
        term(
          'workaround',
          missing ? 5 : 10,
          10,
          missing ? 'No one said: counted as middling.' : 'Field Workaround: there is none.',
          missing,
        ),
        term('age', missing ? 0 : 1, 5, 'Reported 2 days ago, to be resolved within 14 days.'),
      ],
      changes: [
        { at: at(1), by: 8, because: 'reproduced in Staging' },
        { at: at(6), by: -2, because: 'it was not seen lately' },
      ],
    },
  };
}

const rows = 300;
/** Values that look like chance and are the same each time. */
const spread = (seed: number) => Array.from({ length: rows }, (_, n) => ((n + 1) * 7919 * (seed + 3)) % 10_000);

export function samplePreviewOfScore(now: string): BridgeView<'scorePreview'> {
  const values = scoreTermNames.map((_, n) => spread(n));
  return {
    now,
    open: { ids: spread(0).map((_, n) => String(20_000 + n)), values },
    past: {
      values,
      escaped: spread(1).map((value) => (value > 7000 ? 1 : 0)),
      reopened: spread(2).map((value) => (value > 9000 ? 1 : 0)),
      hours: spread(4),
    },
  };
}

export function sampleTitles(payload: unknown): BridgeView<'scoreTitles'> {
  const ids =
    typeof payload === 'object' && payload !== null && 'ids' in payload && Array.isArray(payload.ids) ? payload.ids : [];
  return {
    titles: ids.map((id) => ({
      id: String(id),
      key: `SHOP-${String(id).slice(-3)}`,
      title: 'Checkout refuses every second card',
    })),
  };
}
