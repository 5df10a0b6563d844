import { settingsPath } from '../stage';
import type { Scene } from './scene';

/**
 * Two releases are held by an S1 each. The limit of that rule is raised and not saved: what it would open today, and would have opened in
 * the last 90 days.
 */
export const replay: Scene = {
  name: 'replay',
  async set(stage) {
    for (const [name, day, summary] of [
      ['4.6.0', '2027-02-25', 'Basket empties itself after signing in'],
      ['4.7.0', '2027-03-25', 'Returns cannot be paid back'],
    ] as const) {
      const versionId = await stage.release(name, day);
      await stage.issue('qa', 'Bug', { summary, fixVersions: [{ id: versionId }] }, { 'Defect severity': 'S1' });
      await stage.sandbox.until('SHOP', versionId, 'production', 'held');
    }
    return {
      ...{ path: settingsPath, who: 'admin', sign: '[data-gate="production"] [data-rule="open-defects"]' },
      async prepare({ app }) {
        const row = app.locator('[data-gate="production"] [data-rule="open-defects"]', { hasText: 'S1' }).first();
        await row.getByRole('button', { expanded: false }).click();
        await row.getByLabel(/^Most allowed, rule \d+ of Production/).fill('1');
        const bar = app.locator('.save-bar');
        await bar.getByText(/of \d+ decisions of the last 90 days would have gone the other way/).waitFor();
        await bar.locator('summary', { hasText: 'that would have gone the other way' }).click();
      },
    };
  },
};
