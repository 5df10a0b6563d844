import fc from 'fast-check';
import { fingerprintOf } from './fingerprint';
import { noises } from './noise.fixture';
import { alike, unlike } from './pairs.fixture';
import { samples } from './samples.fixture';

const same = (text: string) => fingerprintOf(text).fingerprint;
const sample = (name: string) => samples.find((one) => one.name === name)?.text ?? '';

describe('reading', () => {
  test.each(samples.map((one) => [one.name, one] as const))('%s', (_, { text, language, kind, own }) => {
    const read = fingerprintOf(text);
    expect({ language: read.language, kind: read.kind, own: read.frames.find(({ inApp }) => inApp)?.function ?? null }).toEqual({
      language,
      kind,
      own,
    });
    expect(read.fingerprint).toMatch(/^2026-11-23:[0-9a-f]{32}$/);
  });

  test('a frame has its function, its file without directories, its line, and whose it is', () => {
    expect(fingerprintOf(sample('Node with a cause')).frames).toEqual([
      { function: 'Cart.total', file: 'cart.js', line: 12, inApp: true },
      { function: 'Array.map', file: null, line: null, inApp: false },
      { function: 'Order', file: 'order.js', line: 5, inApp: true },
      { function: '_compile', file: 'loader', line: 1358, inApp: false },
      { function: 'Layer.handle', file: 'layer.js', line: 95, inApp: false },
    ]);
  });

  test('what a cause shares with the error around it is put in', () => {
    expect(fingerprintOf(sample('Java with a cause and frames left out')).frames.map((frame) => frame.function)).toEqual([
      'com.example.shop.Cart.lambda$total',
      'java.util.stream.ReduceOps$3ReducingSink.accept',
      'com.example.shop.Cart.total',
      'com.example.shop.Checkout.place',
      'com.example.shop.CheckoutController.post',
      'jdk.internal.reflect.DirectMethodHandleAccessor.invoke',
      'org.junit.platform.commons.util.ReflectionUtils.invokeMethod',
    ]);
  });

  test.each(['', '   ', '\n\n', '\u001b[0m'])('a text without a word has no fingerprint: %j', (text) => {
    expect(fingerprintOf(text)).toEqual({ fingerprint: null, language: null, kind: null, message: '', frames: [] });
  });
});

describe('the same failure', () => {
  test.each(alike)('in two runs: %s', (_, one, other) => {
    expect(same(other)).toBe(same(one));
  });

  const pairs = samples.flatMap((one) =>
    noises
      .filter(({ name }) => one.language !== null || !name.startsWith('log lines'))
      .map((noise) => [one.name, noise.name, one, noise] as const),
  );

  test.each(pairs)('%s, with %s', (_, _noise, { text }, noise) => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => same(noise.apply(text, seed)) === same(text)),
      { numRuns: 5 },
    );
  });

  test('two kinds of noise at once', () => {
    const known = samples.filter(({ language }) => language !== null);
    const plain = noises.filter(({ name }) => !/before each line|prefix|checkout|indent|tabs|log lines/.test(name));
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.constantFrom(...plain),
        fc.constantFrom(...noises),
        fc.nat(10_000),
        (one, a, b, seed) => same(b.apply(a.apply(one.text, seed), seed)) === same(one.text),
      ),
      { numRuns: 400 },
    );
  });

  const grown = (text: string, line: string, frame: string) => text.replace(line, `${line}\n${frame}`);
  test.each([
    ['Java', sample('an assertion of JUnit'), '(Assertions.java:527)', '\tat org.springframework.New.call(New.java:3)'],
    [
      'JavaScript',
      sample('Node with a cause'),
      'Array.map (<anonymous>)',
      '      at fresh (/srv/shop/node_modules/new/index.js:1:1)',
    ],
    [
      'Python',
      sample('Python with a direct cause'),
      'return self.main(*args, **kwargs)',
      '  File "/usr/lib/python3.11/site-packages/x.py", line 3, in y\n    z()',
    ],
    [
      'Go',
      sample('a panic of Go'),
      '/usr/local/go/src/runtime/panic.go:770 +0x132',
      'runtime.goPanicIndex(0x5)\n\t/usr/local/go/src/runtime/panic.go:114 +0x1',
    ],
    [
      '.NET',
      sample('.NET with an inner exception'),
      'ThrowNoElementsException()',
      '   at System.Linq.Enumerable.First[T](IEnumerable`1 source)',
    ],
  ])('a library has more frames than before in %s', (_, text, line, frame) => {
    expect(text).toContain(line);
    expect(same(grown(text, line, frame))).toBe(same(text));
  });

  test('frames that are left out, and the same frames written out', () => {
    const cause = 'Caused by: java.io.IOException: closed\n\tat com.example.Store.read(Store.java:7)\n';
    const common = '\tat com.example.Shop.open(Shop.java:12)\n\tat com.example.Main.main(Main.java:3)\n';
    const outer = `com.example.ShopException: cannot open\n${common}${cause}`;
    expect(same(`${outer}\t... 2 more\n`)).toBe(same(`${outer}${common}`));
  });

  test.each([
    [
      'Java',
      (depth: number) =>
        `java.lang.StackOverflowError\n${'\tat com.example.Tree.walk(Tree.java:7)\n\tat com.example.Tree.visit(Tree.java:9)\n'.repeat(depth)}`,
    ],
    [
      'Java, cut elsewhere',
      (depth: number) =>
        `java.lang.StackOverflowError\n${depth % 2 === 0 ? '\tat com.example.Tree.visit(Tree.java:9)\n' : ''}${'\tat com.example.Tree.walk(Tree.java:7)\n\tat com.example.Tree.visit(Tree.java:9)\n'.repeat(depth)}`,
    ],
    [
      'JavaScript',
      (depth: number) => `RangeError: Maximum call stack size exceeded\n${'    at walk (/srv/shop/tree.js:7:3)\n'.repeat(depth)}`,
    ],
    [
      'Python',
      (depth: number) =>
        `Traceback (most recent call last):\n  File "/srv/main.py", line 3, in <module>\n    walk()\n${'  File "/srv/tree.py", line 7, in walk\n    walk()\n'.repeat(depth)}RecursionError: maximum recursion depth exceeded`,
    ],
    [
      'without an overflow',
      (depth: number) =>
        `java.lang.IllegalStateException: leaf\n${'\tat com.example.Tree.walk(Tree.java:7)\n'.repeat(depth)}\tat com.example.Main.main(Main.java:1)\n`,
    ],
  ])('a recursion of another depth: %s', (_, text) => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), (depth) => same(text(depth)) === same(text(2))));
  });

  test.each([
    [
      'Array#total',
      "cart.rb:12:in `total': boom (KeyError)\n\tfrom main.rb:3:in `<main>'",
      "cart.rb:14:in 'Cart#total': boom (KeyError)\n\tfrom main.rb:3:in '<main>'",
    ],
    [
      'a broken function, met by two tests',
      'java.lang.NullPointerException\n\tat com.example.Cart.total(Cart.java:7)\n\tat com.example.CartTest.adds(CartTest.java:3)',
      'java.lang.NullPointerException\n\tat com.example.Cart.total(Cart.java:7)\n\tat com.example.OrderTest.pays(OrderTest.java:9)',
    ],
    [
      'a trace in a structured log',
      'TypeError: x is not a function\n    at total (/srv/cart.js:12:20)\n    at main (/srv/main.js:3:1)',
      '{"level":"error","stack":"TypeError: x is not a function\\n    at total (/srv/cart.js:13:20)\\n    at main (/srv/main.js:3:1)"}',
    ],
    [
      'a trace out of XML',
      'java.lang.IllegalStateException: a < b\n\tat com.example.Cart.<init>(Cart.java:7)',
      'java.lang.IllegalStateException: a &lt; b\n\tat com.example.Cart.&lt;init&gt;(Cart.java:9)',
    ],
  ])('%s', (_, one, other) => {
    expect(same(other)).toBe(same(one));
  });

  test('values of failed assertions', () => {
    const jest = sample('Jest');
    expect(same(jest.replace('"total": 5', '"total": 12').replace('"total": 6', '"total": 99,\n    +   "tax": 3'))).toBe(
      same(jest),
    );
    const junit = sample('an assertion of JUnit');
    expect(same(junit.replace('<5> but was: <6>', '<a b> but was: <null>'))).toBe(same(junit));
    const pytest = sample('pytest, long');
    expect(same(pytest.replace('assert 3 == 4', "assert 'x' == [1, 2]"))).toBe(same(pytest));
    const testify = sample('testify');
    expect(same(testify.replace('expected: 5', 'expected: "five"').replace('actual  : 6', 'actual  : "six"'))).toBe(
      same(testify),
    );
  });
});

describe('different failures', () => {
  test.each(unlike)('%s', (_, one, other) => {
    expect(same(other)).not.toBe(same(one));
  });

  test('no two samples have the same fingerprint', () => {
    expect(new Set(samples.map(({ text }) => same(text))).size).toBe(samples.length);
  });

  const nameIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[0];
  const named = samples.flatMap((one) => {
    const words = (one.own?.match(/[A-Za-z_]\w*/g) ?? []).filter(
      (word) => !/^(?:lambda|anonymous|main|panic|module|invokeSuspend)$/.test(word),
    );
    const word = words.at(-1);
    return word === undefined || one.language === null ? [] : [[one.name, one.text, word] as const];
  });
  test.each(named)('%s, in another function', (_, text, word) => {
    expect(same(text.replaceAll(new RegExp(`\\b${word}\\b`, 'g'), 'somethingElse'))).not.toBe(same(text));
  });

  const classes = samples.flatMap(({ name, text, kind }) => {
    const last = nameIn(kind ?? '', /\w+(?:Error|Exception)$/);
    return last === undefined ? [] : [[name, text, last] as const];
  });
  test.each(classes)('%s, with another class', (_, text, last) => {
    expect(same(text.replaceAll(last, `Other${last}`))).not.toBe(same(text));
  });

  test.each([
    [
      'panics of Go',
      'a panic of Go',
      'index out of range [5] with length 3',
      'invalid memory address or nil pointer dereference',
    ],
    [
      'panics of Rust',
      'a panic of Rust with a backtrace',
      'index out of bounds: the len is 3 but the index is 5',
      'attempt to divide by zero',
    ],
    ['reports of a sanitizer', 'AddressSanitizer', 'heap-use-after-free', 'heap-buffer-overflow'],
    ['signals', 'gdb', 'SIGSEGV', 'SIGFPE'],
    [
      'oopses',
      'an oops of the kernel',
      'BUG: kernel NULL pointer dereference, address: 0000000000000010',
      'general protection fault: 0000 [#1]',
    ],
    ['outer errors', '.NET with an inner exception', 'System.AggregateException', 'System.TypeLoadException'],
    [
      'assertions of a test',
      'Jest',
      'expect(received).toEqual(expected) // deep equality',
      'expect(received).toHaveLength(expected)',
    ],
  ])('%s', (_, name, one, other) => {
    const text = sample(name);
    expect(text).toContain(one);
    expect(same(text.replaceAll(one, other))).not.toBe(same(text));
  });

  test('a cause of another kind, under the same error', () => {
    const text = sample('Java with a cause and frames left out');
    expect(
      same(text.replace('java.lang.NullPointerException: Cannot invoke', 'java.lang.ArithmeticException: Cannot invoke')),
    ).not.toBe(same(text));
  });

  test('the same function of index.ts in two directories', () => {
    const text = (of: string) => `Error: boom\n    at handle (/srv/shop/src/${of}/index.ts:3:1)`;
    expect(same(text('orders'))).not.toBe(same(text('payments')));
  });
});

describe('hostile texts', () => {
  const units = [
    'a',
    '0',
    'at ',
    '(',
    ')',
    ':1:',
    '@',
    '"',
    "'",
    '`',
    '[',
    '<',
    ' ',
    '\t',
    '\n',
    '.',
    '/',
    '\\',
    '::',
    '#0 ',
    'a(',
    'a.b.',
    '1:',
    '\u001b[',
    '--',
    '\nat a.b(C.java:1)',
    'Error: ',
    '中',
    '\ud800',
  ];
  test.each(units)('50,000 characters of %j', (unit) => {
    const text = unit.repeat(Math.ceil(50_000 / unit.length)).slice(0, 50_000);
    expect(() => fingerprintOf(text)).not.toThrow();
    expect(same(text)).toBe(same(text));
  });

  test('any text is read, and always alike', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...units),
      fc.constantFrom(...samples.map(({ text }) => text.slice(0, 120))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const read = fingerprintOf(text);
        expect(fingerprintOf(text)).toEqual(read);
        expect(read.frames.every(({ line }) => line === null || line > 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('of a long text the beginning and the end count', () => {
    const trace = sample('Node with a cause');
    const lines = (count: number) => 'INFO still here\n'.repeat(count);
    expect(same(`${lines(40_000)}${trace}`)).toBe(same(`${lines(50_000)}${trace}`));
    expect(fingerprintOf(`${trace}\n${lines(60_000)}`).kind).toBe('TypeError');
  });
});
