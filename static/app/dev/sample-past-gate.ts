import { z } from 'zod';
import type { BridgeView } from '../../../src/contracts/bridge';
import type { PastGate } from '../../../src/contracts/past-gate';
import type { Scenario } from './sample-project';

const hours = (now: string, count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString();

/** Asked for by `?past-gate`: a release that went past its gate twice; `?past-gate=calm` where both are acknowledged. */
export function samplePastGate(
  _scenario: Scenario,
  now: string,
  query: URLSearchParams,
  payload: unknown,
): BridgeView<'pastGate'> {
  if (!query.has('past-gate')) return { mayAcknowledge: true, releases: [] };
  const calm = query.get('past-gate') === 'calm';
  const breach = (id: string, at: string, standing: boolean): PastGate => ({
    ...{ id, version: { id: '10002', name: '4.2.0' }, stage: 'Production', at, standing, takenBack: true },
    sentence: '4.2.0 may not enter production: 2 open S1 defects, none allowed.',
    events: [
      { act: 'taken-back', at, who: null, because: '' },
      { act: 'told', at, who: null, because: '' },
      ...(standing
        ? []
        : [
            {
              ...{ act: 'acknowledged' as const, at: hours(at, 1), who: { accountId: 'rhea', pseudonym: 'a' } },
              because: 'The wrong version was picked; 4.1.3 was meant.',
            },
          ]),
    ],
  });
  const releases = [breach('10002-9', hours(now, -2), !calm), breach('10002-4', hours(now, -30), false)];
  const ofProject = z.object({ versionId: z.null() }).safeParse(payload).success;
  return { mayAcknowledge: true, releases: releases.filter(({ standing }) => standing || !ofProject) };
}

export const sampleStatuses: BridgeView<'statusChoices'> = {
  statuses: [
    { id: '10100', name: 'Open', category: 'new' },
    { id: '10101', name: 'In review', category: 'indeterminate' },
    { id: '10102', name: 'Ready for verification', category: 'indeterminate' },
    { id: '10103', name: 'Verified in staging', category: 'indeterminate' },
    { id: '10104', name: 'Closed', category: 'done' },
  ],
};
