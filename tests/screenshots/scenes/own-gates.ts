import { bridgeCalls } from '../../../src/contracts/bridge';
import { pageOf } from '../stage';
import type { Scene } from './scene';

/** The project asks for a rule in its own way, for one more, and leaves one out. */
export const ownGates: Scene = {
  name: 'own-gates',
  async set(stage) {
    const { rows, revision } = await stage.ask('admin', 'projectGates', bridgeCalls.projectGates.view, {});
    const own = rows.slice(1).map((row, n) => (n === 0 && 'most' in row ? { ...row, most: 1 } : row));
    const soak = { rule: 'soak-time', stage: 'production', breach: 'warns', hours: 24 };
    const wanted = { revision, rows: [...own, soak] };
    await stage.act('admin', 'saveProjectGates', bridgeCalls.saveProjectGates.view, wanted);
    return { path: pageOf('gates'), sign: '[data-left-out]' };
  },
};
