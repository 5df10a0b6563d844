import type { BridgeView } from '../../../src/contracts/bridge';
import { bridgeCalls } from '../../../src/contracts/bridge';
import { sampleDefects } from './sample-defects';
import type { Scenario } from './sample-project';

/** A part of a held stage of *Readiness*: `project.html?at=/readiness/10002&defects=14`. */
export function sampleWayOut(scenario: Scenario, now: string, _query: URLSearchParams, payload: unknown): BridgeView<'wayOut'> {
  const { acts, without } = bridgeCalls.wayOut.request.parse(payload);
  const [first, ...others] = acts;
  const able = sampleDefects(scenario.defects, now).filter(({ id }) => !without.includes(id));
  if (first === undefined || able.length === 0) return { kind: 'not-enough' };
  const count = Math.ceil(scenario.defects / 5);
  const steps = able.slice(0, count).map(({ id, key, summary, severity }, n) => {
    const act = n % 2 === 1 ? (others[0] ?? first) : first;
    const hours = n % 4 === 3 ? null : act === 'close' ? 90 - n * 7 : 5.5;
    return { act, defect: { id, key, summary, severity, open: true }, condition: '', hours, waiting: n === 1 && act === 'defer' };
  });
  return {
    kind: 'way',
    steps: [...steps, { act: 'confirm', defect: null, condition: 'Support team briefed', hours: null, waiting: false }],
    ...{ hidden: scenario.defects > 20 ? 2 : 0, hours: steps.reduce((sum, { hours }) => sum + (hours ?? 0), 0) },
    ...{ untold: 1 + steps.filter(({ hours }) => hours === null).length, smallest: true },
    rest: [
      {
        ...{ title: 'Hours in Staging without a new S1 or S2', reason: 'live in staging for 6 hours, 24 hours are needed' },
        until: new Date(Date.parse(now) + 18 * 3_600_000).toISOString(),
      },
    ],
    restsOn: {
      ...{ closed: 240, approved: 17 },
      waits: [{ act: 'confirm', cause: null, done: 3, waiting: 2, tells: false }],
    },
  };
}
