import { anonymous, type Frame, type Raised, type Trace } from '../failure';
import { normaliseMessage } from '../message';
import type { Algorithm, Failure } from './algorithm';

/** So many different frames count, innermost first. */
const mostFrames = 5;
/** Errors of a stack that grew too high: how high and where in its circle it ended is chance. */
const overflow =
  /StackOverflow|RecursionError|SystemStackError|stack-overflow|stack overflow|too much recursion|Maximum call stack|maximum recursion|goroutine stack exceeds|Maximum function nesting/i;
const assertions =
  /Assert|Expectation|ComparisonFailure|EqualException|TrueException|FalseException|assertion|test failure|Failed$|Failure$|MultipleFailures/i;

/** Languages whose functions are named with their package and class: the file adds nothing, and is not always known. */
const qualified: ReadonlySet<string> = new Set(['java', 'csharp', 'go', 'kernel', 'elixir']);
/** Languages whose errors have no class: their words stand for it. */
const classless: ReadonlySet<string> = new Set(['go', 'rust']);

const testFile =
  /(?:[._-](?:test|tests|spec|cy|e2e)\.\w{1,5}$|^(?:test|tests|conftest|spec_helper|test_helper)\.\w{1,5}$|^test_.*\.\w{1,5}$|(?:Test|Tests|TestCase|Spec|Specs|IT|Should)\.(?:java|kt|kts|scala|groovy|cs|php|swift)$)/;
const testClass =
  /(?:^|[.:\\])(?:Test[A-Z]\w*|\w*(?:Test|Tests|TestCase|Spec|Specs|IT|Should|Steps|Fixture|Facts))(?:\$\w*)*(?:[.:$]|::)/;

const isTest = ({ function: name, file }: Frame) => (file !== null && testFile.test(file)) || testClass.test(name);

function frameKey(language: Trace['language'], { function: name, file }: Frame): string {
  // Some versions of Ruby write a method without its class.
  const plain = language === 'ruby' ? (name.split(/[#.]|::/).at(-1) ?? name) : name;
  return qualified.has(language) && plain.includes('.') && plain !== anonymous ? plain : `${plain}@${file ?? ''}`;
}

const once = (keys: readonly string[]) => [...new Set(keys)];

/** Functions that stand in the circle of a recursion, in an order that does not depend on where it was left. */
function circle(keys: readonly string[]): readonly string[] {
  const repeated = once(keys.filter((key, at) => keys.indexOf(key) !== at)).toSorted();
  return repeated.length > 0 ? repeated : once(keys).slice(0, 1);
}

/** The frames of the error nearest to the cause that has frames of the team's own. */
function ownFrames(chain: readonly Raised[]): readonly Frame[] {
  return chain.map(({ frames }) => frames.filter(({ inApp }) => inApp)).findLast((frames) => frames.length > 0) ?? [];
}

/** What an error says first; where a test runner puts the test's title before it, both. */
function firstLine(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  const title = lines.findLastIndex((line) => line.startsWith('●'));
  return title === -1 ? (lines[0] ?? '') : lines.slice(title, title + 2).join(' ');
}

function kindOf({ kind, message }: Raised, language: Trace['language']): string {
  const code = language === 'javascript' && kind !== null ? (/\bE[A-Z]{4,14}\b/.exec(message.slice(0, 500))?.[0] ?? '') : '';
  const said = classless.has(language) ? normaliseMessage(firstLine(unwrapped(message))) : '';
  return [kind ?? '', code, said].filter((part) => part !== '').join(' ');
}

/** Rust quotes what a failed unwrap is about. */
const unwrapped = (message: string) =>
  message
    .replace(/`((?:Option|Result)::\w{1,40})\(\)`/g, '$1')
    .replace(/`(None|Err|Ok|Some)`/g, '$1')
    .replace(/`\(?(left \S{1,2} right)\)?`/g, '$1');

/**
 * A failure is the same where these are: the language, the classes of the outermost error and of its root cause, and the team's own
 * functions that led to the cause (the innermost five different ones; a function that calls itself counts once). Tests count only where
 * an assertion failed or nothing else of the team's is in the trace: a broken function is one failure, however many tests meet it.
 * Where no frame is the team's own, or none has a name, the normalised message counts too; where there is no trace, the message alone.
 */
function identity({ trace, message }: Failure): string | null {
  if (trace === null) return message === '' ? null : JSON.stringify(['message', message]);
  const { language, chain } = trace;
  const root = chain.at(-1);
  const outer = chain[0];
  if (root === undefined || outer === undefined) return null;
  const kinds = once([outer, root].map((error) => kindOf(error, language)));
  const own = ownFrames(chain);
  const asserted = assertions.test(root.kind ?? '');
  const [innermost] = own;
  const counted = innermost === undefined || asserted || isTest(innermost) ? own : own.filter((frame) => !isTest(frame));
  const keys = (counted.length > 0 ? counted : root.frames).map((frame) => frameKey(language, frame));
  const tooDeep = overflow.test(`${root.kind ?? ''} ${root.message.slice(0, 300)}`);
  const frames = tooDeep ? circle(keys) : once(keys).slice(0, mostFrames);
  const named = counted.some(({ function: name }) => !/^(?:<anonymous>|<module>|<main>|\{main\}|<panic>|)$/.test(name));
  const said =
    (named && root.kind !== null) || tooDeep
      ? null
      : normaliseMessage(counted.length > 0 ? firstLine(root.message) : root.message);
  return JSON.stringify([language, kinds, frames, said]);
}

export const algorithm: Algorithm = { date: '2026-11-23', identity };
