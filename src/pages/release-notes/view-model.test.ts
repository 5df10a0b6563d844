import { mayNothing } from '../access';
import { aStoredDefect, project, version } from '../screen.fixture';
import { releaseNotesView } from './view-model';
import type { ReleaseNotesFacts } from './view-model';

const deferral: ReleaseNotesFacts['deferrals'][number] = {
  ...{ id: '9-1', projectId: '1', issueId: '9', state: 'approved', reason: { key: 'late', name: 'Too late' } },
  ...{ rationale: 'Found after the freeze.', control: 'Pay by invoice', target: { id: '11', name: '4.3.0' } },
  ...{ from: [{ id: '10', name: '4.2.0' }], severity: 'S2', requester: 'p-1', k: 1 },
  ...{ expiresAt: '2026-12-01T23:59:59.999Z', comment: false, events: [], entered: 0 },
};
const facts: ReleaseNotesFacts = {
  ...{ project, version, access: { mayBrowse: true, levels: [], may: mayNothing } },
  versions: [
    version,
    { ...version, id: '12', name: '4.4.0', releaseDate: null },
    { ...version, id: '11', name: '4.3.0', releaseDate: '2026-12-10' },
    { ...version, id: '13', name: '4.1.0', released: true },
    { ...version, id: '14', name: '5.0', archived: true },
  ],
  defects: [
    aStoredDefect({ id: '7', key: 'SHOP-7' }),
    aStoredDefect({ id: '8', key: 'SHOP-8', open: false, category: 'done' }),
    aStoredDefect({ id: '9', key: 'SHOP-9' }),
    aStoredDefect({ id: '6', key: 'SHOP-6', securityLevel: '900', summary: 'Secret' }),
  ],
  plannedIds: new Set(['7', '8', '6']),
  deferrals: [deferral],
  plans: new Map([
    [
      '7',
      [
        { value: '13', from: '2026-09-01T00:00:00.000Z', to: '2026-10-01T00:00:00.000Z' },
        { value: '10', from: '2026-10-01T00:00:00.000Z', to: null },
      ],
    ],
  ]),
};

test('a release with what it fixes, what it ships with and what it leaves behind', () => {
  const view = releaseNotesView(facts);
  expect(view.fixed.map(({ key }) => key)).toEqual(['SHOP-8']);
  expect(view.known).toMatchObject([{ key: 'SHOP-9', deferral: { target: '4.3.0', control: 'Pay by invoice' } }]);
  expect(view.left).toMatchObject([{ key: 'SHOP-7', slips: 1 }]);
  expect(view.targets.map(({ name }) => name)).toEqual(['4.3.0', '4.4.0']);
});

test('what Jira hides from the viewer is counted, and neither in a list nor in the text', () => {
  const view = releaseNotesView(facts);
  expect(view.hidden).toBe(1);
  expect(JSON.stringify(view)).not.toMatch(/SHOP-6|Secret/);
});

test('a deferral out of another release is no known issue of this one', () => {
  const elsewhere = { ...deferral, from: [{ id: '11', name: '4.3.0' }] };
  expect(releaseNotesView({ ...facts, deferrals: [elsewhere] }).known).toEqual([]);
});
