import fc from 'fast-check';
import { blindView } from './blind';
import { inQueueOrder } from './queue';
import type { Queued } from './queue';
import { disagree, disagreement, middle, roles } from './rating';
import type { Vote } from './rating';
import { allHaveVoted, inSession, leftOpen, nextOf, onBoard, openSession } from './session';
import type { Session, SessionAct } from './session';

const instants = fc.integer({ min: 0, max: 5 }).map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString());
const queued: fc.Arbitrary<Queued> = fc.record({
  defectId: fc.integer({ min: 1, max: 99_999 }).map(String),
  disagreement: fc.boolean(),
  score: fc.option(fc.integer({ min: 0, max: 3 }).map((n) => n * 30)),
  slaDueAt: fc.option(instants),
  createdAt: instants,
});
const queues = fc.uniqueArray(queued, { selector: ({ defectId }) => defectId, maxLength: 30 });

test('the same defects always stand in the same order, however they come', () => {
  const shuffled = queues.chain((items) =>
    fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length })),
  );
  fc.assert(fc.property(shuffled, ([items, other]) => expect(inQueueOrder(other)).toEqual(inQueueOrder(items))));
});

test('disagreement comes first, then the score, what was not scored as the highest, then the target, then age, then id', () => {
  const one = { disagreement: false, score: 50, slaDueAt: null, createdAt: '2026-11-02T00:00:00.000Z' };
  const items: Queued[] = [
    { ...one, defectId: '9' },
    { ...one, defectId: '10' },
    { ...one, defectId: '3', createdAt: '2026-11-01T00:00:00.000Z' },
    { ...one, defectId: '4', slaDueAt: '2026-11-09T00:00:00.000Z' },
    { ...one, defectId: '5', score: 99 },
    { ...one, defectId: '6', score: null },
    { ...one, defectId: '7', score: 1, disagreement: true },
  ];
  expect(inQueueOrder(items).map(({ defectId }) => defectId)).toEqual(['7', '6', '5', '4', '3', '9', '10']);
});

test.each([
  [[1, 2], [3, 3], false, false],
  [[1, 3], [3, 3], true, false],
  [[2, 2], [5, 1], false, true],
  [[4], [1], false, false],
  [[], [], false, false],
])('ratings of risk %j and impact %j', (risks, impacts, risk, impact) => {
  const votes = risks.map((value, n) => ({ risk: value, impact: impacts[n] ?? 0 }));
  expect(disagreement(votes)).toEqual({ risk, impact });
  expect(disagree(votes)).toBe(risk || impact);
});

test('the middle of an even number of ratings lies between two', () => {
  expect([middle([5, 1, 2]), middle([1, 2]), middle([])]).toEqual([2, 1.5, null]);
});

const ids = ['11', '12', '13', '14'];
const id = fc.constantFrom(...ids, '99');
const acts: fc.Arbitrary<SessionAct> = fc.oneof(
  id.map((defectId): SessionAct => ({ kind: 'vote', defectId })),
  fc.tuple(id, fc.boolean()).map(([defectId, disagreed]): SessionAct => ({ kind: 'reveal', defectId, disagreed })),
  id.map((defectId): SessionAct => ({ kind: 'decide', defectId })),
  id.map((defectId): SessionAct => ({ kind: 'skip', defectId })),
  fc.option(id).map((defectId): SessionAct => ({ kind: 'back', defectId })),
);

function after(session: Session, some: readonly SessionAct[]): Session {
  return some.reduce((now, act) => {
    const outcome = inSession(now, act);
    return outcome.kind === 'done' ? outcome.session : now;
  }, session);
}

test('whatever people do, a defect goes from waiting to decided and never back, and none is lost', () => {
  const rank = { waiting: 0, voting: 1, revealed: 2, decided: 3 };
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 40 }), (some) => {
      let session = openSession(ids);
      for (const act of some) {
        const outcome = inSession(session, act);
        if (outcome.kind === 'refused') {
          expect(outcome.because).toMatch(/^[A-Z].*\.$/);
          continue;
        }
        outcome.session.items.forEach((item, n) =>
          expect(rank[item.state]).toBeGreaterThanOrEqual(rank[session.items[n]?.state ?? 'waiting']),
        );
        expect(outcome.session.items.map(({ defectId }) => defectId)).toEqual(ids);
        session = outcome.session;
        expect(session.currentId === null || ids.includes(session.currentId)).toBe(true);
      }
    }),
  );
});

test('going on from every defect comes to all of them before it comes to one again', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 20 }), (some) => {
      const session = after(openSession(ids), some);
      const left = session.items.filter(({ state }) => state !== 'decided').map(({ defectId }) => defectId);
      let now: Session = { ...session, currentId: nextOf(session.items) };
      const most = Math.max(0, ...session.items.map(({ skipped }) => skipped));
      const seen = new Set<string>();
      for (let n = 0; n < (most + 1) * ids.length && now.currentId !== null; n += 1) {
        seen.add(now.currentId);
        now = after(now, [{ kind: 'skip', defectId: now.currentId }]);
      }
      expect([...seen].sort()).toEqual([...left].sort());
    }),
  );
});

test('a rating that comes after the ratings are shown is refused with words', () => {
  const shown = after(openSession(ids), [
    { kind: 'vote', defectId: '11' },
    { kind: 'reveal', defectId: '11', disagreed: true },
  ]);
  expect(inSession(shown, { kind: 'vote', defectId: '11' })).toEqual({
    kind: 'refused',
    because: 'The ratings are shown already, so yours came too late to count. Say it to the others.',
  });
});

test('a closed session takes nothing more', () => {
  const closed = after(openSession(ids), [{ kind: 'close' }]);
  expect(closed.state).toBe('closed');
  for (const act of [{ kind: 'vote', defectId: '11' } as const, { kind: 'close' } as const])
    expect(inSession(closed, act).kind).toBe('refused');
});

test('back goes to the one before, at the end of the queue to the last, and from the first nowhere', () => {
  const start = openSession(ids);
  const second = after(start, [{ kind: 'skip', defectId: '11' }]);
  expect(second.currentId).toBe('12');
  expect(after(second, [{ kind: 'back', defectId: null }]).currentId).toBe('11');
  expect(inSession(start, { kind: 'back', defectId: null }).kind).toBe('refused');
  const end = after(
    start,
    ids.map((defectId) => ({ kind: 'decide', defectId })),
  );
  expect(end.currentId).toBeNull();
  expect(after(end, [{ kind: 'back', defectId: null }]).currentId).toBe('14');
});

test('what people disagreed on stands first on the board, what is decided last', () => {
  const session = after(openSession(ids), [
    { kind: 'decide', defectId: '11' },
    { kind: 'reveal', defectId: '14', disagreed: true },
  ]);
  expect(onBoard(session.items).map(({ defectId }) => defectId)).toEqual(['14', '12', '13', '11']);
});

test('all have rated it once everybody who is there has', () => {
  expect(allHaveVoted(['a', 'b'], ['b', 'a', 'c'])).toBe(true);
  expect(allHaveVoted(['a', 'b'], ['a'])).toBe(false);
  expect(allHaveVoted([], [])).toBe(false);
});

test('left open is what was rated for all to see and not decided', () => {
  const { items } = after(openSession(ids), [
    { kind: 'decide', defectId: '11' },
    { kind: 'vote', defectId: '12' },
    { kind: 'reveal', defectId: '13', disagreed: false },
    { kind: 'reveal', defectId: '14', disagreed: false },
  ]);
  expect(leftOpen(items, ['11', '12', '13']).map(({ defectId }) => defectId)).toEqual(['13']);
});

const votes: fc.Arbitrary<Vote[]> = fc.uniqueArray(
  fc.record({
    defectId: fc.constant('11'),
    person: fc.uuid(),
    role: fc.constantFrom(...roles),
    risk: fc.integer({ min: 1, max: 5 }),
    impact: fc.integer({ min: 1, max: 5 }),
  }),
  { selector: ({ person }) => person, minLength: 2, maxLength: 8 },
);

test('until the ratings are shown, the view of a person is the same whatever the others say', () => {
  fc.assert(
    fc.property(votes, fc.constantFrom('waiting' as const, 'voting' as const), (cast, state) => {
      const me = cast[0]?.person ?? '';
      const others = cast.map((vote) => (vote.person === me ? vote : { ...vote, risk: 6 - vote.risk, impact: 6 - vote.impact }));
      const item = { defectId: '11', state };
      expect(blindView(item, cast, me)).toEqual(blindView(item, others, me));
      expect(JSON.stringify(blindView(item, cast, me))).not.toContain(cast[1]?.person);
    }),
  );
});

test('once they are shown, everybody sees all of them', () => {
  fc.assert(
    fc.property(votes, (cast) => {
      const { revealed } = blindView({ defectId: '11', state: 'revealed' }, cast, 'somebody');
      expect(revealed?.votes).toHaveLength(cast.length);
    }),
  );
});
