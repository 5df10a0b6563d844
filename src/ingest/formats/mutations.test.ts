import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ctrf } from './ctrf';
import { goTestJson } from './go-test-json';
import { jestJson } from './jest-json';
import { mochaJson } from './mocha-json';
import { mochawesome } from './mochawesome';
import { nunit2 } from './nunit2';
import { nunit3 } from './nunit3';
import { ReportProblem } from './report';
import { readWith, sample } from './sample.fixture';
import { tap } from './tap';
import { testng } from './testng';
import { trx } from './trx';
import { xunit2 } from './xunit2';

const samples = [ctrf, goTestJson, jestJson, mochaJson, mochawesome, nunit2, nunit3, tap, testng, trx, xunit2].flatMap((format) =>
  readdirSync(join(__dirname, 'samples', format.key)).map((file) => ({ format, text: sample(`${format.key}/${file}`) })),
);

/** A part of a report goes, comes twice, comes elsewhere, or gives way to something odd. */
const odd = [
  '',
  '\u0000',
  '"',
  '{',
  '}',
  '[',
  '<',
  '>',
  '</',
  '&',
  '\n',
  '    ',
  '7',
  'null',
  '\u001b[',
  '"__proto__":',
  'ok 1\n',
  '1..9\n',
];

test('a damaged report is read or refused, and what is counted was handed out', () => {
  const damage = fc.record({
    which: fc.nat(samples.length - 1),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(300),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
    insert: fc.constantFrom(...odd),
    keep: fc.boolean(),
    piece: fc.integer({ min: 1, max: 500 }),
  });
  fc.assert(
    fc.property(damage, ({ which, from, length, to, insert, keep, piece }) => {
      const { format, text } = samples[which] ?? { format: tap, text: '' };
      const start = Math.floor(from * text.length);
      const part = text.slice(start, start + length);
      const rest = keep ? text : text.slice(0, start) + text.slice(start + length);
      const target = Math.floor(to * rest.length);
      const damaged = rest.slice(0, target) + insert + part + rest.slice(target);
      try {
        const { tally, cases } = readWith(format, damaged, piece);
        expect(tally.tests).toBe(cases.length);
        expect(cases.every((one) => one.message !== '' && (one.ending === 'passed' || !one.flaky))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(ReportProblem);
      }
    }),
    { numRuns: 1_000 },
  );
});
