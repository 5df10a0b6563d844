import { xunit2 } from './xunit2';
import { numbers, readWith, sample } from './sample.fixture';

test('version 2: escapes, and failures outside of tests', () => {
  const { tally, lines } = readWith(xunit2, sample('xunit2/v2.xml'), 100);
  // xUnit.net counts 4 tests and, apart from them, 2 errors.
  expect(numbers(tally)).toStrictEqual([6, 2, 1, 2, 1, 0, 0.31]);
  expect(lines).toStrictEqual([
    'Shop.CartTests | test-class-cleanup failed | errored | file in use',
    ' | fatal failed | errored | lost',
    'Shop.CartTests | Adds(a: 2, b: "2") | failed | Assert.Equal() Failure: Values differ\nExpected: C:\\new\nActual:   3',
    'Shop.CartTests | Later | skipped | ',
  ]);
});

test('version 3: a test that runs only by hand, two assemblies', () => {
  const { tally, lines } = readWith(xunit2, sample('xunit2/v3.xml'));
  expect(numbers(tally)).toStrictEqual([2, 1, 0, 0, 1, 0, 0.25]);
  expect(lines).toStrictEqual(['Shop.CartTests | ByHand | skipped | ']);
});

const failing = (name: string, message: string) =>
  `<test name="${name}" type="" method="" time="2,125" result="Fail"><failure><message>${message}</message></failure></test>`;

test('other tools write texts as they are, and so does version 1', () => {
  const collection = `<collection>${failing('ui\\trips.xml', 'Left: data\\new')}</collection>`;
  const before = `<class>${failing('ui\\trips.xml', 'Left: data\\new')}</class>`;
  const read = (text: string) => readWith(xunit2, `<assemblies>${text}</assemblies>`).lines;
  const asTheyAre = [' | ui\\trips.xml | failed | Left: data\\new'];
  expect(read(`<assembly run-date="2026-01-05">${collection}</assembly>`)).toStrictEqual(asTheyAre);
  expect(read(`<assembly test-framework="Ours 0.1">${collection}</assembly>`)).toStrictEqual(asTheyAre);
  expect(read(`<assembly test-framework="xUnit.net 1.9.2">${before}</assembly>`)).toStrictEqual(asTheyAre);
  expect(read(`<assembly test-framework="xUnit.net 2.9.0">${collection}</assembly>`)).toStrictEqual([
    ' | ui rips.xml | failed | Left: data\new',
  ]);
});

test('a comma in a time is never one between thousands', () => {
  const text = `<assembly test-framework="xUnit.net 2.0.0" time="92,728"><collection>${failing('a', 'b')}</collection></assembly>`;
  const { tally, cases } = readWith(xunit2, text);
  expect(tally.seconds).toBe(92.728);
  expect(cases[0]?.seconds).toBe(2.125);
});

test('a test without an outcome did not run', () => {
  const text = '<assembly run-date="2026-01-05"><collection><test name="a" result="Unknown"/></collection></assembly>';
  expect(readWith(xunit2, text).lines).toStrictEqual([' | a | skipped | ']);
});
