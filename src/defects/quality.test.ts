import { doubts } from './quality';
import type { QualityContext, QualityFacts, QualitySpan } from './quality';

const context: QualityContext = {
  now: '2026-11-02T09:00:00.000Z',
  statuses: new Map([
    ['1', 'new'],
    ['5', 'done'],
    ['6', 'undefined'],
  ]),
  tiers: ['enterprise', 'standard'],
};

const done: QualityFacts = {
  ...{ open: false, statusId: '5', statusSince: '2026-10-10T09:00:00.000Z', severityRaw: 'S2', severity: 'S2', tier: null },
  createdAt: '2026-10-01T09:00:00.000Z',
  updatedAt: '2026-10-10T09:00:00.000Z',
  resolvedAt: '2026-10-10T09:00:00.000Z',
  ...{ lost: false, spans: [] },
};
const open: QualityFacts = { ...done, open: true, statusId: '1', resolvedAt: null, tier: 'standard' };
const span = (kind: QualitySpan['kind'], value: string | null, from: string, to: string | null = null): QualitySpan => ({
  ...{ kind, value, label: value },
  from: `${from}:00.000Z`,
  to: to === null ? null : `${to}:00.000Z`,
});

test.each([
  ['nothing about an ordinary open one', open, []],
  ['nothing about an ordinary done one', done, []],
  [
    'the end of a fix version after it was done',
    { ...done, spans: [span('fix', '10', '2026-10-01T09:00', '2026-10-12T09:00')] },
    [['changed-after-done', 'Fix version changed 2026-10-12; done since 2026-10-10.']],
  ],
  [
    'a severity after it was done',
    { ...done, spans: [span('severity', 'S4', '2026-10-11T09:00')] },
    [['changed-after-done', 'Severity changed 2026-10-11; done since 2026-10-10.']],
  ],
  [
    'another status of the same kind after it was done',
    { ...done, spans: [span('status', '5', '2026-10-11T09:00')] },
    [['changed-after-done', 'Status changed 2026-10-11; done since 2026-10-10.']],
  ],
  ['not what comes with the resolution itself', { ...done, spans: [span('fix', '10', '2026-10-10T09:01')] }, []],
  ['not a change of one that is open again', { ...open, spans: [span('severity', 'S4', '2026-10-11T09:00')] }, []],
  [
    'a change after the last status where there is no resolution date',
    { ...done, resolvedAt: null, spans: [span('severity', 'S4', '2026-10-11T09:00')] },
    [
      ['changed-after-done', 'Severity changed 2026-10-11; done since 2026-10-10.'],
      ['done-without-resolution-date', 'Done, without a resolution date.'],
    ],
  ],
  [
    'a resolution before the creation',
    { ...done, resolvedAt: '2026-09-30T09:00:00.000Z' },
    [['resolved-before-created', 'Created 2026-10-01, resolved 2026-09-30.']],
  ],
  [
    'a resolution date of an open one',
    { ...open, resolvedAt: '2026-10-10T09:00:00.000Z' },
    [['done-without-resolution-date', 'Open, but resolved 2026-10-10.']],
  ],
  ['a status that the site does not know', { ...open, statusId: '99' }, [['status-unknown', 'Its present status.']]],
  ['a status without a category', { ...open, statusId: '6' }, [['status-unknown', 'Its present status.']]],
  [
    'an earlier status that is gone',
    {
      ...open,
      spans: [span('status', 'Waiting', '2026-10-01T09:00', '2026-10-03T09:00'), span('status', '1', '2026-10-03T09:00')],
    },
    [['status-unknown', 'It was "Waiting" until 2026-10-03.']],
  ],
  ['a severity that is none', { ...open, severityRaw: 'Blocker', severity: null }, [['severity-unknown', 'It says "Blocker".']]],
  ['no severity', { ...open, severityRaw: null, severity: null }, [['severity-missing', 'Open, counts as S1.']]],
  [
    'an update before the creation',
    { ...open, updatedAt: '2026-09-01T09:00:00.000Z' },
    [['clocks-disagree', 'Last updated 2026-09-01, created 2026-10-01.']],
  ],
  ['not a minute ahead', { ...open, updatedAt: '2026-11-02T09:01:00.000Z' }, []],
  [
    'an update in the future',
    { ...open, updatedAt: '2026-11-02T09:01:00.001Z' },
    [['clocks-disagree', 'Updated in the future: 2026-11-02.']],
  ],
  [
    'a change before the creation',
    { ...open, spans: [span('status', '1', '2026-09-30T09:00')] },
    [['clocks-disagree', 'Status changed 2026-09-30, before it was created.']],
  ],
  [
    'a change in the future',
    { ...open, spans: [span('fix', '10', '2026-11-03T09:00')] },
    [['clocks-disagree', 'Fix version changed 2026-11-03, in the future.']],
  ],
  ['a tier that the settings do not know', { ...open, tier: 'gold' }, [['tier-unknown', 'It says "gold".']]],
  ['one that the app cannot see any more', { ...open, lost: true }, [['not-visible', 'Last seen as it was on 2026-10-10.']]],
] satisfies [string, QualityFacts, [string, string][]][])('it finds %s', (_, facts, expected) => {
  expect(doubts(facts, context).map(({ check, note }) => [check, note])).toEqual(expected);
});

test('what was never read is not held against a defect', () => {
  const facts: QualityFacts = { ...open, statusId: '99', tier: 'gold' };
  expect(doubts(facts, { ...context, statuses: new Map(), tiers: null })).toEqual([]);
});
