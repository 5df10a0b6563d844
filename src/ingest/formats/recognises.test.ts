import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ctrf } from './ctrf';
import { goTestJson } from './go-test-json';
import { jestJson } from './jest-json';
import { junit } from './junit';
import { mochaJson } from './mocha-json';
import { mochawesome } from './mochawesome';
import { nunit2 } from './nunit2';
import { nunit3 } from './nunit3';
import { sample } from './sample.fixture';
import { tap } from './tap';
import { testng } from './testng';
import { trx } from './trx';
import { xunit2 } from './xunit2';

const formats = [ctrf, goTestJson, jestJson, junit, mochaJson, mochawesome, nunit2, nunit3, tap, testng, trx, xunit2];

const namesOf = (head: string) => formats.filter((format) => format.recognises(head)).map((format) => format.key);

const samples = formats
  .filter((format) => format !== junit)
  .flatMap((format) =>
    readdirSync(join(__dirname, 'samples', format.key)).map((file) => [format.key, `${format.key}/${file}`] as const),
  );

test.each(samples)('as %s alone: %s', (key, path) => {
  expect(namesOf(sample(path).slice(0, 8_192))).toStrictEqual([key]);
  expect(namesOf(sample(path).slice(0, 1_000))).toStrictEqual([key]);
});

test.each([
  ['junit', '<testsuites xmlns="http://example.com/junit"><testsuite name="a">'],
  ['junit', '<?xml version="1.0"?>\n<!-- <test-run> -->\n<testsuite name="test-results">'],
  ['nunit3', '<test-run id="2"'],
  ['nunit3', '<test-run id="2"><test-suite><test-case name="&lt;test-results&gt;"/>'],
  ['trx', '\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<TestRun id="1">'],
  ['trx', '<t:TestRun xmlns:t="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">'],
  ['xunit2', '<assembly name="a.dll" total="1">'],
  ['ctrf', '{"results":{"summary":{"tests":1},"tests":[]}}'],
  ['ctrf', '{"reportFormat" : "CTRF", "results" : {'],
  ['jest-json', '{"success":true,"startTime":1,"testResults":[{"name":"\\"stats\\":{\\"suites\\":1"'],
  ['mocha-json', '{"stats":{"suites":1,"tests":2,"passes":2},"tests":[{"title":"\\"numTotalTests\\":1, testsRegistered"'],
  ['go-test-json', '# example.com/a\n./a.go:1: oh\n{"Time":"2026-01-05T09:00:00Z","Action":"output","Package":"a"'],
  ['go-test-json', '{"ImportPath":"a","Action":"build-output","Output":"ok 1 - no"}'],
  ['tap', '\n> shop@1.0.0 test\n> node --test\n\nTAP version 13\n# Subtest: a'],
  ['tap', 'not ok 1 - a'],
  ['tap', 't/a.t .. \nok 1 - a'],
] as const)('%s: %s', (key, head) => {
  expect(namesOf(head)).toStrictEqual([key]);
});

test.each([
  '',
  '{}',
  '[]',
  '<html><body>',
  '<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">',
  'ok  \texample.com/shop\t0.01s',
  'okay 1 - no',
  '{"results":[{"tests":[]}]}',
  '{"stats":{"tests":1}}',
  '{"Action":"build","level":"info"}',
  '[{"text":"\\nok 1 - a"}]',
  '\u0000\u0000',
  '['.repeat(8_192),
])('nothing is recognised in %j', (head) => {
  expect(namesOf(head)).toStrictEqual([]);
});
