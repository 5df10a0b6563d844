import type { Node } from './syntax-tree';
import type { TokenReader } from './token-reader';

type ParseExpression = (reader: TokenReader) => Node;

/** What may start an expression, worded as in the REST documentation's example of a syntax error. */
const STARTS = '!, -, typeof, (, IDENTIFIER, null, true, false, NUMBER, STRING, TEMPLATE_LITERAL, new, [ or {';

/**
 * `primary_expression` of https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar, arrow functions apart: literal,
 * name, `new`, parentheses, list, object, template. Spread, shorthand members and trailing commas are refused: nothing published
 * that we could read allows them.
 */
export function parsePrimary(reader: TokenReader, parseExpression: ParseExpression): Node {
  const token = reader.peek();
  const { start } = token;
  switch (token.type) {
    case 'number':
      reader.next();
      return { type: 'literal', value: Number(token.text), start, end: token.end };
    case 'string':
      reader.next();
      return { type: 'literal', value: token.text, start, end: token.end };
    case 'identifier':
      reader.next();
      return { type: 'identifier', name: token.text, start, end: token.end };
    case 'template-start':
      return parseTemplate(reader, parseExpression);
    default:
      return parseSigned(reader, parseExpression);
  }
}

/** Comma separated expressions up to `close`; the opening sign has been read. */
export function parseItems(reader: TokenReader, close: string, parseExpression: ParseExpression): readonly Node[] {
  const items: Node[] = [];
  if (!reader.take(close)) {
    do items.push(parseExpression(reader));
    while (reader.take(','));
    if (!reader.take(close)) throw reader.expected(`, or ${close}`);
  }
  return items;
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parseSigned(reader: TokenReader, parseExpression: ParseExpression): Node {
  const { start, text } = reader.peek();
  const constant = reader.peek().type === 'keyword' ? CONSTANTS.get(text) : undefined;
  if (constant !== undefined) {
    const { end } = reader.next();
    return { type: 'literal', value: constant, start, end };
  }
  if (reader.take('(')) {
    const inner = parseExpression(reader);
    const { end } = reader.expect(')');
    return { ...inner, start, end };
  }
  if (reader.take('[')) return { type: 'list', items: parseItems(reader, ']', parseExpression), start, end: reader.end };
  if (reader.at('{')) return parseMap(reader, parseExpression);
  if (reader.take('new')) {
    const name = reader.expectName();
    reader.expect('(');
    return { type: 'new', name, args: parseItems(reader, ')', parseExpression), start, end: reader.end };
  }
  throw reader.expected(STARTS);
}

function parseMap(reader: TokenReader, parseExpression: ParseExpression): Node {
  const { start } = reader.expect('{');
  const entries: (readonly [string, Node])[] = [];
  if (!reader.take('}')) {
    do {
      const key = reader.peek();
      if (key.type !== 'identifier' && key.type !== 'keyword' && key.type !== 'string')
        throw reader.expected('IDENTIFIER or STRING');
      reader.next();
      reader.expect(':');
      entries.push([key.text, parseExpression(reader)]);
    } while (reader.take(','));
    if (!reader.take('}')) throw reader.expected(', or }');
  }
  return { type: 'map', entries, start, end: reader.end };
}

function parseTemplate(reader: TokenReader, parseExpression: ParseExpression): Node {
  const { start } = reader.next();
  const texts: string[] = [];
  const expressions: Node[] = [];
  for (;;) {
    if (reader.peek().type !== 'template-text') throw reader.expected('}');
    const part = reader.next();
    texts.push(part.text);
    if (part.last === true) return { type: 'template', texts, expressions, start, end: part.end };
    expressions.push(parseExpression(reader));
  }
}

/** `x =>` or `( names ) =>`; stops at the first token that does not fit. */
export function isArrow(reader: TokenReader): boolean {
  if (reader.peek().type === 'identifier') return reader.at('=>', 1);
  if (!reader.at('(')) return false;
  let ahead = 1;
  while (reader.peek(ahead).type === 'identifier') {
    ahead += 1;
    if (!reader.at(',', ahead)) break;
    ahead += 1;
  }
  return reader.at(')', ahead) && reader.at('=>', ahead + 1);
}

export function parseArrow(reader: TokenReader, parseExpression: ParseExpression): Node {
  const { start } = reader.peek();
  const params: string[] = [];
  if (reader.take('(')) {
    while (!reader.take(')')) {
      params.push(reader.expectName());
      if (!reader.at(')')) reader.expect(',');
    }
  } else {
    params.push(reader.expectName());
  }
  reader.expect('=>');
  refuseBlock(reader);
  const body = parseExpression(reader);
  return { type: 'arrow', params, body, start, end: body.end };
}

/** `{` after `=>` opens an object literal (the page's own example is `c => { id: c.id }`), so say that rather than "`:` expected". */
function refuseBlock(reader: TokenReader): void {
  const inside = reader.peek(1);
  if (!reader.at('{') || reader.at(':', 2)) return;
  if (inside.type === 'keyword' || reader.at('=', 2)) {
    throw reader.error('The body of an arrow function is an expression; { opens an object literal, not a block.');
  }
}
