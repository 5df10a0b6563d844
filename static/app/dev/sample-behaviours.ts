import { z } from 'zod';
import type { BridgeView } from '../../../src/contracts/bridge';
import { behaviourSchema } from '../../../src/contracts/behaviours';
import { sampleReadiness, type Scenario } from './sample-project';

const hours = (now: string, n: number): string => new Date(Date.parse(now) - n * 3_600_000).toISOString();
const sent = z.object({ stage: z.string(), state: behaviourSchema, build: z.string(), note: z.string() });

/** @param payload of `setBehaviour`: what was said stands in its stage */
export function sampleBehaviours(now: string, query: URLSearchParams, payload: unknown): BridgeView<'behaviours'> {
  const untold = {
    ...({ source: 'nothing', at: null, build: null, because: '', said: null, stale: null } as const),
    deployed: [],
  };
  const cells: BridgeView<'behaviours'>['cells'] = [
    {
      ...{ stage: { key: 'test', name: 'Test' }, state: 'fixed', source: 'run', at: hours(now, 3), build: '4.2.0-15' },
      because: 'Its fix was deployed here, and a run of the tests that had seen it is green on build 4.2.0-15.',
      ...{ said: null, stale: null, deployed: ['4.2.0-15'] },
    },
    {
      ...{
        stage: { key: 'staging', name: 'Staging' },
        state: 'reproduced',
        source: 'sighting',
        at: hours(now, 5),
        build: '4.2.0-14',
      },
      because: 'Seen here again on build 4.2.0-14, after its fix was deployed.',
      said: { state: 'fixed', build: '4.2.0-13', note: 'Tried with three cards', at: hours(now, 30), accountId: null },
      ...{ stale: 'Seen here again on build 4.2.0-14, after its fix was deployed.', deployed: ['4.2.0-14'] },
    },
    { ...untold, stage: { key: 'production', name: 'Production' }, state: 'unknown' },
  ];
  const said = sent.safeParse(payload).data;
  return {
    now,
    mayEdit: !query.has('reader'),
    cells: cells.map((cell) =>
      cell.stage.key === said?.stage
        ? {
            ...{ ...cell, state: said.state, source: 'person', at: now, build: said.build, stale: null },
            said: { state: said.state, build: said.build, note: said.note, at: now, accountId: null },
          }
        : cell,
    ),
  };
}

export function sampleDebt(scenario: Scenario, now: string): BridgeView<'validationDebt'> {
  const defects = sampleReadiness(scenario, now).defects.slice(0, 3);
  return {
    ...{ now, deployedIn: ['Test', 'Staging'], more: 0, hidden: defects.length === 0 ? 0 : 1 },
    rows: defects.map(({ id, key, summary, severity }, n) => ({
      defect: { id, key, summary, severity, open: n !== 1 },
      stage: { key: 'staging', name: 'Staging' },
      kind: n === 0 ? 'look' : 'verify-fix',
      ...{ since: hours(now, 30 - n), build: '4.2.0-14' },
    })),
  };
}
