import { aStoredDefect, aVerdict, now, project, settings, version } from '../screen.fixture';
import { defectPanel, ticketPanel } from './view-model';

const blocker = aStoredDefect({ severity: 'S1' });
const facts = { project, versions: [version], verdicts: [aVerdict([blocker])], settings, revision: 'r', now };

test('a defect names the stages that it holds, and why', () => {
  const panel = defectPanel(blocker, facts);
  if (panel.kind !== 'defect') throw new Error(panel.kind);
  expect(panel.releases[0]?.stages.map(({ stage, because }) => [stage.key, because.length])).toEqual([
    ['staging', 0],
    ['production', 2],
  ]);
  expect(panel.overdue).toBe(true);
});

test('a defect that is closed has no target any more', () => {
  expect(defectPanel({ ...blocker, open: false }, facts)).toMatchObject({ open: false, dueAt: null, overdue: false });
});

test('a release ticket shows the gates of its fix versions', () => {
  const panel = ticketPanel(facts);
  if (panel.kind !== 'release-ticket') throw new Error(panel.kind);
  expect(panel.releases.map((release) => release.stages.map(({ state }) => state))).toEqual([['unknown', 'held']]);
});
