import { bridgeCalls } from '../../../src/contracts/bridge';
import { pageOf, type Stage } from '../stage';
import type { Scene } from './scene';

/** 4.2.0 is frozen: one defect was put into it and moved away again, another is there under an exception. */
export const freeze: Scene = {
  name: 'freeze',
  async set(stage) {
    await stage.settings((settings) => ({
      ...settings,
      gates: { ...settings.gates, freezes: { ...settings.gates.freezes, action: 'move' } },
    }));
    const frozen = await stage.sandbox.versionId('SHOP', '4.2.0');
    const next = await stage.sandbox.versionId('SHOP', '4.3.0');
    const because = 'The candidate is built.';
    await stage.act('rhea', 'changeFreeze', bridgeCalls.changeFreeze.view, { versionId: frozen, act: 'begin', because });
    const moved = await minor(stage, 'Gift wrap is offered for downloads', next);
    await stage.edit(moved.key, { fixVersions: [{ id: frozen }] });
    const excepted = await minor(stage, 'Invoice shows the old company address', next);
    await stage.act('qa', 'askException', bridgeCalls.askException.view, {
      ...{ issueId: excepted.id, versionId: frozen, hours: 24 },
      because: 'The auditors look at invoices on Friday.',
    });
    const decision = { versionId: frozen, defectId: excepted.id, act: 'approve' };
    await stage.act('head', 'decideException', bridgeCalls.decideException.view, decision);
    await stage.edit(excepted.key, { fixVersions: [{ id: frozen }] });
    await stage.sandbox.advance('50s');
    return {
      ...{ path: pageOf(`readiness/${frozen}`), sign: '[data-section="freeze"] [data-exception]' },
      part: '[data-section="freeze"]',
      prepare: ({ app }) => app.locator('[data-section="freeze"]').getByText('Attempts (1)').click(),
    };
  },
};

/** A defect that no freeze lets in. */
async function minor(stage: Stage, summary: string, versionId: string) {
  return stage.issue('qa', 'Bug', { summary, fixVersions: [{ id: versionId }] }, { 'Defect severity': 'S3' });
}
