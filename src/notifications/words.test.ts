import { contentOf, joined } from './content';
import type { Message } from './message';
import type { Told } from './messages';
import { aGate, anOccurrence, aRelease, start } from './notifications.fixture';
import { textOf, wordsOf } from './words';

function aMessage(...occurrences: Told[]): Message {
  const contents = occurrences.map((occurrence) =>
    contentOf(
      occurrence,
      occurrence.releases.map(({ id }) => id),
    ),
  );
  const content = contents.reduce(joined);
  const part = { rule: { id: 'r', name: 'Blockers' }, subject: 'release:10042', to: [], channels: ['comment'] as const, content };
  return { id: 'm', at: start, issueId: '20001', digest: false, parts: [part] };
}
const gateEvent = (event: 'gate-held' | 'gate-opened', from: 'open' | 'held', to: 'open' | 'held') =>
  anOccurrence({ event, issueId: null, releases: [aRelease({ gates: [aGate({ from, to, sentence: `It is ${to}.` })] })] });
const other = aRelease({ id: '2', name: '4.3.0', gates: [] });

const cases: [string, Message, string[], string][] = [
  [
    'one defect',
    aMessage(anOccurrence()),
    ['The defect SHOP-1 was reported with S1.', 'No gate of 4.2.0 changed: Production is open.'],
    '4.2.0: The defect SHOP-1 was reported with S1.',
  ],
  [
    'a gate that turned',
    aMessage(gateEvent('gate-held', 'open', 'held')),
    ['The gate of 4.2.0 for Production turned from open to held: It is held.'],
    '4.2.0: the gate for Production turned from open to held',
  ],
  [
    'a gate that turned there and back',
    aMessage(gateEvent('gate-held', 'open', 'held'), gateEvent('gate-opened', 'held', 'open')),
    ['A gate of 4.2.0 turned and turned back: Production is open.'],
    '4.2.0: a gate turned and turned back',
  ],
  [
    'a gate that was judged for the first time',
    aMessage(anOccurrence({ event: 'gate-held', releases: [aRelease({ gates: [aGate({ from: null })] })] })),
    ['The gate of 4.2.0 for Production was judged for the first time and is held: 1 open S1, none is allowed.'],
    '4.2.0: the gate for Production was judged for the first time and is held',
  ],
  [
    'a release without a verdict',
    aMessage(anOccurrence({ releases: [other] })),
    ['The defect SHOP-1 was reported with S1.', 'No gate of 4.3.0 has been judged yet.'],
    '4.3.0: The defect SHOP-1 was reported with S1.',
  ],
  [
    'something without a release',
    aMessage(anOccurrence({ releases: [], event: 'delivery-unusable', sentence: 'What CI sent could not be used.' })),
    ['What CI sent could not be used.', 'No release is named, so no gate changed by it.'],
    'What CI sent could not be used.',
  ],
];

test.each(cases)('%s', (_what, message, lines, subject) => {
  const words = wordsOf(message);
  expect([words.sections.flatMap((section) => section.lines), words.subject]).toEqual([lines, subject]);
});

test('a digest says so, and names each rule', () => {
  const message = aMessage(anOccurrence());
  const twice = { ...message, digest: true, parts: [...message.parts, ...message.parts] };
  expect(textOf(twice)).toMatch(
    /^What happened in quiet hours, told now:\n\nBlockers\n- The defect .*\n- No gate .*\n\nBlockers\n/,
  );
  expect(wordsOf(twice).subject).toMatch(/ and 1 more$/);
});
