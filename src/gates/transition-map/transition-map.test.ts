import fc from 'fast-check';
import { deployedState, fieldState, refusalOf, verifiedState } from './allowed';
import { any, movesOf, needsOf } from './map';
import type { AutoMove, MapRow, TransitionMap } from './map';
import { beginMove, endMove, triesOf } from './moves';
import { mapProblems, unreachable } from './problems';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);
const stages = [
  { key: 'test', name: 'Test', gated: false },
  { key: 'staging', name: 'Staging', gated: true },
  { key: 'production', name: 'Production', gated: true },
];
const row = (parts: Partial<MapRow> = {}): MapRow => ({
  ...{ project: any, from: 'review', to: 'closed', needs: [{ kind: 'field', field: 'severity' }] },
  ...parts,
});
const move = (from: string, to: string, parts: Partial<AutoMove> = {}): AutoMove => ({
  ...{ project: any, on: 'deployed', stage: 'staging', from, to },
  ...parts,
});
const map = (rows: MapRow[], moves: AutoMove[] = []): TransitionMap => ({ rows, moves });

describe('what a change needs', () => {
  const gate = { kind: 'gate', stage: 'production' } as const;
  const severity = { kind: 'field', field: 'severity' } as const;
  test('is what all rows about it say together, each thing once', () => {
    const rows = [row(), row({ from: any, needs: [gate, severity] }), row({ to: 'open' }), row({ project: '2', needs: [] })];
    expect(needsOf(map(rows), { projectId: '1', from: 'review', to: 'closed' })).toEqual([severity, gate]);
    expect(needsOf(map(rows), { projectId: '1', from: 'open', to: 'closed' })).toEqual([gate, severity]);
    expect(needsOf(map(rows), { projectId: '1', from: 'open', to: 'review' })).toEqual([]);
  });

  test('is told with the reasons; what was not looked at refuses', () => {
    expect(refusalOf([gate, severity], [null, null])).toBeNull();
    expect(refusalOf([gate, severity], [null, fieldState('severity', false)])).toBe(
      'Before this change of status, set its defect severity.',
    );
    expect(refusalOf([gate, severity], [null])).toBe('Holdpoint did not look whether this is met.');
    expect(refusalOf([gate, gate, gate, gate], ['A.', 'B.', 'C.', 'D.'])).toBe('A. B. C. And there is more.');
  });
});

describe('a fix in a stage', () => {
  const place = { stageName: 'Production' };
  const here = (stands: boolean) => [{ name: '4.2.0', stands }];
  test.each([
    ['live', [], null],
    ['partly', here(true), 'Its fix is deployed to a part of production only.'],
    ['gone', here(true), 'Its fix was deployed to production, and is not there any more.'],
    [null, here(true), null],
    [null, here(false), '4.2.0, which has its fix, does not stand in production.'],
    [null, [], 'It has no fix version, so nobody knows whether its fix is in production.'],
  ] as const)('%s, %j', (fix, releases, said) => {
    expect(deployedState(place, fix, releases)).toBe(said);
  });
  test('is verified or not', () => {
    expect(verifiedState(place, true)).toBeNull();
    expect(verifiedState(place, false)).toBe('Nothing has shown yet that its fix holds in production.');
  });
});

describe('a map cannot be saved', () => {
  test.each<[string, TransitionMap, string, string]>([
    ['whose change leads nowhere', map([row({ to: 'review' })]), 'rows.0.to', 'another status'],
    ['that says the same twice', map([row(), row()]), 'rows.1', 'the same change'],
    [
      'that needs a stage which is not there',
      map([row({ needs: [{ kind: 'deployed', stage: 'moon' }] })]),
      'rows.0.needs.0',
      'no stage "moon"',
    ],
    [
      'that needs a gate which is not there',
      map([row({ needs: [{ kind: 'gate', stage: 'test' }] })]),
      'rows.0.needs.0',
      'has no gate',
    ],
    ['whose move stays', map([], [move('a', 'a')]), 'moves.0.to', 'another status'],
    ['whose moves compete', map([], [move('a', 'b'), move('a', 'c', { project: '2' })]), 'moves.1', 'only one of them'],
    [
      'whose moves go round',
      map([], [move('a', 'b'), move('b', 'c', { stage: 'production' }), move('c', 'a', { on: 'verified' })]),
      'moves.2',
      'in a circle',
    ],
    [
      'whose moves go round in one project',
      map([], [move('a', 'b', { project: '1' }), move('b', 'a')]),
      'moves.1',
      'in a circle',
    ],
    [
      'whose move asks for what comes later',
      map([row({ to: 'b', from: any, needs: [{ kind: 'deployed', stage: 'production' }] })], [move('a', 'b')]),
      'moves.0.to',
      'deployed to Production, which comes later',
    ],
    [
      'whose move asks for a verification that comes after the deployment',
      map([row({ to: 'b', from: 'a', needs: [{ kind: 'verified', stage: 'staging' }] })], [move('a', 'b')]),
      'moves.0.to',
      'shown to hold in Staging, which comes later',
    ],
  ])('%s', (_, wrong, path, message) => {
    expect(mapProblems(wrong, stages)).toEqual([{ path, message: saying(message) }]);
  });

  test('and what is in order can: projects on their own make no circle together', () => {
    const moves = [move('a', 'b', { project: '1' }), move('b', 'a', { project: '2' })];
    expect(mapProblems(map([row()], moves), stages)).toEqual([]);
    const verified = row({ from: 'a', to: 'b', needs: [{ kind: 'verified', stage: 'staging' }] });
    expect(mapProblems(map([verified], [move('a', 'b', { on: 'verified' })]), stages)).toEqual([]);
  });
});

describe('a change that no workflow has', () => {
  const ways = [{ from: ['review'], to: 'closed' }, { from: any, to: 'open' } as const];
  const read = [{ projectId: '1', projectKey: 'SHOP', ways }];
  test('is refused in a project whose workflows are known', () => {
    const wrong = map([row({ from: 'open', project: '1' }), row({ from: any, to: 'gone' })], [move('closed', 'review')]);
    expect(unreachable(wrong, read, true)).toEqual([
      { path: 'rows.0.to', message: 'No transition of defects in SHOP leads from the one status to the other.' },
      { path: 'rows.1.to', message: 'No transition of defects in any project leads to this status.' },
      { path: 'moves.0.to', message: saying('any project') },
    ]);
    expect(unreachable(map([row(), row({ from: 'closed', to: 'open' })]), read, true)).toEqual([]);
  });
  test('may be there where the workflows could not be read', () => {
    expect(unreachable(map([row({ from: 'open', project: '2' })]), read, false)).toEqual([]);
    expect(unreachable(map([row({ from: 'open' })]), read, false)).toEqual([]);
  });
});

describe('a move', () => {
  const begun = beginMove(
    {
      ...{ id: '7-1', projectId: '1', issueId: '7', version: null, stage: { key: 'staging', name: 'Staging' } },
      ...{ on: 'deployed', from: { id: 'a', name: 'A' }, to: { id: 'b', name: 'B' }, cause: 'd1' },
    },
    null,
    '2026-11-02T09:00:00.000Z',
  );
  test('ends once', () => {
    const moved = endMove(begun, 'moved', begun.events[0]?.at ?? '');
    expect(moved).toMatchObject({ state: 'moved', events: [{ act: 'begun' }, { act: 'moved' }] });
    expect(moved === null ? moved : endMove(moved, { because: 'x' }, '')).toBeNull();
    expect(endMove(begun, { because: 'No way.' }, '')).toMatchObject({
      state: 'not-moved',
      events: [{}, { because: 'No way.' }],
    });
    expect(triesOf(beginMove(begun, begun, ''))).toBe(2);
  });
});

test('moves that may be saved always come to rest, in every project, whatever happens', () => {
  const statuses = ['a', 'b', 'c', 'd', 'e'];
  const aMove = fc.record({
    project: fc.constantFrom(any, '1', '2'),
    on: fc.constantFrom('deployed' as const, 'verified' as const),
    stage: fc.constantFrom('test', 'staging', 'production'),
    from: fc.constantFrom(...statuses),
    to: fc.constantFrom(...statuses),
  });
  fc.assert(
    fc.property(fc.array(aMove, { maxLength: 10 }), fc.array(fc.nat(9), { minLength: 30, maxLength: 30 }), (moves, picks) => {
      // What is refused is taken out, as an admin would, until the map can be saved.
      let accepted: AutoMove[] = [];
      for (const one of moves) if (mapProblems(map([], [...accepted, one]), stages).length === 0) accepted = [...accepted, one];
      for (const project of ['1', '2', '3']) {
        for (const start of statuses) {
          let [status, steps] = [start, 0];
          for (const pick of picks) {
            const possible = movesOf(map([], accepted), project).filter(({ from }) => from === status);
            const next = possible[pick % Math.max(1, possible.length)];
            if (next === undefined) break;
            [status, steps] = [next.to, steps + 1];
          }
          expect(steps).toBeLessThan(statuses.length);
        }
      }
    }),
    { numRuns: 300 },
  );
});
