import { subjectsOf } from './matching';
import type { Told } from './messages';
import { anOccurrence, aRelease, aRule } from './notifications.fixture';
import type { NotificationRule } from './rules';

const live = aRelease({ deployments: [{ stage: 'production', state: 'deployed' }] });
const going = aRelease({ deployments: [{ stage: 'canary', state: 'deploying' }] });
const inProduction = { kind: 'deployed', stages: ['canary', 'production'], states: ['deployed'] } as const;

const cases: [string, Partial<NotificationRule>, Partial<Told>, string[]][] = [
  ['an event that the rule names', {}, {}, ['release:10042']],
  ['another event', { events: ['incident'] }, {}, []],
  ['a rule that is switched off', { active: false }, {}, []],
  ['a severity that is too mild', { severity: 'S2' }, { severity: 'S3' }, []],
  ['the mildest severity that counts', { severity: 'S2' }, { severity: 'S2' }, ['release:10042']],
  ['something that has no severity', { severity: 'S1' }, { severity: null }, ['release:10042']],
  ['a rule for every severity', { severity: null }, { severity: 'S4' }, ['release:10042']],
  [
    'a released version, where unreleased ones count',
    { stream: { kind: 'unreleased' } },
    { releases: [aRelease({ released: true })] },
    [],
  ],
  ['a release in production', { stream: inProduction }, { releases: [live] }, ['release:10042']],
  ['a release that is on its way, where what was deployed counts', { stream: inProduction }, { releases: [going] }, []],
  [
    'a release that is on its way, where that counts too',
    { stream: { ...inProduction, states: ['deploying', 'deployed'] } },
    { releases: [going] },
    ['release:10042'],
  ],
  ['a release in another stage', { stream: { ...inProduction, stages: ['staging'] } }, { releases: [live] }, []],
  ['no release, where only some count', { stream: { kind: 'unreleased' } }, { releases: [] }, []],
  ['no release, where everything counts', {}, { releases: [] }, ['issue:30001']],
  ['neither release nor issue', {}, { releases: [], issueId: null }, ['project:10000']],
  ['a rule that tells on the issue itself', { place: 'issue' }, {}, ['issue:30001']],
  ['a rule that tells on the issue, of something that has none', { place: 'issue' }, { issueId: null }, ['release:10042']],
];

test.each(cases)('%s', (_what, rule, occurrence, keys) => {
  expect(subjectsOf(aRule(rule), anOccurrence(occurrence)).map(({ key }) => key)).toEqual(keys);
});

test('of several releases each that counts is a subject, on its own release ticket', () => {
  const releases = [live, aRelease({ id: '1', ticketId: null, deployments: live.deployments }), aRelease({ id: '2' })];
  expect(subjectsOf(aRule({ stream: inProduction }), anOccurrence({ releases }))).toEqual([
    { key: 'release:10042', issueId: '20001', releases: ['10042'] },
    { key: 'release:1', issueId: null, releases: ['1'] },
  ]);
});
