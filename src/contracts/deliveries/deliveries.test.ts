import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildDeliverySchema,
  commitsDeliverySchema,
  deploymentDeliverySchema,
  genericDeliverySchema,
  incidentDeliverySchema,
  mostBytes,
  testResultsDeliverySchema,
} from '.';

const contracts = {
  build: buildDeliverySchema,
  deployment: deploymentDeliverySchema,
  incident: incidentDeliverySchema,
  commits: commitsDeliverySchema,
  'test-results': testResultsDeliverySchema,
  generic: genericDeliverySchema,
};
const pages = join(__dirname, '../../../docs/deliveries');
const examples = readdirSync(pages).flatMap((page) =>
  [...readFileSync(join(pages, page), 'utf8').matchAll(/```json ([a-z-]+)\n([\s\S]*?)```/g)].map(
    ([, contract = '', text = '']) => [page, contract, text] as const,
  ),
);

test('every contract has a page with an example', () => {
  expect([...new Set(examples.map(([, contract]) => contract))].sort()).toEqual(Object.keys(contracts).sort());
});

test.each(examples)('an example of %s keeps to the contract of %s', (_, contract, text) => {
  const schema = Object.entries(contracts).find(([name]) => name === contract)?.[1];
  expect(schema?.safeParse(JSON.parse(text))).toMatchObject({ success: true });
});

const told = { schema: 1, key: 'k', project: 'shop', at: '2026-11-02T10:00:00+01:00' };

test('what is told is put into one form: the time in UTC, the project in capitals', () => {
  expect(buildDeliverySchema.parse({ ...told, build: '7', commit: 'ABCDEF1' })).toMatchObject({
    at: '2026-11-02T09:00:00.000Z',
    project: 'SHOP',
    commit: 'abcdef1',
    service: 'default',
    sequence: 0,
  });
});

test.each([
  ['no key', { key: '' }],
  ['a key of two lines', { key: 'a\nb' }],
  ['a time without an offset', { at: '2026-11-02T10:00:00' }],
  ['a day that does not exist', { at: '2026-02-30T10:00:00Z' }],
  ['a commit that is none', { commit: 'HEAD' }],
  ['an address that is no page', { url: 'javascript:alert(1)' }],
  ['a sequence below zero', { sequence: -1 }],
  ['another schema', { schema: 2 }],
  ['a project that is no key', { project: 'SHOP"' }],
])('a build with %s breaks its contract', (_, change) => {
  expect(buildDeliverySchema.safeParse({ ...told, build: '7', ...change }).success).toBe(false);
});

test('what a parsed delivery says is the same when it is parsed again', () => {
  for (const [, contract, text] of examples) {
    const schema = Object.entries(contracts).find(([name]) => name === contract)?.[1];
    const once: unknown = schema?.parse(JSON.parse(text));
    expect(schema?.parse(once)).toEqual(once);
  }
  expect(mostBytes).toBe(409_600);
});
