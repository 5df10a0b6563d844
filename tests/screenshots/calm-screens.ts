import type { RunningSandbox } from '../running-sandbox';
import { toTop, type NamedScreen } from './camera';
import { pageOf, settingsPath } from './stage';

/** The screens of the demo site as it is: a release is held, and nobody has done anything about it yet. */
export async function calmScreens(sandbox: RunningSandbox): Promise<readonly NamedScreen[]> {
  const version = await sandbox.versionId('SHOP', '4.2.0');
  const readiness = pageOf(`readiness/${version}`);
  return [
    { name: 'releases', path: pageOf('releases'), sign: '.release' },
    { name: 'readiness', path: readiness, sign: '.stage-card .way-steps' },
    {
      ...{ name: 'way-out', path: readiness, sign: '[data-stage="production"] .way-steps', part: '[data-stage="production"]' },
      prepare: ({ app }) => app.locator('[data-stage="production"] .way-basis summary').click(),
    },
    { name: 'timeline', path: readiness, sign: '[data-section="timeline"] li', part: '[data-section="timeline"]' },
    {
      ...{ name: 'triage', path: pageOf('triage'), sign: '[data-triage-choose]' },
      prepare: async (visit) => {
        for (const n of [1, 2, 4]) await visit.app.locator('[data-triage-choose]').nth(n).check();
        await toTop(visit);
      },
    },
    { name: 'panel', path: `/browse/${await worstDefect(sandbox)}`, sign: '[data-panel="score"]' },
    { name: 'deferrals', path: pageOf('deferrals'), sign: '[data-deferral]' },
    { name: 'aging', path: pageOf('aging'), sign: '[data-chart]' },
    { name: 'flow', path: pageOf('flow'), sign: '[data-chart]' },
    { name: 'escapes', path: pageOf('escapes'), sign: '[data-chart]' },
    { name: 'repair', path: pageOf('repair'), sign: '[data-chart]' },
    { name: 'forecast', path: pageOf('forecast'), sign: '[data-chart]' },
    { name: 'scope', path: pageOf(`scope/${version}`), sign: '[data-section="planned"]' },
    { name: 'pipelines', path: pageOf('pipelines'), sign: '[data-section="live"]' },
    { name: 'decisions', path: pageOf('decisions'), sign: 'h1' },
    { name: 'data-quality', path: pageOf('data-quality'), sign: 'h1' },
    { name: 'settings', path: settingsPath, sign: 'h1', who: 'admin' },
    { name: 'gates', path: settingsPath, sign: '[data-gate]', who: 'admin', part: '[data-gate="production"]' },
  ];
}

/** The S1 that has held 4.2.0 for longest. */
async function worstDefect(sandbox: RunningSandbox): Promise<string> {
  const jql =
    'project = SHOP AND fixVersion = "4.2.0" AND "Defect severity" = S1 AND statusCategory != Done ORDER BY created ASC';
  const [found] = await sandbox.search(jql);
  if (found === undefined) throw new Error('The demo site has no open S1.');
  return found.key;
}
