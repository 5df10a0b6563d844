import { originView, regressionsView } from './view-model';
import type { OriginPageFacts } from './view-model';

const now = '2026-11-10T09:00:00.000Z';
const versions = [
  { id: '1', name: '4.0', archived: true },
  { id: '2', name: '4.1', archived: false },
  { id: '3', name: '4.2', archived: false },
];
const commit = { kind: 'commit', value: '1a2b3c4d5e6f', label: '1a2b3c4d5e' } as const;
const facts: OriginPageFacts = {
  ...{ stored: null, suggestions: [], versions, affected: [], affects: [], mayEdit: true, visible: new Set() },
  ...{ people: new Map([['p', 'account-rhea']]), now },
};

test('without a word nothing is affected, and archived releases are not offered', () => {
  const view = originView(facts);
  expect([view.origin, view.affected, view.versions]).toEqual([
    null,
    [],
    [
      { id: '2', name: '4.1' },
      { id: '3', name: '4.2' },
    ],
  ]);
});

test('an origin is shown in words, with who said it, and the releases that Jira does not name yet', () => {
  const stored = { change: commit, versionId: '2', setAt: now, setBy: 'p' };
  const view = originView({ ...facts, stored, affected: versions, affects: ['3'] });
  expect(view.origin).toMatchObject({ words: '4.1, commit 1a2b3c4d5e', by: 'account-rhea', version: { name: '4.1' } });
  expect(view.affected).toEqual([
    { id: '2', name: '4.1', named: false },
    { id: '3', name: '4.2', named: true },
  ]);
});

test('what was said already is not suggested again', () => {
  const stored = { change: commit, versionId: '2', setAt: now, setBy: 'p' };
  const suggestions = [
    { change: commit, versionId: '2', why: 'Seen.' },
    { change: null, versionId: '3', why: 'Named.' },
  ];
  expect(originView({ ...facts, stored, suggestions }).suggestions.map(({ words }) => words)).toEqual(['4.2']);
});

test('an issue that the viewer may not see is not named', () => {
  const change = { kind: 'issue', value: '77', label: 'SEC-7' } as const;
  const stored = { change, versionId: null, setAt: now, setBy: 'gone' };
  expect(JSON.stringify(originView({ ...facts, stored }))).not.toMatch(/SEC-7|"77"/);
  expect(originView({ ...facts, stored, visible: new Set(['77']) }).origin).toMatchObject({
    words: 'the change SEC-7',
    by: null,
  });
});

test('what brought in several is listed with its defects, open ones first; causes that the viewer may not see are left out', () => {
  const secret = { kind: 'issue', value: '77', label: 'SEC-7' } as const;
  const one = (defectId: string, open: boolean, change: typeof commit | typeof secret) => ({
    ...{ defectId, key: `SHOP-${defectId}`, open, change, versionId: '2' },
  });
  const origins = [one('1', false, commit), one('2', true, commit), one('3', true, secret), one('4', true, secret)];
  const view = regressionsView({ origins, versions, seen: new Set(), now });
  expect(view.causes.map(({ label, count, open }) => [label, count, open])).toEqual([
    ['4.1', 4, 3],
    ['1a2b3c4d5e', 2, 1],
  ]);
  expect(view.causes[1]?.defects).toEqual([
    { key: 'SHOP-2', open: true },
    { key: 'SHOP-1', open: false },
  ]);
});
