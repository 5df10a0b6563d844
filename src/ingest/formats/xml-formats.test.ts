import { nunit2 } from './nunit2';
import { nunit3 } from './nunit3';
import { ReportProblem } from './report';
import { readWith, sample } from './sample.fixture';
import { testng } from './testng';
import { trx } from './trx';
import { xunit2 } from './xunit2';

const formats = [
  [nunit2, 'nunit2/results.xml', 'test-results'],
  [nunit3, 'nunit3/console.xml', 'test-run'],
  [testng, 'testng/testng-results.xml', 'testng-results'],
  [trx, 'trx/mstest.trx', 'TestRun'],
  [xunit2, 'xunit2/v2.xml', 'assemblies'],
] as const;

test.each(formats)('a report cut anywhere is refused (%#)', (format, path) => {
  const text = sample(path).trimEnd();
  for (let end = 1; end < text.length; end += 97) expect(() => readWith(format, text.slice(0, end))).toThrow(ReportProblem);
});

test.each(formats)('what is not a report of tests is refused or empty (%#)', (format, _, root) => {
  expect(() => readWith(format, '')).toThrow(ReportProblem);
  expect(() => readWith(format, '\u0000\u0000')).toThrow(ReportProblem);
  expect(() => readWith(format, `<!DOCTYPE a><${root}/>`)).toThrow(ReportProblem);
  expect(() => readWith(format, `<${root}>${'<test-suite>'.repeat(100_000)}`)).toThrow(ReportProblem);
  expect(readWith(format, `<${root}/>`).cases).toStrictEqual([]);
  const stray = '<message>a</message><failure/><stack-trace/><Message/><Text/><value/><exception/><test-method/><error/></x>';
  expect(() => readWith(format, `<${root}><x>${stray}</${root}>`)).not.toThrow(TypeError);
});

test.each(formats)('what is handed over does not depend on how the report is cut into pieces (%#)', (format, path) => {
  const text = sample(path);
  const whole = readWith(format, text);
  for (const piece of [1, 13, 1_000]) expect(readWith(format, text, piece)).toStrictEqual(whole);
});
