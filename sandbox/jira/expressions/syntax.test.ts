import { analyseExpression, ExpressionSyntaxError, parseExpression } from './index';
import { run } from './expressions.fixture';

// Source: https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar (17 Apr 2026), BNF.
test.each<[string, unknown]>([
  // literals
  ['1', 1],
  ['1.5', 1.5],
  ['2e3', 2000],
  ['true', true],
  ['false', false],
  ['null', null],
  [`'single'`, 'single'],
  [`"double"`, 'double'],
  [`'it\\'s'`, "it's"],
  [`"a\\nb"`, 'a\nb'],
  [`'\\u0041'`, 'A'],
  [`'SRJ-\\d+'`, 'SRJ-\\d+'],
  ['[]', []],
  ['[1, [2, 3]]', [1, [2, 3]]],
  ['{}', {}],
  [`{ a: 1, 'b c': 2, if: 3 }`, { a: 1, 'b c': 2, if: 3 }],
  ['`plain`', 'plain'],
  ['`a${1 + 1}b${`c${3}`}`', 'a2bc3'],
  ['`${ { a: 1 }.a }`', '1'],
  ['`\\`\\${x}`', '`${x}'],
  ['`two\nlines`', 'two\nlines'],
  // top_level_let_in
  ['let a = 1; a + 1', 2],
  ['let a = 1; let b = a + 1; b * 2', 4],
  ['a = 1; a + 1', 2],
  ['return 3', 3],
  ['return 3;', 3],
  ['3;', 3],
  ['let a = 1; return a;', 1],
  ['let a = 1; a = a + 1; a', 2],
  // if_statement, try_statement
  ['if (true) { 1 } else { 2 }', 1],
  ['if (false) { 1 } else if (true) { 2 } else { 3 }', 2],
  ['if (false) { 1 } else if (false) { 2 } else { 3 }', 3],
  ['if (true) { let a = 1; return a + 1; } else { 0 }', 2],
  ['if (true) { if (false) { 1 } else { 2 } } else { 3 }', 2],
  [`try { null.x } catch () { 'saved' }`, 'saved'],
  [`try { throw 'stop' } catch (e) { e }`, 'stop'],
  [`try { throw { code: 7 } } catch (e) { e.code }`, 7],
  ['try { 1 } catch (e) { 2 }', 1],
  [`let a = 1; try { let b = a; b + 1 } catch () { 0 }`, 2],
  // operators, from loose to tight
  [`true ? 'a' : 'b'`, 'a'],
  [`false ? 1 : false ? 2 : 3`, 3],
  [`true ? 1 : throw 'no'`, 1],
  ['null ?? 1', 1],
  ['false ?? 1', false],
  ['null ?? null ?? 2', 2],
  ['null ?? false || true', true],
  ['true || false && false', true],
  ['1 == 1 && 2 != 3', true],
  ['1 < 2 == true', true],
  ['1 + 2 * 3', 7],
  ['(1 + 2) * 3', 9],
  ['10 - 3 - 2', 5],
  ['7 % 4 * 2', 6],
  ['-2 + 5', 3],
  ['- -2', 2],
  ['!true == false', true],
  ['!!1', true],
  // members, calls, arrows
  [`'abc'.length`, 3],
  [`'abc'['length']`, 3],
  ['null?.x', null],
  [`null?.['x']`, null],
  ['[1, 2][1]', 2],
  ['(x => x + 1)(2)', 3],
  ['((a, b) => a * b)(2, 3)', 6],
  ['(() => 5)()', 5],
  ['let f = x => y => x + y; f(1)(2)', 3],
  ['[1].map(c => { id: c })', [{ id: 1 }]],
  ['[1].map(c => { id: c, next: c + 1 }.next)', [2]],
  ['[1].map(c => ({ id: c }))', [{ id: 1 }]],
  ['[1].map(c => {})', [{}]],
  ['{ new: 1 }.new', 1],
  ['1 // to the end of the line\n + 1', 2],
  [`'// not a comment'`, '// not a comment'],
])('%s', (text, expected) => {
  expect(run(text)).toEqual(expected);
});

// What the grammar has no rule for, or what nothing published allows.
test.each<[string, number, number, RegExp]>([
  ['', 1, 1, /^!, -, typeof, \(, IDENTIFIER, null, true, false, NUMBER, STRING, TEMPLATE_LITERAL, new, \[ or { expected, EOF/],
  ['1 +> 2', 1, 4, /or { expected, > encountered\.$/],
  ['1 === 1', 1, 3, /^EOF expected, === encountered/],
  ['1 !== 1', 1, 3, /!==/],
  ['+1', 1, 1, /\+ encountered/],
  ['a++', 1, 3, /\+ encountered/],
  ['let a = 1', 1, 10, /^; expected/],
  ['let a = 1;', 1, 11, /EOF encountered/],
  ['let = 1; 2', 1, 5, /IDENTIFIER expected/],
  ['if (true) { 1 }', 1, 16, /^else expected/],
  ['if true { 1 } else { 2 }', 1, 4, /^\( expected/],
  ['try { 1 } catch { 2 }', 1, 17, /^\( expected/],
  ['1; 2', 1, 4, /EOF expected/],
  ['{ a }', 1, 5, /: expected/],
  ['{ ...a }', 1, 3, /IDENTIFIER or STRING expected/],
  ['[...a]', 1, 2, /\.\.\. encountered/],
  ['[1, ]', 1, 5, /\] encountered/],
  ['f?.(1)', 1, 4, /IDENTIFIER expected/],
  ['c => { let a = 1; a }', 1, 6, /body of an arrow function is an expression/],
  ['c => { return 1 }', 1, 6, /body of an arrow function is an expression/],
  ['c => { a = 1; a }', 1, 6, /body of an arrow function is an expression/],
  ['let a = if (true) { 1 } else { 2 }; a', 1, 9, /if encountered/],
  ['1 ? 2', 1, 6, /^: expected/],
  ['(1', 1, 3, /^\) expected/],
  ['new Date', 1, 9, /^\( expected/],
  [`'open`, 1, 1, /not closed/],
  ['`open', 1, 1, /not closed/],
  ['`${1', 1, 5, /} expected/],
  [`'two\nlines'`, 1, 1, /not closed/],
  ['a\n  # b', 2, 3, /Unexpected character: #/],
  ['a & b', 1, 3, /Unexpected character: &/],
  ['function(x) { x }', 1, 13, /EOF expected/],
  ['x instanceof y', 1, 3, /EOF expected/],
  ['/* no */ 1', 1, 1, /\/ encountered/],
])('%s is refused', (text, line, column, detail) => {
  const [error] = analyseExpression(text).errors;
  expect(error).toMatchObject({ type: 'syntax', line, column });
  expect(error?.message).toMatch(detail);
  expect(() => parseExpression(text)).toThrow(ExpressionSyntaxError);
});

test('a syntax error names its place', () => {
  expect(() => parseExpression('1 +\n +')).toThrow(/^line 2, column 2: .* \+ encountered\.$/);
});

// Source: restrictions on the jira-expressions page, example of POST /rest/api/3/expression/analyse.
describe('analyse', () => {
  test('a long text and a bushy tree are errors of type other', () => {
    const text = `[${Array.from({ length: 150 }, () => '1').join(', ')}]${' '.repeat(592)}`;
    expect(analyseExpression(text)).toMatchObject({
      valid: false,
      errors: [
        { message: 'Jira expression is too long (1042), limit: 1000 characters', type: 'other' },
        { message: 'Jira expression has too many nodes (150), limit: 100 leaves', type: 'other' },
      ],
      complexity: { length: 1042, leaves: 150 },
    });
  });

  test.each<[string, number]>([
    ['1', 1],
    ['issue.key', 2],
    ['x => x', 2],
    ['{ a: 1 }', 2],
    ['`a${b}`', 2],
    ['true && null', 2],
  ])('leaves of %s: %d', (text, leaves) => {
    expect(analyseExpression(text)).toMatchObject({ valid: true, errors: [], complexity: { leaves } });
  });

  test.each<[string, string]>([
    ['issue.key', '0'],
    ['new Issue(10010).comments', '2'],
    ['issues.map(i => i.comments)', 'N'],
    ['[issue.properties, issues.map(i => i.comments.map(c => c.properties))]', '1 + N + N * N'],
    ['if (true) { issue.parent } else { issue.links }', '2'],
  ])('expensive operations of %s: %s', (text, formula) => {
    expect(analyseExpression(text).complexity.expensiveOperations).toBe(formula);
  });
});
