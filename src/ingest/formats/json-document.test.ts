import { ctrf } from './ctrf';
import { jestJson } from './jest-json';
import { mochaJson } from './mocha-json';
import { mochawesome } from './mochawesome';
import { ReportProblem, type ReportFormat } from './report';
import { readWith, sample } from './sample.fixture';

function problemOf(format: ReportFormat, text: string): string {
  try {
    readWith(format, text, 65_536);
  } catch (error) {
    if (error instanceof ReportProblem) return `${error.line ?? '-'}: ${error.message}`;
    throw error;
  }
  return 'read';
}

const documents = [ctrf, jestJson, mochaJson, mochawesome];

test.each([
  ['', '-: it is empty'],
  [' \n', '-: it is empty'],
  ['{\n"a": ', '2: it ends in the middle'],
  ['{\n"a": "b', '2: it ends in the middle'],
  ['{\n\n"a" 1}', '3: it is not well-formed JSON'],
  ['\u0000', expect.stringMatching(/: it is not well-formed JSON$/)],
  ['['.repeat(100_000), '1: it ends in the middle'],
  ['{"a":'.repeat(100_000), '1: it ends in the middle'],
  ['['.repeat(100_000) + ']'.repeat(100_000), expect.stringMatching(/missing or not/)],
  ['null', expect.stringMatching(/missing or not/)],
  ['{}', expect.stringMatching(/missing or not/)],
])('no format reads %#', (text, problem) => {
  for (const format of documents) expect(problemOf(format, text)).toEqual(problem);
});

test('a report of more than 32 million characters is to be split', () => {
  const text = ' '.repeat(1_000_000);
  const reader = ctrf.reader(() => undefined);
  expect(() => {
    for (let piece = 0; piece < 33; piece += 1) reader.write(text);
  }).toThrow('it has more than 32 million characters: split it into several reports');
});

test.each([
  [ctrf, '{"results":{}}', '-: results.tests is missing or not a list'],
  [ctrf, '{"results":{"tests":{}}}', '-: results.tests is missing or not a list'],
  [
    ctrf,
    '{"results":{"tests":[{"name":"a","status":"passed"},{"name":"b"}]}}',
    '-: results.tests[1].status is missing or not a text',
  ],
  [ctrf, '{"results":{"tests":[{"name":1,"status":"passed"}]}}', '-: results.tests[0].name is missing or not a text'],
  [ctrf, `{"results":{"tests":[${'0,'.repeat(1_000_000)}0]}}`, '-: results.tests[0] is missing or not an object'],
  [ctrf, '{"results":[],"results":{"tests":[]}}', 'read'],
  [jestJson, '{"numTotalTests":1}', '-: testResults is missing or not a list'],
  [jestJson, '{"testResults":[{"name":"a"}]}', '-: testResults[0].assertionResults is missing or not a list'],
  [
    jestJson,
    '{"testResults":[{"assertionResults":[{"title":"a"}]}]}',
    '-: testResults[0].assertionResults[0].status is missing or not a text',
  ],
  [mochaJson, '{"stats":{},"failures":[],"pending":[]}', '-: tests is missing or not a list'],
  [mochaJson, '{"stats":{},"failures":[],"pending":[],"tests":[{}]}', '-: tests[0].title is missing or not a text'],
  [mochaJson, '{"tests":[]}', '-: stats is missing or not an object'],
  [mochawesome, '{"stats":{},"results":[{"title":"a"}]}', '-: results[0].tests is missing or not a list'],
  [mochawesome, '{"stats":{},"results":[{"tests":[],"suites":[7]}]}', '-: results[0].suites[0] is missing or not an object'],
])('what is missing is named (%#)', (format, text, problem) => {
  expect(problemOf(format, text)).toBe(problem);
});

test('suites may be very deep', () => {
  const depth = 20_000;
  const deep =
    '{"title":"a","tests":[],"suites":['.repeat(depth) + '{"title":"b","tests":[{"title":"c","pass":true}]}' + ']}'.repeat(depth);
  expect(readWith(mochawesome, `{"stats":{},"results":[${deep}]}`).tally.passed).toBe(1);
});

test.each([
  [ctrf, 'ctrf/playwright.json'],
  [jestJson, 'jest-json/jest.json'],
  [mochaJson, 'mocha-json/mocha.json'],
  [mochawesome, 'mochawesome/cypress.json'],
])('a report cut anywhere is refused (%#)', (format, path) => {
  const text = sample(path).trimEnd();
  for (let end = 1; end < text.length; end += 97) expect(problemOf(format, text.slice(0, end))).toMatch(/: it /);
});
