import { checkCount, functionArgument, numberArgument, textArgument } from './arguments';
import { Failure } from './errors';
import { checkedText } from './operators';
import type { Runtime } from './runtime';
import { isFunction } from './values';
import type { Value } from './values';

type TextMethod = (self: string, args: readonly Value[], runtime: Runtime, name: string) => Value;

/**
 * Methods of String; its one property is `length`
 * (https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference#string: "based on the JavaScript String object").
 */
export const TEXT_METHODS: ReadonlyMap<string, TextMethod> = new Map<string, TextMethod>([
  ['trim', plain((self) => self.trim())],
  ['toLowerCase', plain((self) => self.toLowerCase())],
  ['toUpperCase', plain((self) => self.toUpperCase())],
  ['includes', search((self, part) => self.includes(part))],
  ['startsWith', search((self, part) => self.startsWith(part))],
  ['indexOf', search((self, part) => self.indexOf(part))],
  ['slice', range((self, from, to) => self.slice(from, to))],
  ['substring', range((self, from, to) => self.substring(from, to))],
  ['split', split],
  ['replace', replace],
  ['match', match],
]);

function plain(change: (self: string) => string): TextMethod {
  return (self, args, _runtime, name) => {
    checkCount(name, args, 0);
    return change(self);
  };
}

function search(find: (self: string, part: string) => Value): TextMethod {
  return (self, args, _runtime, name) => {
    checkCount(name, args, 1);
    return find(self, textArgument(name, args[0]));
  };
}

function range(cut: (self: string, from: number, to: number | undefined) => string): TextMethod {
  return (self, args, _runtime, name) => {
    checkCount(name, args, 1, 2);
    return cut(self, numberArgument(name, args[0]), args.length < 2 ? undefined : numberArgument(name, args[1]));
  };
}

function split(self: string, args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 0, 1);
  const parts = args.length === 0 ? [self] : self.split(textArgument(name, args[0]));
  meter.step(parts.length);
  return parts;
}

/** The first occurrence, as in JavaScript with a text; the second argument is a text or a function of the match. */
function replace(self: string, args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 2);
  const part = textArgument(name, args[0]);
  const by = args[1] ?? null;
  const at = self.indexOf(part);
  if (at < 0) return self;
  const written = isFunction(by) ? functionArgument(name, by).call([part], meter) : by;
  return checkedText(self.slice(0, at) + textArgument(name, written) + self.slice(at + part.length), (count) =>
    meter.step(count),
  );
}

/** All matches of a regular expression, or null when there is none. */
function match(self: string, args: readonly Value[], { meter }: Runtime, name: string): Value {
  checkCount(name, args, 1);
  const source = textArgument(name, args[0]);
  assertQuick(source, self.length);
  let pattern: RegExp;
  try {
    pattern = new RegExp(source, 'gu');
  } catch {
    throw new Failure(`Not a regular expression: ${source}`);
  }
  const found = [...self.matchAll(pattern)].map((one) => one[0]);
  meter.step(found.length);
  return found.length === 0 ? null : found;
}

/** JavaScript backtracks; a pattern that could take for ever on this text is refused. */
function assertQuick(source: string, length: number): void {
  const bare = source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  const repeatedGroup = /\)\s*[*+?{]/.test(bare);
  const openEnded = (bare.match(/[*+]|\{\d+,\d*\}/g) ?? []).length;
  const backReference = /\\[1-9k]/.test(source);
  if (repeatedGroup || backReference || openEnded > 4 || (openEnded > 0 && length ** (openEnded + 1) > 1e9)) {
    throw new Failure(`This regular expression is too complex for the sandbox: ${source}`);
  }
}
