import { pageOf } from '../stage';
import type { Scene } from './scene';

/** A hotfix is released in Jira with an open S1, although the gate of production is held. */
export const pastGate: Scene = {
  name: 'past-gate',
  async set(stage) {
    const versionId = await stage.release('4.1.4', '2026-11-02');
    const custom = { 'Defect severity': 'S1', 'Detected in': 'Staging' };
    await stage.issue('qa', 'Bug', { summary: 'Order total ignores the voucher', fixVersions: [{ id: versionId }] }, custom);
    await stage.sandbox.until('SHOP', versionId, 'production', 'held');
    await stage.sandbox.rest('admin', 'PUT', `/rest/api/3/version/${versionId}`, { released: true });
    await stage.sandbox.settle();
    await stage.sandbox.advance('1m');
    return { path: pageOf(`readiness/${versionId}`), sign: '[data-section="past-gate"] h2' };
  },
};
