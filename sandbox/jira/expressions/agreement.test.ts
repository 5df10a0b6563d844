import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { evaluateExpression } from './index';
import { NOW } from './expressions.fixture';

// Where Jira expressions and JavaScript have the same operators they must give the same value. Mixed ?? needs parentheses in
// JavaScript, so every operation is written with some, and also without them where precedence alone decides.
const { number, truth } = fc.letrec<{ number: string; truth: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.integer({ min: 0, max: 99 }).map(String),
    fc.constantFrom('0.5', '1e3', 'a', 'b', 'list.length', 'list[1]'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '%'), tie('number')).map(([l, op, r]) => `${l} ${op} ${r}`),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/', '%'), tie('number')).map(([l, op, r]) => `(${l} ${op} ${r})`),
    tie('number').map((inner) => `(- (${inner}))`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([test, yes, no]) => `(${test} ? ${yes} : ${no})`),
    fc.tuple(tie('number'), tie('number')).map(([l, r]) => `((${l}) ?? (${r}))`),
    fc.tuple(tie('number'), tie('number')).map(([l, r]) => `(x => x * 2 + (${l}))(${r})`),
  ),
  truth: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom('true', 'false', 't'),
    fc
      .tuple(tie('number'), fc.constantFrom('<', '>', '<=', '>=', '==', '!='), tie('number'))
      .map(([l, op, r]) => `(${l} ${op} ${r})`),
    fc.tuple(tie('truth'), fc.constantFrom('&&', '||', '==', '!='), tie('truth')).map(([l, op, r]) => `${l} ${op} ${r}`),
    fc.tuple(tie('truth'), fc.constantFrom('&&', '||'), tie('truth')).map(([l, op, r]) => `(${l} ${op} ${r})`),
    tie('truth').map((inner) => `!(${inner})`),
    fc.tuple(tie('number'), tie('truth')).map(([l, r]) => `!!((${l}) && (${r}))`),
  ),
}));

const context = { a: 3, b: 0.25, t: true, list: [4, 5, 6] };
const fits = (text: string): boolean => text.length <= 1000 && (text.match(/\w+(\.\d+)?/g) ?? []).length <= 100;

test.each([
  ['numbers', number],
  ['booleans', truth],
])('%s agree with JavaScript', (_name, texts) => {
  fc.assert(
    fc.property(texts.filter(fits), (text) => {
      const ours = evaluateExpression(text, context, { now: NOW }).value;
      expect(ours).toBe(runInNewContext(text, { ...context }));
    }),
    { numRuns: 1000 },
  );
});

test('any text either runs or fails with an error of ours', () => {
  const pieces = fc.constantFrom(
    ...'(){}[].?:;=<>!&|+-*/%,`"\'$ ',
    'let',
    'if',
    'else',
    'try',
    'catch',
    'throw',
    'new',
    'Date',
    'x',
    '1',
    '=>',
    '${',
    'null',
    'map',
    'JSON',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
      try {
        evaluateExpression(parts.join(''), { x: [1, 2] }, { now: NOW });
      } catch (error) {
        expect(error instanceof Error && error.name).toMatch(/^Expression(Syntax|Evaluation)Error$/);
      }
    }),
    { numRuns: 3000 },
  );
});
