import { fingerprintOf } from '../fingerprint';
import { samples } from '../samples.fixture';

/** A released algorithm stays as it is, and so does what it is given: a change here is a new algorithm with a date of its own. */
const released: Readonly<Record<string, string>> = {
  'Java with a cause and frames left out': '2026-11-23:a885c3b4efa55ee38a7fc3fe3ddaad9b',
  'Java with proxies, generated classes and what was suppressed': '2026-11-23:c7b417bc0ad3deffa1b50a2c4ba20ac8',
  'Kotlin with coroutines': '2026-11-23:eb44e756e5dc7bd9677fe34c30f5d0f1',
  'an assertion of JUnit': '2026-11-23:af4bf20f40a4ef69731c8860bf4d4f12',
  'Node with a cause': '2026-11-23:09240d67f14f0b6518338df117b5aae6',
  'Chrome with a bundle': '2026-11-23:a40aefe8b45f332cd31c71239fc668a5',
  Firefox: '2026-11-23:038ca93207ffc96a34db3f2250a9ea33',
  Safari: '2026-11-23:beffd8cbc0e5a0ef1a2835fa7954fa4d',
  Jest: '2026-11-23:a859050fdc436068f1ebdb1e3934e0e4',
  'Python with a direct cause': '2026-11-23:98bd3793009a8e1a8507eb3eaa7959b7',
  'a group of Python': '2026-11-23:77ca441bf89befdf36aa1452bfae26a4',
  'pytest, long': '2026-11-23:c645039863916435b0029398a009ca9e',
  'pytest, short': '2026-11-23:08129103fc8f3542d00405368cc30a19',
  'a syntax error of Python': '2026-11-23:621b26d094bb504f27d87e314950464f',
  '.NET with an inner exception': '2026-11-23:aff0892f19f8b6ab5b7a8ef0415fe2d2',
  'a panic of Go': '2026-11-23:e1af784b25018103440f1f28de70c707',
  'a nil pointer of Go with its signal': '2026-11-23:1e134f14241eb2442ab3de2c89598c98',
  testify: '2026-11-23:003a33551cffbe3caaf940cc295aaca8',
  Ruby: '2026-11-23:3c9db70ea63b40af69f5339debf6ef24',
  RSpec: '2026-11-23:3c883aa5b5485b233d5af63b0d884a18',
  'PHP with a cause': '2026-11-23:1e42f6d5f2dd1f96fdf678294e055948',
  'a panic of Rust with a backtrace': '2026-11-23:8a7ad23fb9e33a06b2308fdd7b0dda20',
  'a panic of Rust without a backtrace': '2026-11-23:15d9da5741188d771eb8cfca216b0999',
  gdb: '2026-11-23:254d13578a7fb6272dfc1323862ccb50',
  AddressSanitizer: '2026-11-23:fef1c9a68f74fd77a0890e859a8fc647',
  'UndefinedBehaviorSanitizer without a stack': '2026-11-23:2f761f86928f6864562f0f3c02467272',
  glibc: '2026-11-23:0e09f32ab32d55e6a5e23ba751428024',
  'an oops of the kernel': '2026-11-23:a4547b247204f1ebc313637e5019bd3b',
  Dart: '2026-11-23:49a62fdfc186ce8da15f83af6c7b7bb8',
  Elixir: '2026-11-23:937fbbd5d8e2db8a456f8fa2e82e2de1',
  'a message alone': '2026-11-23:8fb4cf32559cfbcfb3fb711192df5ad0',
};

test.each(Object.entries(released))('%s has the fingerprint that is stored', (name, fingerprint) => {
  expect(fingerprintOf(samples.find((sample) => sample.name === name)?.text ?? '').fingerprint).toBe(fingerprint);
});

test('every sample has one', () => {
  expect(Object.keys(released).toSorted()).toEqual(samples.map(({ name }) => name).toSorted());
});
