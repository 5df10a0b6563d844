import { messageAtOnce } from './at-once';
import { lineStopped } from './messages';
import { aRelease, someRules, start } from './notifications.fixture';
import { textOf } from './words';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

const told = (drill: boolean) =>
  lineStopped(
    { id: `line:${drill ? 'drill' : 'real'}`, at: start, projectId: '1' },
    {
      ...{
        drill,
        where: 'Staging',
        build: '311',
        what: drill ? 'an S1' : 'The defect SHOP-7 (S1)',
        severity: 'S1',
        issueId: null,
      },
      ...{ held: ['Canary', 'Production'], people: ['rhea'] },
    },
    aRelease(),
  );
const rules = { ...someRules(), on: true, quiet: null };
const night = { zone: 'Etc/UTC', spans: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:00' }] };

test('it is told at once, without a rule, to those who answer for it', () => {
  const message = messageAtOnce(told(false), '900', { ...rules, rules: [] }, start);
  expect(message).toMatchObject({
    issueId: '900',
    at: start,
    parts: [{ to: [{ kind: 'named' }, { kind: 'owner' }, { kind: 'assignee' }] }],
  });
  expect(message === null ? '' : textOf(message)).toEqual(
    saying(
      'The defect SHOP-7 (S1) was seen in Staging, where 4.2.0, build 311, is dark. The line is stopped for Canary and Production.',
    ),
  );
});

test('handed in twice it is the same message, and a drill is another one that says so', () => {
  const id = (drill: boolean) => messageAtOnce(told(drill), '900', rules, start)?.id;
  expect(id(false)).toBe(id(false));
  expect(id(true)).not.toBe(id(false));
  const drill = messageAtOnce(told(true), '900', rules, start);
  expect(drill === null ? '' : textOf(drill)).toEqual(saying('DRILL, nothing is held: as if an S1 were seen in Staging'));
});

test('nobody is told while messages are off; quiet hours hold it back unless an S1 breaks through', () => {
  expect(messageAtOnce(told(false), '900', { ...rules, on: false }, start)).toBeNull();
  const at = (breakThrough: boolean) =>
    messageAtOnce(told(false), '900', { ...rules, quiet: { ...night, breakThrough } }, start)?.at;
  expect(at(true)).toBe(start);
  expect(at(false)).toBe(`${start.slice(0, 10)}T23:00:00.000Z`);
});
