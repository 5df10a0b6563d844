import { analyseExpression, evaluateExpression, fromJson } from './index';
import { aContext, aHost, failure, NOW, run, someProperties } from './expressions.fixture';

// No way from an expression to JavaScript.
describe('escapes', () => {
  const names = ['constructor', '__proto__', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
  const holders = [
    'issue',
    'issue.key',
    'issue.labels',
    'issue.created',
    'issue.dueDate',
    'JSON',
    '1',
    'true',
    'null',
    '(x => x)',
    'JSON.parse',
  ];

  test.each(holders.flatMap((holder) => names.map((name) => [holder, name] as const)))('%s has no %s', (holder, name) => {
    if (name === 'toString' && ['issue.created', 'issue.dueDate'].includes(holder)) return;
    expect(failure(`${holder}.${name}`)).toMatch(/Unrecognized property|does not have any properties/);
    expect(failure(`${holder}['${name}']`)).toMatch(/Unrecognized property|does not have any properties/);
  });

  test.each(names)('%s of a map is a missing key', (name) => {
    expect(run(`config.${name}`)).toBeNull();
    expect(run(`{}['${name}']`)).toBeNull();
    expect(failure(`config.${name}`, aContext(), { missingMapKey: 'error' })).toMatch(/Unrecognized property/);
  });

  test.each([...names, 'globalThis', 'process', 'require', 'eval', 'this', 'arguments', 'undefined'])(
    '%s is no variable',
    (name) => {
      expect(failure(name)).toMatch(/Unrecognized identifier/);
    },
  );

  test('an own __proto__ key is an ordinary key', () => {
    const config = fromJson(JSON.parse('{"__proto__": {"polluted": true}}'));
    expect(run('config.polluted', { config })).toBeNull();
    expect(run(`config['__proto__'].polluted`, { config })).toBe(true);
    expect(JSON.stringify(run('config', { config }))).toBe('{"__proto__":{"polluted":true}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('nesting', () => {
  test.each([
    `${'('.repeat(200)}1${')'.repeat(200)}`,
    `${'['.repeat(200)}${']'.repeat(200)}`,
    `${'!'.repeat(200)}true`,
    `${'-'.repeat(200)}1`,
    `${'x=>'.repeat(200)}1`,
    `${'throw '.repeat(120)}1`,
    `${'{a:'.repeat(200)}1${'}'.repeat(200)}`,
    `${'true?1:'.repeat(120)}1`,
    '`${'.repeat(200),
    `${'if(true){'.repeat(105)}`,
    '['.repeat(19_999),
  ])('%.12s... is a syntax error', (text) => {
    const [error] = analyseExpression(text).errors;
    expect(error?.type).toBe('syntax');
    expect(error?.message).toMatch(/nested too deeply/);
  });

  test('long chains are no nesting', () => {
    expect(run(`${'1+'.repeat(99)}1`)).toBe(100);
    expect(failure(`x${'.a'.repeat(90)}`, { x: null })).toMatch(/does not have any properties/);
  });

  test('a text beyond any reason is not even read', () => {
    expect(analyseExpression('1+'.repeat(1e6)).valid).toBe(false);
  });
});

// Source: restrictions on https://developer.atlassian.com/cloud/jira/platform/jira-expressions; numbers from the REST documentation.
describe('limits', () => {
  test('size', () => {
    expect(failure(`1${' '.repeat(1000)}`)).toMatch(/too long \(1001\), limit: 1000 characters/);
    expect(run(`1${' '.repeat(999)}`)).toBe(1);
    expect(failure(`[${'1,'.repeat(100)}1]`)).toMatch(/too many nodes \(101\), limit: 100 leaves/);
  });

  test('ten expensive operations', () => {
    const context = { versions: fromJson([...Array(11).keys()]), properties: someProperties({}) };
    expect(run('versions.slice(0, 10).map(v => properties[`${v}`]).length', context)).toBe(10);
    expect(failure('versions.map(v => properties[`${v}`])', context)).toMatch(/limit of 10 expensive operations/);
    expect(failure('versions.map(v => properties[`${v}`])', context, { limits: { expensiveOperations: 3 } })).toMatch(
      /limit of 3/,
    );
  });

  test('what was spent is reported', () => {
    const { meta } = evaluateExpression(`[issue, issue.key, issue.comments.length]`, aContext(), { now: NOW });
    expect(meta.complexity).toEqual({
      steps: { value: 7, limit: 10_000 },
      expensiveOperations: { value: 1, limit: 10 },
      beans: { value: 1, limit: 1_000 },
      primitiveValues: { value: 2, limit: 10_000 },
    });
  });

  test('results', () => {
    const many = Array.from({ length: 1001 }, () => aHost('Issue', {}));
    expect(failure('many', { many })).toMatch(/limit of 1000 beans/);
    expect(run('many.length', { many })).toBe(1001);
    expect(failure('many', { many: fromJson(Array(10_001).fill(0)) })).toMatch(/limit of 10000 primitive values/);
  });

  test.each([
    ['loops', 'let n = [0,1,2,3,4,5,6,7,8,9]; n.map(a => n.map(b => n.map(c => n.map(d => a))))'],
    ['recursion', 'let f = g => g(g); f(f)'],
    ['recursion in a list', 'let f = g => [1].map(x => g(g)); f(f)'],
    ['a doubling list', `let a = [0, 0]; ${'a = a.flatMap(x => a);'.repeat(18)} a.length`],
    ['a doubling flatten', `let a = [0, 0]; ${'a = [a, a].flatten();'.repeat(20)} a.length`],
    ['a doubling text', `let a = '0123456789'; ${'a = a + a;'.repeat(30)} a.length`],
    ['a doubling template', `let a = '0123456789'; ${'a = `${a}${a}`;'.repeat(30)} a.length`],
    ['shared structure compared', `let a = [0]; let b = [0]; ${'a = [a, a]; b = [b, b];'.repeat(14)} a == b`],
    ['shared structure stringified', `let a = [0]; ${'a = [a, a];'.repeat(30)} JSON.stringify(a)`],
    ['shared structure returned', `let a = [0]; ${'a = [a, a];'.repeat(30)} a`],
    ['shared empty structure returned', `let a = []; ${'a = [a, a];'.repeat(30)} a`],
    ['a limit caught', 'try { let f = g => g(g); f(f) } catch () { 1 }'],
  ])('%s end with an error', (_name, text) => {
    expect(failure(text)).toMatch(/^ExpressionEvaluationError: .*(exceeded the limit|nested too deeply)/);
  });

  test.each(['(a+)+$', '(a|a)*b', '(?:a*)*', '(a)\\\\1', 'a*a*a*a*b', '.*.*.*.*=x'])(
    'the slow pattern %s is refused',
    (pattern) => {
      expect(failure(`text.match('${pattern}')`, { text: 'a'.repeat(5000) })).toMatch(/too complex/);
    },
  );

  test('deep values are walked safely', () => {
    const deep = 'let deep = n => n.reduce((sum, x) => [sum], 0); ';
    const n = fromJson(Array(1500).fill(0));
    expect(run(`${deep} deep(n) == deep(n)`, { n })).toBe(true);
    expect(run(`${deep} JSON.stringify(deep(n)).length`, { n })).toBe(3001);
  });
});
