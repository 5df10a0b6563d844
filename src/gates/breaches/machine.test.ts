import fc from 'fast-check';
import { minute, plus } from '../../kernel/instant';
import type { Breach } from './breach';
import { acknowledge, breached, followed, isTakenBack, mostTakenBack, takeBack } from './machine';

const now = '2026-11-02T09:00:00.000Z';
const aBreach = (after = 5, parts: Partial<Breach['verdict']> = {}): Breach =>
  breached(
    {
      ...{ projectId: '1', version: { id: '10', name: '4.2.0' }, stage: { key: 'production', name: 'Production' } },
      verdict: {
        state: 'held',
        sentence: '4.2.0 may not enter production: 1 open S1 defect, none allowed.',
        mode: 'enforce',
        ...parts,
      },
    },
    after,
    now,
  );
const done = (breach: Breach | null): Breach => {
  if (breach === null) throw new Error('It was said already.');
  return breach;
};
const back = (breach: Breach) => done(followed(done(followed(breach, 'taking-back', '', now)), 'taken-back', '', now));

test.each([
  ['the project wants it', aBreach(), true, 'yes'],
  ['the project does not', aBreach(), false, 'no'],
  ['its gate only warned', aBreach(5, { mode: 'warn' }), true, 'no'],
  ['nobody knew what its gate would say', aBreach(5, { state: 'unknown' }), true, 'no'],
  ['it was taken back', back(aBreach()), true, 'no'],
])('it is taken back where %s', (_, breach, wanted, expected) => {
  expect(takeBack(breach, { wanted, breaches: [breach], now })).toBe(expected);
});

test('after three times in a day it is left, and taken back again the day after', () => {
  const before = [1, 2, 3].map((after) => back(aBreach(after)));
  const breach = aBreach(9);
  const facts = { wanted: true, breaches: [...before, breach], now };
  expect(takeBack(breach, facts)).toMatchObject({
    because: 'It was taken back 3 times within a day and released again each time, so it is left as it is.',
  });
  expect(takeBack(breach, { ...facts, now: plus(now, 25 * 60 * minute) })).toBe('yes');
});

test('what the app does is said once, and is known as its own', () => {
  const begun = done(followed(aBreach(), 'taking-back', 'The project wants it.', now));
  expect([isTakenBack(aBreach()), isTakenBack(begun), isTakenBack(back(aBreach()))]).toEqual([false, true, true]);
  expect(followed(begun, 'taking-back', '', now)).toBeNull();
  expect(followed(back(aBreach()), 'not-taken-back', '', now)).toBeNull();
  expect(isTakenBack(done(followed(begun, 'not-taken-back', 'Jira refused it.', now)))).toBe(false);
});

test('it is acknowledged once, with a reason, by who may', () => {
  const facts = { who: 'rhea', mayAcknowledge: true, because: ' A hotfix for the outage. ', now };
  const outcome = acknowledge(aBreach(), facts);
  expect(outcome).toMatchObject({
    breach: { state: 'acknowledged', events: [{}, { who: 'rhea', because: 'A hotfix for the outage.' }] },
  });
  expect(outcome.kind === 'done' ? acknowledge(outcome.breach, facts).kind : '').toBe('refused');
  expect(acknowledge(aBreach(), { ...facts, mayAcknowledge: false }).kind).toBe('refused');
  expect(acknowledge(aBreach(), { ...facts, because: ' ' }).kind).toBe('refused');
});

test('however often something releases it, it is taken back at most three times a day', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600), { maxLength: 20 }), (minutes) => {
      let breaches: Breach[] = [];
      let at = now;
      for (const [n, after] of minutes.entries()) {
        at = plus(at, after * minute);
        const breach = breached({ ...aBreach(), verdict: aBreach().verdict }, n + 1, at);
        breaches = [...breaches, breach];
        if (takeBack(breach, { wanted: true, breaches, now: at }) !== 'yes') continue;
        const taken = done(followed(breach, 'taken-back', '', at));
        breaches = breaches.map((one) => (one.id === taken.id ? taken : one));
      }
      for (const { events } of breaches) {
        const from = events.find(({ act }) => act === 'taken-back')?.at;
        if (from === undefined) continue;
        const within = breaches.filter((one) =>
          one.events.some((event) => event.act === 'taken-back' && event.at >= from && event.at < plus(from, 24 * 60 * minute)),
        );
        expect(within.length).toBeLessThanOrEqual(mostTakenBack);
      }
    }),
  );
});
