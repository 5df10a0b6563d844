import fc from 'fast-check';
import type { Severity } from '../../kernel/severity';
import { actedOn, attemptId, catchAttempt, toldOf, unflagged } from './attempt';
import type { Attempt } from './attempt';
import { admissionOf, consequenceOf } from './entry';
import type { ConsequenceFacts } from './entry';
import { admitsWords } from './policy';

const at = '2026-11-02T09:00:00.000Z';
const release = (id: string, parts: object = {}) => ({ id, name: `4.${id}.0`, released: false, archived: false, ...parts });
const facts: ConsequenceFacts = {
  ...{ action: 'move', open: true, versionId: '2', frozen: new Set(['2']), before: [] },
  releases: [release('1', { released: true }), release('2'), release('3'), release('4')],
};

test.each<[Severity | null, readonly Severity[], string]>([
  ['S1', ['S1', 'S2'], 'admitted'],
  ['S3', ['S1', 'S2'], 'violation'],
  [null, ['S1', 'S2', 'S3', 'S4'], 'violation'],
  ['S1', [], 'violation'],
])('%s may come in where %j may: %s', (severity, admits, expected) => {
  expect(admissionOf({ severity, at }, { admits }, [])).toBe(expected);
});

test.each<[string, Partial<ConsequenceFacts>, object]>([
  ['goes on to the next release', {}, { kind: 'move', to: { id: '3', name: '4.3.0' } }],
  ['passes one that is frozen too', { frozen: new Set(['2', '3']) }, { kind: 'move', to: { id: '4', name: '4.4.0' } }],
  ['passes one that is out', { releases: [release('2'), release('3', { archived: true }), release('4')] }, { to: { id: '4' } }],
  ['stays where no later one takes it', { frozen: new Set(['2', '3', '4']) }, { kind: 'flag', because: 'nowhere' }],
  ['stays where its fix is in already', { open: false }, { kind: 'flag', because: 'done' }],
  ['is only flagged', { action: 'flag' }, { kind: 'flag', because: 'asked' }],
  ['is only recorded', { action: 'record', open: false }, { kind: 'record' }],
  ['goes back to where it was', { action: 'back', before: ['4'] }, { kind: 'move', to: { id: '4', name: '4.4.0' } }],
  ['goes back to no release', { action: 'back', before: [] }, { kind: 'move', to: null }],
  ['goes on where it was is out', { action: 'back', before: ['1'] }, { kind: 'move', to: { id: '3', name: '4.3.0' } }],
  ['stays in a release that is gone', { versionId: '9' }, { kind: 'flag', because: 'nowhere' }],
])('a defect %s', (_, parts, expected) => {
  expect(consequenceOf({ ...facts, ...parts })).toMatchObject(expected);
});

test('no move leads into a frozen release or one that is out, so none leads to another', () => {
  const ids = ['1', '2', '3', '4', '5'];
  fc.assert(
    fc.property(
      fc.record({
        action: fc.constantFrom('record', 'flag', 'move', 'back'),
        open: fc.boolean(),
        versionId: fc.constantFrom(...ids),
        frozen: fc.subarray(ids),
        before: fc.option(fc.subarray(ids)),
        out: fc.subarray(ids),
      }),
      ({ frozen, out, versionId, ...rest }) => {
        const all = new Set([...frozen, versionId]);
        const releases = ids.map((id) => release(id, { released: out.includes(id) }));
        const found = consequenceOf({
          ...rest,
          action: rest.action,
          versionId,
          frozen: all,
          releases,
        });
        if (found.kind !== 'move' || found.to === null) return;
        expect(all.has(found.to.id) || out.includes(found.to.id)).toBe(false);
        expect([rest.open, rest.action === 'move' || rest.action === 'back']).toEqual([true, true]);
      },
    ),
  );
});

test('it says what may come in', () => {
  expect(admitsWords([])).toBe('nothing may come in without an exception');
  expect(admitsWords(['S1'])).toBe('only S1 may still come in');
  expect(admitsWords(['S2', 'S1'])).toBe('only S1 and S2 may still come in');
});

describe('an attempt', () => {
  const caught = () =>
    catchAttempt(
      {
        ...{ projectId: '1', version: { id: '2', name: '4.2.0' }, defectId: '7', at, who: 'ada', severity: 'S3' },
        consequence: { kind: 'flag', because: 'asked' },
      },
      at,
    );

  test('is known by its release, its defect and its moment', () => {
    expect(caught().id).toBe(attemptId('2', '7', at));
    expect(attemptId('2', '7', '2026-11-02T09:00:01.000Z')).not.toBe(caught().id);
  });

  test('whatever is done in whatever order, each step happens once', () => {
    const step = fc.constantFrom('moved', 'flagged', 'recorded', 'tell', 'left', 'admitted');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let attempt: Attempt = caught();
        for (const one of steps) {
          const next =
            one === 'tell'
              ? toldOf(attempt, at)
              : one === 'left' || one === 'admitted'
                ? unflagged(attempt, one, at)
                : actedOn(attempt, one, at);
          if (next === null) continue;
          expect(next.events.slice(0, -1)).toEqual(attempt.events);
          attempt = next;
        }
        const acts = attempt.events.map(({ act }) => act);
        expect(new Set(acts).size).toBe(acts.length);
        expect(attempt.events.length).toBeLessThanOrEqual(4);
        if (acts.includes('told')) expect(acts.some((act) => act === 'moved' || act === 'flagged')).toBe(true);
      }),
    );
  });
});
