import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  analyseExpression,
  evaluateExpression,
  fromJson,
  UnknownMember,
  MAX_LEAVES,
  MAX_LENGTH,
  type HostObject,
  type Value,
} from '../sandbox/jira/expressions';

const root = join(__dirname, '..');

/** The parts of the manifest that nothing of Atlassian's checks offline. */
const manifestSchema = z.object({
  modules: z.looseObject({
    trigger: z.array(z.object({ key: z.string(), events: z.array(z.string()) })),
    scheduledTrigger: z.array(z.object({ key: z.string() })),
    function: z.array(z.object({ key: z.string(), handler: z.string() })),
    'jira:workflowCondition': z.array(z.object({ key: z.string(), expression: z.string() })),
    'jira:workflowValidator': z.array(z.object({ key: z.string(), expression: z.string().optional() })),
    'jira:customField': z.array(
      z.object({ key: z.string(), edit: z.object({ validation: z.object({ expression: z.string() }).optional() }).optional() }),
    ),
  }),
});
const { modules } = manifestSchema.parse(parse(readFileSync(join(root, 'manifest.yml'), 'utf8')));

const expressions = [
  ...modules['jira:workflowCondition'].map((rule) => [rule.key, rule.expression] as const),
  ...modules['jira:workflowValidator'].flatMap((rule) =>
    rule.expression === undefined ? [] : [[rule.key, rule.expression] as const],
  ),
  ...modules['jira:customField'].flatMap((field) => {
    const expression = field.edit?.validation?.expression;
    return expression === undefined ? [] : [[field.key, expression] as const];
  }),
];

describe("Atlassian's own tools", () => {
  const findingSchema = z.array(z.looseObject({ level: z.string(), message: z.string().optional() }));
  const checksSchema = z.object({
    sources: z.number(),
    validate: findingSchema,
    lint: findingSchema,
    bundle: z.object({ files: z.record(z.string(), z.number()) }),
  });
  let checks: z.infer<typeof checksSchema>;

  beforeAll(async () => {
    const { stdout } = await promisify(execFile)('node', ['tools/forge-checks/check.cjs'], { cwd: root, maxBuffer: 32 << 20 });
    checks = checksSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  }, 600_000);

  test('the validator finds nothing', () => expect(checks.validate).toEqual([]));
  test('the linter read the sources and finds nothing', () => {
    expect(checks.sources).toBeGreaterThan(30);
    expect(checks.lint).toEqual([]);
  });
  test('the bundler bundles src/', () => expect(checks.bundle.files['index.cjs']).toBeGreaterThan(100_000));
});

describe('what they do not check offline', () => {
  const mapping = z.array(z.looseObject({ productEvent: z.string() }));
  const findEvents = (value: unknown): string[] => {
    const list = mapping.safeParse(value);
    if (list.success) return list.data.map((entry) => entry.productEvent);
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(findEvents) : [];
  };

  test('every event exists', () => {
    const file = join(root, 'tools/forge-checks/node_modules/@forge/manifest/out/mapping/product-event-to-scope-mapping.json');
    const known = new Set([
      ...findEvents(JSON.parse(readFileSync(file, 'utf8'))),
      'avi:forge:installed:app',
      'avi:forge:upgraded:app',
    ]);
    expect(known.size).toBeGreaterThan(20);
    const unknown = modules.trigger.flatMap((trigger) => trigger.events).filter((event) => !known.has(event));
    expect(unknown).toEqual([]);
  });

  test('there are at most five scheduled triggers', () => expect(modules.scheduledTrigger.length).toBeLessThanOrEqual(5));

  test('every handler is exported by src/index.ts', () => {
    const index = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const missing = modules.function.filter(
      ({ handler }) => !new RegExp(`export const ${handler.replace('index.', '')}\\b`).test(index),
    );
    expect(missing).toEqual([]);
  });

  test.each(expressions)('the expression of %s parses and is short and small enough', (_, expression) => {
    const { valid, errors, complexity } = analyseExpression(expression);
    expect({ valid, errors }).toEqual({ valid: true, errors: [] });
    expect(complexity.length).toBeLessThanOrEqual(MAX_LENGTH);
    expect(complexity.leaves).toBeLessThanOrEqual(MAX_LEAVES);
  });
});

/** The two expressions of the gate, over every kind of published property. */
describe('the locks', () => {
  const lock = (key: string) => expressions.find(([name]) => name === key)?.[1] ?? '';
  const condition = lock('gate-open-condition');
  const validator = lock('gate-open-published');
  const now = new Date('2026-11-02T09:05:00.000Z');
  const stage = {
    mode: 'enforce',
    state: 'open',
    sentence: '4.2.0 may not enter production.',
    until: '2026-11-02T09:15:00.000Z',
  };
  const published = (production: object) => ({ stages: { production: { ...stage, ...production } } });

  const host = (typeName: string, get: (member: string) => Value | undefined): HostObject => ({
    kind: 'host',
    typeName,
    get(member, cost) {
      const value = get(member);
      if (value === undefined) throw new UnknownMember(member, []);
      if (typeName === 'EntityProperties') cost.expensive();
      return value;
    },
  });
  const run = (expression: string, versions: readonly unknown[], config: unknown, missingMapKey: 'null' | 'error'): unknown => {
    const properties = host('EntityProperties', (key) =>
      fromJson(versions[Number(key.replace('holdpoint.gates.', '')) - 1] ?? null),
    );
    const context = {
      config: fromJson(config),
      issue: host('Issue', (name) =>
        name === 'fixVersions' ? versions.map((_, i) => host('Version', (m) => (m === 'id' ? i + 1 : undefined))) : undefined,
      ),
      project: host('Project', (name) => (name === 'properties' ? properties : undefined)),
    };
    try {
      return evaluateExpression(expression, context, { now, missingMapKey, conditions: 'boolean' }).value;
    } catch {
      return 'error';
    }
  };

  test.each<[string, unknown[], unknown, boolean]>([
    ['open and in date', [published({})], { stage: 'production' }, true],
    ['held', [published({ state: 'held' })], { stage: 'production' }, false],
    ['unknown', [published({ state: 'unknown' })], { stage: 'production' }, false],
    ['open, past until', [published({ until: '2026-11-02T09:04:59.000Z' })], { stage: 'production' }, false],
    ['open, until unreadable', [published({ until: null })], { stage: 'production' }, false],
    ['held, observe', [published({ state: 'held', mode: 'observe' })], { stage: 'production' }, true],
    [
      'held and stale, warn',
      [published({ state: 'held', mode: 'warn', until: '2026-11-01T00:00:00.000Z' })],
      { stage: 'production' },
      true,
    ],
    ['a mode that does not exist', [published({ mode: 'off' })], { stage: 'production' }, false],
    ['no property', [null], { stage: 'production' }, false],
    ['a property of another shape', ['open'], { stage: 'production' }, false],
    ['a stage without a verdict', [published({})], { stage: 'canary' }, false],
    ['a rule without a stage', [published({})], {}, false],
    ['a rule without a configuration', [published({})], null, false],
    ['no fix version', [], { stage: 'production' }, false],
    ['two releases, both open', [published({}), published({})], { stage: 'production' }, true],
    ['two releases, one held', [published({}), published({ state: 'held' })], { stage: 'production' }, false],
    [
      'eleven releases are more than may be read',
      Array.from({ length: 11 }, () => published({})),
      { stage: 'production' },
      false,
    ],
  ])('%s', (_, versions, config, passes) => {
    for (const missingMapKey of ['null', 'error'] as const) {
      expect(run(condition, versions, config, missingMapKey) === true).toBe(passes);
      expect(run(validator, versions, config, missingMapKey) === true).toBe(passes);
    }
  });

  test.each<[string, unknown[], unknown, string]>([
    ['held', [published({ state: 'held' })], { stage: 'production' }, '4.2.0 may not enter production.'],
    ['stale', [published({ until: '2026-11-02T09:04:00.000Z' })], { stage: 'production' }, 'out of date since 09:04 UTC'],
    ['nothing published', [null], { stage: 'production' }, 'no verdict'],
    ['no fix version', [], { stage: 'production' }, 'set the fix version'],
    ['no stage', [published({})], {}, 'picks one'],
  ])('the refusal explains itself: %s', (_, versions, config, text) => {
    expect(run(validator, versions, config, 'null')).toContain(text);
  });
});
