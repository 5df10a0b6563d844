import { isArrow, parseArrow, parseItems, parsePrimary } from './parse-primary';
import type { BinaryOperator, Block, Body, LogicalOperator, Node, Program, UnaryOperator } from './syntax-tree';
import { TokenReader } from './token-reader';

/**
 * Reads an expression; throws ExpressionSyntaxError. Written from the BNF at
 * https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar (17 Apr 2026), rule by rule.
 */
export function parseExpression(text: string): Program {
  const reader = new TokenReader(text);
  const root = parseTopLevel(reader);
  if (reader.peek().type !== 'end') throw reader.expected('EOF');
  return { text, root, leaves: countLeaves(reader) };
}

/**
 * A leaf is a literal or identifier node of the syntax tree. Which names Jira counts is not published, so we count all of them:
 * variables, member names after a dot, keys of object literals, parameters, and each piece of text in a template.
 */
function countLeaves(reader: TokenReader): number {
  const constants = new Set(['true', 'false', 'null']);
  return reader.tokens.filter((token) => {
    if (token.type === 'keyword') return constants.has(token.text);
    if (token.type === 'template-text') return token.text !== '';
    return token.type === 'number' || token.type === 'string' || token.type === 'identifier';
  }).length;
}

/** `top_level_let_in`: (`let`)? name = expression; ... then `return`? body `;`? */
function parseTopLevel(reader: TokenReader): Block {
  const declarations: { name: string; value: Node }[] = [];
  while (reader.at('let') || (reader.peek().type === 'identifier' && reader.at('=', 1))) {
    reader.take('let');
    const name = reader.expectName();
    reader.expect('=');
    declarations.push({ name, value: parseAny(reader) });
    reader.expect(';');
  }
  reader.take('return');
  const body = parseBody(reader);
  reader.take(';');
  return { declarations, body };
}

function parseBody(reader: TokenReader): Body {
  if (reader.at('if')) return parseIf(reader);
  if (reader.at('try')) return parseTry(reader);
  return { type: 'expression', expression: parseAny(reader) };
}

/** `if_statement`; its last `else` is not optional. */
function parseIf(reader: TokenReader): Body {
  const branches: { test: Node; block: Block }[] = [];
  do {
    reader.expect('if');
    reader.expect('(');
    const test = parseAny(reader);
    reader.expect(')');
    branches.push({ test, block: parseBlock(reader) });
    reader.expect('else');
  } while (reader.at('if'));
  return { type: 'if', branches, otherwise: parseBlock(reader) };
}

/** `try_statement`; the parentheses after `catch` are not optional, the name in them is. */
function parseTry(reader: TokenReader): Body {
  reader.expect('try');
  const block = parseBlock(reader);
  reader.expect('catch');
  reader.expect('(');
  const error = reader.at(')') ? undefined : reader.expectName();
  reader.expect(')');
  return { type: 'try', block, error, handler: parseBlock(reader) };
}

function parseBlock(reader: TokenReader): Block {
  return reader.nested(() => {
    reader.expect('{');
    const block = parseTopLevel(reader);
    reader.expect('}');
    return block;
  });
}

/** `expression`, which is `conditional_expression`. */
function parseAny(reader: TokenReader): Node {
  return reader.nested(() => {
    const test = parseThrow(reader);
    if (!reader.take('?')) return test;
    const yes = parseAny(reader);
    reader.expect(':');
    const no = parseAny(reader);
    return { type: 'conditional', test, yes, no, start: test.start, end: no.end };
  });
}

function parseThrow(reader: TokenReader): Node {
  if (!reader.at('throw')) return parseBinary(reader, 0);
  const { start } = reader.next();
  const operand = reader.nested(() => parseThrow(reader));
  return { type: 'throw', operand, start, end: operand.end };
}

/** From `nullish_coalescing_expression` to `multiplicative_expression`; each row binds tighter than the one before, all from the left. */
const LEVELS: readonly (readonly (BinaryOperator | LogicalOperator)[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

function parseBinary(reader: TokenReader, level: number): Node {
  const operators = LEVELS[level];
  if (operators === undefined) return parseUnary(reader);
  let left = parseBinary(reader, level + 1);
  for (;;) {
    const operator = operators.find((candidate) => reader.at(candidate));
    if (operator === undefined) return left;
    reader.next();
    const right = parseBinary(reader, level + 1);
    const place = { left, right, start: left.start, end: right.end };
    if (operator === '??' || operator === '||' || operator === '&&') left = { type: 'logical', operator, ...place };
    else left = { type: 'binary', operator, ...place };
  }
}

const UNARY: readonly UnaryOperator[] = ['!', '-', 'typeof'];

function parseUnary(reader: TokenReader): Node {
  const operator = UNARY.find((candidate) => reader.at(candidate));
  if (operator === undefined) return parseMembers(reader);
  const { start } = reader.next();
  const operand = reader.nested(() => parseUnary(reader));
  return { type: 'unary', operator, operand, start, end: operand.end };
}

/** A primary expression and what follows it: `.name`, `?.name`, `[key]`, `?.[key]`, `(arguments)`. */
function parseMembers(reader: TokenReader): Node {
  if (isArrow(reader)) return parseArrow(reader, parseAny);
  const { start } = reader.peek();
  let node = parsePrimary(reader, parseAny);
  for (;;) {
    const optional = reader.take('?.');
    if (reader.take('[')) {
      const key = parseAny(reader);
      reader.expect(']');
      node = { type: 'index', object: node, key, optional, start, end: reader.end };
    } else if (optional || reader.take('.')) {
      node = { type: 'member', object: node, name: memberName(reader), optional, start, end: reader.end };
    } else if (reader.take('(')) {
      node = { type: 'call', callee: node, args: parseItems(reader, ')', parseAny), start, end: reader.end };
    } else {
      return node;
    }
  }
}

function memberName(reader: TokenReader): string {
  const { type } = reader.peek();
  if (type !== 'identifier' && type !== 'keyword') throw reader.expected('IDENTIFIER');
  return reader.next().text;
}
