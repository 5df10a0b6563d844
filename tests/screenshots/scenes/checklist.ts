import { bridgeCalls } from '../../../src/contracts/bridge';
import type { GateRow } from '../../../src/contracts/gate-settings';
import { pageOf } from '../stage';
import type { Scene } from './scene';

const row = { stage: 'production', breach: 'holds' } as const;
const asked: readonly GateRow[] = [
  {
    ...{ ...row, rule: 'rollback-readiness', mostReturning: 0, targetDays: 90 },
    items: ['target', 'returning', 'migrations', 'dependants'],
  },
  { ...row, rule: 'manual-check', name: 'Support team briefed', role: 'Approvers', evidence: 'link', hours: null },
  { ...row, rule: 'manual-check', name: 'On-call staffed', role: 'Release managers', evidence: 'text', hours: 48 },
];

/** One check is confirmed, the other one is Rhea's to confirm. */
export const checklist: Scene = {
  name: 'checklist',
  async set(stage) {
    const versionId = await stage.sandbox.versionId('SHOP', '4.2.0');
    await stage.settings((settings) => ({ ...settings, gates: { ...settings.gates, rows: [...settings.gates.rows, ...asked] } }));
    const { checks } = await stage.ask('head', 'gateChecks', bridgeCalls.gateChecks.view, { versionId });
    await stage.act('head', 'confirmCheck', bridgeCalls.confirmCheck.view, {
      ...{ versionId, stage: 'production', name: 'Support team briefed', builds: checks[0]?.builds ?? [] },
      evidence: 'https://wiki.example.com/briefing-4.2.0',
    });
    return {
      path: pageOf(`readiness/${versionId}`),
      sign: '[data-check="On-call staffed"]',
      part: '[data-section="checks"]',
    };
  },
};
