import type { Verdict } from '../../gates';
import { aVerdict, now } from '../screen.fixture';
import { nextFor, stageConditions } from './conditions';
import type { JudgedMember } from './conditions';

const production = { key: 'production', name: 'Production' };
type Parts = Partial<Verdict['conditions'][number]>;
const condition = (parts: Parts): Verdict['conditions'][number] => ({
  ...{
    id: 'open-defects:S1:any',
    rule: 'open-defects',
    breach: 'holds',
    title: 'Open S1 defects',
    reason: 'why',
    definition: '',
  },
  ...{ value: 0, limit: 0, unit: 'defects', atLeast: false, state: 'met', defectIds: [], deferredIds: [], leftOut: '' },
  ...{ restsUntil: null, clause: null, jql: null, ...parts },
});
const breached = (value: number, parts: Parts = {}) => condition({ state: 'breached', value, reason: `${value} open`, ...parts });
function member(name: string | null, conditions: readonly Parts[], until = '2026-11-03T00:00:00.000Z'): JudgedMember {
  const stored = aVerdict([]);
  const all = conditions.map(condition);
  const state = all.some((one) => one.state === 'breached')
    ? 'held'
    : all.some((one) => one.state === 'unknown')
      ? 'unknown'
      : 'open';
  const verdict = { ...stored.verdict, stage: production, state, conditions: all } as const;
  return { versionId: name ?? 'hidden', projectKey: 'SHOP', name, verdicts: [{ ...stored, until, freshUntil: until, verdict }] };
}

test('rule by rule: the worst state, the sum of all, and which releases', () => {
  const { conditions } = stageConditions(
    production,
    [member('SHOP 1', [condition({})]), member('SHOP 2', [breached(2)]), member(null, [breached(3)])],
    now,
  );
  expect(conditions).toEqual([
    {
      ...{ id: 'open-defects:S1:any', rule: 'open-defects', title: 'Open S1 defects', state: 'breached', breach: 'holds' },
      ...{ sum: 5, hidden: 1 },
      releases: [
        { name: 'SHOP 2', versionId: 'SHOP 2', projectKey: 'SHOP', state: 'breached', reason: '2 open' },
        { name: 'SHOP 1', versionId: 'SHOP 1', projectKey: 'SHOP', state: 'met', reason: 'why' },
      ],
    },
  ]);
});

test('what holds comes first, what only warns after it, and waiting for the others last of what holds', () => {
  const all = [
    condition({ id: 'a' }),
    breached(1, { id: 'b', breach: 'warns' }),
    breached(1, { id: 'c', rule: 'train-members' }),
    breached(1, { id: 'd' }),
    condition({ id: 'e', state: 'unknown', value: null }),
  ];
  const { conditions } = stageConditions(production, [member('SHOP 1', all)], now);
  expect(conditions.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'e', 'a']);
  expect(conditions.find(({ id }) => id === 'e')?.sum).toBeNull();
});

test('nothing is added up where nothing is counted', () => {
  const hours = [breached(4, { unit: 'hours', atLeast: true })];
  expect(stageConditions(production, [member('SHOP 1', hours)], now).conditions[0]?.sum).toBeNull();
});

test('a condition of releases that the viewer may not see alone is counted and not named', () => {
  const found = stageConditions(
    production,
    [member('SHOP 1', []), member(null, [breached(1, { id: 'own', title: 'Secret check' })])],
    now,
  );
  expect(found).toMatchObject({ conditions: [], hidden: 1 });
  expect(JSON.stringify(found)).not.toContain('Secret');
});

test('out of date is not known, and a release that was not judged is named', () => {
  const late = member('SHOP 1', [condition({})], now);
  const found = stageConditions(production, [late, { ...late, name: 'SHOP 2', verdicts: [] }], now);
  expect(found).toMatchObject({ conditions: [{ state: 'unknown', sum: null }], unjudged: ['SHOP 2'] });
});

describe('what to see to first', () => {
  const open = member('SHOP 1', [condition({})]);
  const waits = member('SHOP 2', [condition({}), breached(1, { rule: 'train-members' })]);
  const held = member('SHOP 3', [breached(2)]);
  const hidden = member(null, [breached(2)]);
  const unknown = member('SHOP 4', [condition({ state: 'unknown', reason: 'nobody knows' })]);
  const next = (...members: JudgedMember[]) => nextFor([production], members, now);

  test('the release that is held by its own rows', () => {
    expect(next(open, waits, unknown, held)).toEqual({
      ...{ stage: 'Production', because: '2 open' },
      release: { name: 'SHOP 3', versionId: 'SHOP 3', projectKey: 'SHOP' },
    });
  });
  test('one that is not known, where none is held', () => expect(next(open, unknown)?.because).toBe('nobody knows'));
  test('one that was not judged', () => expect(next({ ...open, verdicts: [] })?.because).toBe('it was not judged yet'));
  test('none of them is named that the viewer may not see', () =>
    expect(next(open, hidden)).toEqual({ stage: 'Production', release: null, because: '' }));
  test('a held one that is hidden comes before one that is not known', () => expect(next(unknown, hidden)?.release).toBeNull());
  test('nothing where all may enter', () => expect(next(open)).toBeNull());
});
