import { bridgeCalls } from '../../../src/contracts/bridge';
import { pageOf } from '../stage';
import type { Scene } from './scene';

const version = '4.4.0';
const build = '4.4.0-12';

/** An S1 was seen in what is deployed dark to staging: the line is stopped, its owners are told, and one of two people has agreed. */
export const stoppedLine: Scene = {
  name: 'stopped-line',
  async set(stage) {
    await stage.settings((settings) => ({ ...settings, notifications: { ...settings.notifications, on: true, rules: [] } }));
    const versionId = await stage.release(version, '2026-12-01');
    await stage.issue('rhea', 'Release', { summary: `Release ${version}`, fixVersions: [{ id: versionId }] });
    await stage.tell('deployment', {
      ...{ version, build, environment: 'staging', deployment: `staging-${build}` },
      ...{ step: 'finish', dark: true },
    });
    const summary = 'Checkout refuses every card of one bank';
    const custom = { 'Defect severity': 'S1', 'Detected in': 'Staging' };
    await stage.issue('dev', 'Bug', { summary, versions: [{ id: versionId }] }, custom);
    const { holds } = await stage.ask('rhea', 'gateControl', bridgeCalls.gateControl.view, { versionId });
    const because = 'The payment page is switched off.';
    await stage.act('rhea', 'liftHold', bridgeCalls.liftHold.view, { versionId, holdId: holds[0]?.id, because });
    return {
      ...{ path: pageOf(`readiness/${versionId}`), who: 'head', sign: '[data-hold]' },
      part: '[data-section="control"]',
    };
  },
};
