import fc from 'fast-check';
import { heldAt, timeline } from './timeline';
import type { Change, TimelineFacts } from './timeline';

const held = (value: string | null) => ({ value, label: value });
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const change = (minute: number, from: string | null, to: string | null): Change => ({
  at: at(minute),
  from: held(from),
  to: held(to),
});
const facts = (parts: Partial<TimelineFacts>): TimelineFacts => ({
  created: at(0),
  updated: at(100),
  current: held('open'),
  changes: [],
  ...parts,
});
const shown = (parts: Partial<TimelineFacts>) =>
  timeline(facts(parts)).map(({ value, from, to }) => [value, from.slice(14, 16), to?.slice(14, 16) ?? null]);

test('without changes one value lasts from the creation on', () => {
  expect(shown({})).toEqual([['open', '00', null]]);
});

test('a value may come back', () => {
  const changes = [change(10, 'open', 'done'), change(20, 'done', 'open'), change(30, 'open', 'done')];
  expect(shown({ changes, current: held('done') })).toEqual([
    ['open', '00', '10'],
    ['done', '10', '20'],
    ['open', '20', '30'],
    ['done', '30', null],
  ]);
});

test('of several changes in one moment the last one holds', () => {
  const changes = [change(10, 'open', 'doing'), change(10, 'doing', 'review'), change(10, 'review', 'done')];
  expect(shown({ changes, current: held('done') })).toEqual([
    ['open', '00', '10'],
    ['done', '10', null],
  ]);
});

test('a change there and back in one moment leaves no trace', () => {
  const changes = [change(10, 'open', 'doing'), change(10, 'doing', 'open')];
  expect(shown({ changes })).toEqual([['open', '00', null]]);
});

test('a missing first value is kept as missing', () => {
  expect(shown({ changes: [change(10, null, 'open')] })).toEqual([
    [null, '00', '10'],
    ['open', '10', null],
  ]);
});

test('a change dated before the creation counts from the creation on', () => {
  expect(shown({ created: at(20), changes: [change(10, 'open', 'done')], current: held('done') })).toEqual([
    ['done', '20', null],
  ]);
});

test('where the changes do not lead to the present value, it holds from the last update', () => {
  expect(shown({ changes: [change(10, 'open', 'doing')], current: held('migrated'), updated: at(50) })).toEqual([
    ['open', '00', '10'],
    ['doing', '10', '50'],
    ['migrated', '50', null],
  ]);
});

test('renamed values keep the name of their time', () => {
  const spans = timeline(
    facts({
      changes: [{ at: at(10), from: { value: '1', label: 'Old name' }, to: { value: '2', label: 'Doing' } }],
      current: { value: '2', label: 'In progress' },
    }),
  );
  expect(spans.map(({ label }) => label)).toEqual(['Old name', 'Doing']);
});

test('the newest changes join on to spans that are known', () => {
  const known = timeline(
    facts({ changes: [change(10, 'open', 'doing'), change(20, 'doing', 'review')], current: held('review') }),
  );
  expect(shown({ known, changes: [change(20, 'doing', 'review'), change(30, 'review', 'done')], current: held('done') })).toEqual(
    [
      ['open', '00', '10'],
      ['doing', '10', '20'],
      ['review', '20', '30'],
      ['done', '30', null],
    ],
  );
});

const values = fc.constantFrom('a', 'b', 'c', null);
const aHistory = fc
  .record({
    first: values,
    steps: fc.array(fc.record({ minutes: fc.integer({ min: 0, max: 5 }), to: values }), { maxLength: 12 }),
  })
  .map(({ first, steps }): TimelineFacts => {
    let now = 0;
    let value = first;
    const changes: Change[] = [];
    for (const step of steps) {
      now += step.minutes;
      changes.push(change(now, value, step.to));
      value = step.to;
    }
    return facts({ changes, current: held(value), updated: at(now) });
  });

test('spans follow each other without a gap from the creation to the present value', () => {
  fc.assert(
    fc.property(aHistory, (history) => {
      const spans = timeline(history);
      expect(spans[0]?.from).toBe(history.created);
      expect(spans.at(-1)).toMatchObject({ value: history.current.value, to: null });
      spans.forEach((span, n) => {
        const next = spans[n + 1];
        if (next === undefined) return;
        expect(span.to).toBe(next.from);
        expect(span.from < next.from).toBe(true);
        expect(span.value).not.toBe(next.value);
      });
    }),
  );
});

test('at every moment the span says what the last change before it said', () => {
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 70 }), (history, minute) => {
      const last = history.changes.filter((one) => one.at <= at(minute)).at(-1);
      const expected = last?.to.value ?? (last === undefined ? (history.changes[0]?.from ?? history.current).value : null);
      expect(heldAt(timeline(history), at(minute))?.value).toBe(expected);
    }),
  );
});

test('reading only the newest changes gives the same as reading all', () => {
  fc.assert(
    fc.property(aHistory, fc.nat(12), fc.nat(12), (history, read, kept) => {
      const earlier = history.changes.slice(0, Math.min(read, history.changes.length));
      const known = timeline({
        ...history,
        changes: earlier,
        current: earlier.at(-1)?.to ?? history.changes[0]?.from ?? history.current,
      });
      const newest = history.changes.slice(Math.min(kept, earlier.length));
      fc.pre(
        newest.length === 0 || newest.length === history.changes.length || (newest[0]?.at ?? '') > (history.changes[0]?.at ?? ''),
      );
      fc.pre(newest.length > 0 || earlier.length === history.changes.length);
      fc.pre(history.changes.every((one, n) => n === 0 || one.at > (history.changes[n - 1]?.at ?? '')));
      expect(timeline({ ...history, changes: newest, known }).map(({ value, from, to }) => [value, from, to])).toEqual(
        timeline(history).map(({ value, from, to }) => [value, from, to]),
      );
    }),
  );
});
