import { settingsPath } from '../stage';
import type { Scene } from './scene';

const card = '[data-workflow="Release workflow"]';

/** The suggestion for the transition to staging is taken, and the change is previewed. */
export const workflowSetup: Scene = {
  name: 'workflow-setup',
  set: () =>
    Promise.resolve({
      ...{ path: settingsPath, who: 'admin', sign: '#workflows summary', part: card },
      async prepare({ app }) {
        await app.locator('#workflows summary').click();
        await app.locator(card).getByRole('button', { name: 'Take the suggestion' }).click();
        await app.locator(card).getByRole('button', { name: 'Preview the change' }).click();
        await app.locator(card).locator('[data-line="Deploy to staging"]').waitFor();
      },
    }),
};
