import { evaluateExpression, parseExpression } from './index';
import { aContext, aHost, failure, NOW, run } from './expressions.fixture';

// Source: https://developer.atlassian.com/cloud/jira/platform/jira-expressions (syntax and semantics).
describe('members', () => {
  test.each<[string, unknown]>([
    ['issue.key', 'PAY-1'],
    [`issue['key']`, 'PAY-1'],
    ['issue.fixVersions[1].name', '4.3'],
    ['issue.fixVersions.map(v => v.id)', [10, 11]],
    ['issue.assignee', null],
    ['issue.assignee?.displayName', null],
    [`issue.assignee?.['displayName']`, null],
    [`issue.assignee?.displayName ?? 'nobody'`, 'nobody'],
    ['config.stage', 'production'],
    [`config['stage']`, 'production'],
    ['config.missing', null],
    [`config['missing']`, null],
    ['{ a: { b: 1 } }.a.b', 1],
    ['issue', { self: 'Issue' }],
    [
      `{ issue: issue.key, at: issue.created, due: issue.dueDate }`,
      { issue: 'PAY-1', at: '2026-04-01T08:00:00.000Z', due: '2026-04-30' },
    ],
    [`project.properties['gate.4']`, null],
    [`project.properties.get('gate.4')`, null],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));

  test.each<[string, RegExp]>([
    // wording seen in the field, see interpreter.ts
    [
      'issue.fields',
      /^ExpressionEvaluationError: Evaluation failed: "issue\.fields" - Unrecognized property of `issue`: "fields" \('fields'\)\. Available properties of type 'Issue' are: 'assignee', 'comments'/,
    ],
    [`issue['fie' + 'lds']`, /Unrecognized property of `issue`: "'fie' \+ 'lds'" \('fields'\)/],
    ['issue?.fields', /Unrecognized property/],
    ['issue.fixVersions[0].properties', /of `issue\.fixVersions\[0\]`: "properties"/],
    ['issue.assignee.displayName', /"issue\.assignee\.displayName" - Type null does not have any properties\./],
    [`issue.assignee['displayName']`, /Type null does not have any properties/],
    ['issue.assignee?.a.b', /Type null does not have any properties/],
    ['null[0]', /Type null does not have any properties/],
    ['issue.id.x', /Type Number does not have any properties/],
    ['(x => x).name', /Type Function does not have any properties/],
    ['issue.fixVersions[2]', /Index 2 is out of bounds of a list of 2/],
    ['issue.fixVersions[-1]', /out of bounds/],
    ['[1][0.5]', /out of bounds/],
    ['issue[0]', /Can't read Issue by a key of type Number/],
    ['config[1]', /Can't read Map by a key of type Number/],
    ['[1][true]', /Can't read List by a key of type Boolean/],
    ['nobody', /Unrecognized identifier: "nobody"/],
    ['x => x; nobody', /EOF expected/],
    ['let f = g => f(g); f(1)', /Unrecognized identifier: "f"/],
    ['issue.key()', /Type String is not a function/],
    ['null()', /Type null is not a function/],
  ])('%s fails', (text, message) => expect(failure(text)).toMatch(message));

  test('a missing key of a plain object can be made an error', () => {
    expect(failure('config.missing', aContext(), { missingMapKey: 'error' })).toMatch(
      /Unrecognized property of `config`: "missing" \('missing'\)\. Available properties of type 'Map' are: 'stage'/,
    );
    expect(run('config.name', aContext(), { missingMapKey: 'error' })).toBe('');
  });

  test('optional chaining can be made to forgive unknown members', () => {
    expect(run('issue?.customfield_10040 != null', aContext(), { optionalChaining: 'null-and-unknown' })).toBe(false);
    expect(failure('issue.customfield_10040', aContext(), { optionalChaining: 'null-and-unknown' })).toMatch(/Unrecognized/);
  });
});

// Source: ScriptRunner for Jira Cloud, Jira expression examples; Appfire JMWE, "Avoid Jira expression errors".
describe('conditions', () => {
  test.each<[string, unknown]>([
    ['!!issue.assignee', false],
    ['!!issue.status', true],
    ['issue.dueDate ? true : false', true],
    ['issue.parent ? true : false', false],
    [`'' ? 1 : 2`, 2],
    ['0 ? 1 : 2', 2],
    ['[] ? 1 : 2', 1],
    ['{} ? 1 : 2', 1],
    [`Number('x') ? 1 : 2`, 2],
    ['issue.parent && issue.parent.key', null],
    [`issue.parent || 'none'`, 'none'],
    [`config.name ?? 'unset'`, ''],
    ['false && nobody', false],
    ['true || nobody', true],
    ['1 ?? nobody', 1],
    ['true ? 1 : nobody', 1],
    ['[1, 0, 2].filter(n => n)', [1, 2]],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));

  test.each(['1 ? 2 : 3', '!null', 'issue.status && true', `true && 'x'`, 'if (0) { 1 } else { 2 }', '[1].every(n => n)'])(
    '%s fails where conditions must be booleans',
    (text) => expect(failure(text, aContext(), { conditions: 'boolean' })).toMatch(/A condition must be Boolean, not /),
  );
});

// Source: the same page, and "Can't compare Number to String." in the REST documentation of /expression/analyse.
describe('comparison and arithmetic', () => {
  test.each<[string, unknown]>([
    [`1 == '1'`, false],
    ['null == false', false],
    ['issue.assignee == null', true],
    ['issue.status != null', true],
    ['issue.status == issue.status', true],
    ['issue == project', false],
    [`issue.labels == ['money', 'urgent']`, true],
    [`issue.labels == ['urgent', 'money']`, false],
    ['{ a: [1] } == { a: [1] }', true],
    ['{ a: 1 } == { b: 1 }', false],
    [`'a' < 'b'`, true],
    ['2 >= 2', true],
    ['issue.created < new Date()', true],
    ['issue.created == new Date(issue.created.getTime())', true],
    [`new CalendarDate('2026-05-01') > issue.dueDate`, true],
    [`new CalendarDate('2026-04-30') == issue.dueDate`, true],
    [`'Jira ' + 5 + true + null`, 'Jira 5truenull'],
    [`1 + 2 + 'a'`, '3a'],
    ['`${issue.dueDate} ${1.5}`', '2026-04-30 1.5'],
    ['7 / 2', 3.5],
    ['typeof issue', 'Issue'],
    [`typeof config + typeof [] + typeof 'a' + typeof 1 + typeof true`, 'MapListStringNumberBoolean'],
    ['typeof null + typeof new Date() + typeof issue.dueDate + typeof (x => x)', 'nullDateCalendarDateFunction'],
    [`let plain = value => typeof value == 'Map' ? 'rich' : value; plain({})`, 'rich'],
  ])('%s', (text, expected) => expect(run(text)).toEqual(expected));

  test.each<[string, RegExp]>([
    [`1 > '0'`, /"1 > '0'" - Can't compare Number to String\./],
    ['null > 1', /Can't compare null to Number/],
    ['1 <= null', /Can't compare Number to null/],
    ['null < null', /Can't compare null to null/],
    ['true < false', /Can't compare Boolean to Boolean/],
    ['[1] < [2]', /Can't compare List to List/],
    ['issue.created < issue.dueDate', /Can't compare Date to CalendarDate/],
    [`issue.created > '2026-01-01'`, /Can't compare Date to String/],
    ['1 + null', /Can't add null to Number/],
    ['1 + true', /Can't add Boolean to Number/],
    ['new Date() - new Date()', /Operator - needs two numbers, not Date and Date/],
    [`'3' * 2`, /Operator \* needs two numbers/],
    [`-'3'`, /Operator - needs a number, not String/],
    ['`${issue}`', /Can't convert Issue to String/],
    [`'' + [1]`, /Can't convert List to String/],
  ])('%s fails', (text, message) => expect(failure(text)).toMatch(message));
});

describe('throw and try', () => {
  test.each<[string, RegExp]>([
    [`throw 'stop'`, /^ExpressionEvaluationError: Evaluation failed: stop$/],
    ['throw { a: 1 }', /Evaluation failed: Map$/],
    [`try { throw 'a' } catch (e) { throw e + 'b' }`, /Evaluation failed: ab$/],
  ])('%s', (text, message) => expect(failure(text)).toMatch(message));

  test('a caught failure is its message', () => {
    expect(run('try { null.x } catch (e) { e }')).toBe('Evaluation failed: "null.x" - Type null does not have any properties.');
  });
});

describe('constructors', () => {
  const made = aHost('Issue', { key: 'PAY-2' });
  const constructors = { Issue: ([key]: readonly unknown[]) => (key === 'PAY-2' ? made : null), RichText: () => made };

  test('come from the host and cost one operation', () => {
    const { value, meta } = evaluateExpression(`new Issue('PAY-2').key`, {}, { now: NOW, constructors });
    expect(value).toBe('PAY-2');
    expect(meta.complexity.expensiveOperations.value).toBe(1);
    expect(run(`new Issue('PAY-3') == null`, {}, { constructors })).toBe(true);
    expect(evaluateExpression('new RichText({})', {}, { now: NOW, constructors }).meta.complexity.expensiveOperations.value).toBe(
      0,
    );
  });

  test.each(['new Nothing()', 'new constructor()', 'new Object()', 'new Map()'])('%s is unknown', (text) => {
    expect(failure(text, {}, { constructors })).toMatch(/Unrecognized constructor/);
  });
});

// The expressions Holdpoint puts into workflow rules look like these.
describe('gate expressions', () => {
  const held = (verdict: unknown) =>
    aContext({ 'holdpoint.gates.10': { until: '2026-04-21T00:00:00.000Z' }, 'holdpoint.gates.11': verdict });
  const every =
    'issue.fixVersions.length > 0 && issue.fixVersions.map(v => project.properties[`holdpoint.gates.${v.id}`])' +
    '.every(g => g != null && new Date(g.until) > new Date())';
  const explained =
    'let gates = issue.fixVersions.map(v => project.properties[`holdpoint.gates.${v.id}`]);' +
    'let held = gates.filter(g => g == null || new Date(g.until) <= new Date());' +
    'held.length == 0 ? true : `Held: ${held[0]?.sentence ?? "no verdict"}`';

  test.each<[string, unknown, unknown, unknown]>([
    ['all open', { until: '2026-04-20T10:00:00.000Z' }, true, true],
    ['one lapsed', { until: '2026-04-20T09:00:00.000Z', sentence: 'two S1 open' }, false, 'Held: two S1 open'],
    ['one missing', null, false, 'Held: no verdict'],
  ])('%s', (_name, verdict, condition, validator) => {
    expect(run(every, held(verdict))).toBe(condition);
    expect(run(explained, held(verdict))).toBe(validator);
  });

  test('a verdict of an unexpected shape fails the rule', () => {
    expect(failure(every, held({}))).toMatch(/Can't make a Date of null/);
    expect(failure(every, held({ until: 'soon' }))).toMatch(/Can't parse date: soon/);
    expect(failure(every, held('PASS'))).toMatch(/Unrecognized property of `g`: "until"/);
  });

  test('a let in front of the function works as a helper', () => {
    const text = 'let open = g => g != null && g.ok; issue.fixVersions.every(v => open(project.properties[`g.${v.id}`]))';
    expect(run(text, aContext({ 'g.10': { ok: true }, 'g.11': { ok: true } }))).toBe(true);
  });

  test('a program is parsed once and run often', () => {
    const program = parseExpression(every);
    expect(evaluateExpression(program, held(null), { now: NOW }).value).toBe(false);
    expect(evaluateExpression(program, aContext({}, []), { now: NOW }).value).toBe(false);
  });
});
