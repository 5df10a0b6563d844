import type { BridgeView } from '../../../src/contracts/bridge';
import type { Scenario } from './sample-project';

type Check = BridgeView<'gateChecks'>['checks'][number];

const hours = (now: string, count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString();
const tess = { accountId: 'tess', pseudonym: 'a' };
const production = { key: 'production', name: 'Production' };
const support = { stage: production, role: 'Support', evidence: 'link', hours: null, breach: 'holds', roleExists: true } as const;

/** One that is confirmed, one for another build, one of a role that is not there; nothing where there are no defects. */
export function sampleChecks(scenario: Scenario, now: string): BridgeView<'gateChecks'> {
  if (scenario.defects === 0) return { now, checks: [] };
  const yes = {
    ...({ act: 'confirmed', at: hours(now, -3), who: tess, role: 'Support', form: 'link' } as const),
    ...{ evidence: 'https://wiki.example.com/support/briefing-4.2?view=slides', builds: ['411'] },
  };
  const back = { act: 'withdrawn', at: hours(now, -5), who: tess, because: 'The slides were those of 4.1.' } as const;
  const checks: Check[] = [
    {
      ...{ ...support, name: 'Support team briefed', standing: 'confirmed', hours: 24, until: hours(now, 21), builds: ['411'] },
      ...{ said: [{ ...yes, at: hours(now, -8) }, back, yes], may: { confirm: false, withdraw: true } },
    },
    {
      ...{ ...support, name: 'Release notes reviewed', standing: 'other-builds', until: null, builds: ['412'] },
      ...{ said: [yes], may: { confirm: true, withdraw: true } },
    },
    {
      ...{ ...support, name: 'Customers told', role: 'Marketing', roleExists: false, standing: 'unconfirmed', until: null },
      ...{ builds: ['412'], breach: 'warns', said: [], may: { confirm: false, withdraw: false } },
    },
  ];
  return { now, checks };
}
