import type { Prng } from '../prng';
import type { Area } from './area';

/** A failure as a log shows it, and the first line by which people name it. */
export interface StackTrace {
  readonly language: 'java' | 'python' | 'javascript';
  readonly headline: string;
  readonly place: string;
  readonly text: string;
}

const JAVA_ERRORS = [
  'java.lang.NullPointerException: Cannot invoke "Money.amount()" because "price" is null',
  'java.lang.IllegalStateException: transition CAPTURED -> AUTHORISED is not allowed',
  'java.util.ConcurrentModificationException',
  'java.net.SocketTimeoutException: Read timed out after 5000 ms',
  'org.springframework.dao.DeadlockLoserDataAccessException: Deadlock found when trying to get lock',
  'java.lang.IndexOutOfBoundsException: Index 3 out of bounds for length 3',
];
const PYTHON_ERRORS = [
  "KeyError: 'variant_id'",
  "decimal.InvalidOperation: [<class 'decimal.ConversionSyntax'>]",
  "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xe4 in position 17",
  "TypeError: unsupported operand type(s) for +: 'NoneType' and 'datetime.timedelta'",
  'sqlalchemy.exc.IntegrityError: duplicate key value violates unique constraint',
  'TimeoutError: the carrier did not answer within 10 s',
];
const JAVASCRIPT_ERRORS = [
  "TypeError: Cannot read properties of undefined (reading 'price')",
  "TypeError: Cannot read properties of null (reading 'focus')",
  'RangeError: Maximum call stack size exceeded',
  'SyntaxError: Unexpected token < in JSON at position 0',
  'TypeError: crypto.randomUUID is not a function',
  'Error: Hydration failed because the initial UI does not match what was rendered on the server',
];
const JAVA_LIBRARY = [
  'org.springframework.web.method.support.InvocableHandlerMethod.doInvoke(InvocableHandlerMethod.java:255)',
  'org.springframework.web.servlet.DispatcherServlet.doDispatch(DispatcherServlet.java:1089)',
  'org.apache.catalina.core.ApplicationFilterChain.doFilter(ApplicationFilterChain.java:166)',
  'java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)',
  'java.base/java.lang.Thread.run(Thread.java:840)',
];

const parts = (qualified: string): { file: string; method: string } => {
  const pieces = qualified.split('.');
  return { file: `${pieces.at(-2) ?? 'Unknown'}.java`, method: pieces.slice(-2).join('.') };
};

const rotated = (frames: readonly string[], start: number): string[] => [...frames.slice(start), ...frames.slice(0, start)];

const javaTrace = (area: Area, prng: Prng): StackTrace => {
  const error = prng.pick(JAVA_ERRORS);
  const frames = rotated(area.java, prng.integer(0, area.java.length - 1));
  const own = frames.map((frame) => `\tat ${frame}(${parts(frame).file}:${prng.integer(31, 412)})`);
  const library = JAVA_LIBRARY.map((frame) => `\tat ${frame}`);
  return {
    language: 'java',
    headline: error.split(':')[0]?.split('.').at(-1) ?? error,
    place: parts(frames[0] ?? '').method,
    text: [`${error}`, ...own, ...library].join('\n'),
  };
};

const pythonTrace = (area: Area, prng: Prng): StackTrace => {
  const error = prng.pick(PYTHON_ERRORS);
  const frames = rotated(area.python, prng.integer(0, area.python.length - 1));
  const lines = frames.flatMap((frame) => {
    const [file = '', name = ''] = frame.split(':');
    return [`  File "/srv/app/${file}", line ${prng.integer(18, 390)}, in ${name}`, `    return ${name}_step(context)`];
  });
  const last = frames.at(-1) ?? '';
  return {
    language: 'python',
    headline: error.split(':')[0] ?? error,
    place: last.split(':')[1] ?? last,
    text: ['Traceback (most recent call last):', ...lines, error].join('\n'),
  };
};

const javascriptTrace = (area: Area, prng: Prng): StackTrace => {
  const error = prng.pick(JAVASCRIPT_ERRORS);
  const frames = rotated(area.javascript, prng.integer(0, area.javascript.length - 1));
  const lines = frames.map((frame) => {
    const [name = '', file = ''] = frame.split(' ');
    return `    at ${name} (https://shop.example.com/assets/${file.replace(/[()]/g, '')}:${prng.integer(12, 340)}:${prng.integer(3, 60)})`;
  });
  const library = [
    '    at commitRoot (https://shop.example.com/assets/react-dom.js:22847:5)',
    '    at HTMLButtonElement.<anonymous> (<anonymous>)',
  ];
  return {
    language: 'javascript',
    headline: error.split(':')[0] ?? error,
    place: frames[0]?.split(' ')[0] ?? 'the page',
    text: [error, ...lines, ...library].join('\n'),
  };
};

/** A trace from the code of this area, in one of the three languages that the shop is written in. */
export const stackTraceOf = (area: Area, prng: Prng): StackTrace =>
  prng.weighted([
    [javaTrace, 45],
    [javascriptTrace, 33],
    [pythonTrace, 22],
  ])(area, prng);
