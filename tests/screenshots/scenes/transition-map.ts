import { settingsPath } from '../stage';
import type { Scene } from './scene';

/** Statuses of the demo's defects. */
const status = { inReview: '10003', readyForVerification: '10004', closed: '10005' };

/** A defect is closed only with its fix in production, and goes on by itself when its release comes to staging. */
export const transitionMap: Scene = {
  name: 'transition-map',
  async set(stage) {
    const fixed = { kind: 'deployed', stage: 'production' } as const;
    const needs = [fixed, { kind: 'field', field: 'severity' } as const];
    const rows = [{ project: 'any', from: status.readyForVerification, to: status.closed, needs }];
    const { inReview: from, readyForVerification: to } = status;
    const moves = [{ project: 'any', on: 'deployed' as const, stage: 'staging', from, to }];
    await stage.settings((settings) => ({ ...settings, transitionMap: { rows, moves } }));
    return {
      ...{ path: settingsPath, who: 'admin', sign: '#transition-map summary', part: '#transition-map' },
      async prepare({ app }) {
        await app.locator('#transition-map summary').click();
        await app.locator('#transition-map').getByRole('heading', { name: 'Automatic moves' }).waitFor();
      },
    };
  },
};
