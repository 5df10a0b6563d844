import { fingerprintOf } from './fingerprint';
import { normaliseMessage } from './message';

const same = (text: string) => fingerprintOf(text).fingerprint;

test.each([
  ['Payment 17 failed for user bob@example.com', 'Payment 99 failed for user alice@example.org'],
  [
    'Timeout after 5000ms waiting for http://localhost:8080/api/orders/17',
    'Timeout after 30 s waiting for http://10.0.0.2:9090/api/orders/99?x=1',
  ],
  ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED ::1:5433'],
  ["Could not find file '/home/ci/a/x.txt'", "Could not find file 'C:\\a\\b.txt'"],
  ['Could not open /home/ci/a1/config/settings.json', 'Could not open C:\\agent\\_work\\3\\config\\settings.json'],
  ['deadlock on Foo@1a2b3c', 'deadlock on Foo@99ff00'],
  ['at 2026-11-02T09:00:00Z failed', 'at 2 Nov 2026 09:00:00 failed'],
  ['lease expired on Mon Nov 23 01:02:03 UTC 2026', 'lease expired on Tue Dec 1 11:12:13 UTC 2025'],
  ['lease expired on 2026-11-23', 'lease expired on 23/11/2026'],
  ['request 3f2504e0-4f89-11d3-9a0c-0305e82c3301 failed', 'request 00000000-1111-2222-3333-444444444444 failed'],
  ['commit 3f2a1bc failed', 'commit deadbe1 failed'],
  [
    `token ${'ey' + 'J'}hbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123456 rejected`,
    `token ${'ey' + 'J'}hbGciOiJSUzI1NiJ9.eyJzdWIiOiI5OTk5In0.zzzYYY999 rejected`,
  ],
  ['[pool-3-thread-12] failed', '[pool-1-thread-2] failed'],
  ['Thread-7 died', 'Thread-12 died'],
  ['copied 12.5 MB in 3.2s', 'copied 900 KB in 12 ms'],
  ['expected: <5> but was: <6>', 'expected: <7> but was: <12>'],
  ['expected: <foo bar> but was: <baz>', 'expected: <x> but was: <y z>'],
  ['expected:<[foo]> but was:<[bar]>', 'expected:<[x]> but was:<[y]>'],
  ['AssertionError: expected 3 to equal 4', 'AssertionError: expected 5 to equal 6'],
  ["AssertionError: expected 'a' to equal 'b'", "AssertionError: expected 'c d' to equal 'e'"],
  [
    'AssertionError: expected { a: 1 } to deeply equal { a: 2 }',
    'AssertionError: expected { a: 1, b: 3 } to deeply equal { a: 5 }',
  ],
  [
    'expect(received).toBe(expected) // Object.is equality\n\nExpected: 4\nReceived: 3',
    'expect(received).toBe(expected) // Object.is equality\n\nExpected: 10\nReceived: "x"',
  ],
  [
    'expect(received).toEqual(expected) // deep equality\n\n- Expected  - 1\n+ Received  + 1\n\n  Object {\n-   "a": 1,\n+   "a": 2,\n  }',
    'expect(received).toEqual(expected) // deep equality\n\n- Expected  - 2\n+ Received  + 3\n\n  Object {\n-   "b": 1,\n-   "c": 1,\n+   "b": 2,\n    "d": true,\n  }',
  ],
  ['Expected: is <5>\n     but: was <6>', 'Expected: is <7>\n     but: was <8>'],
  ['Expected: is "a b"\n     but: was "c"', 'Expected: is "x"\n     but: was "y"'],
  ['Expecting:\n <5>\nto be equal to:\n <6>\nbut was not.', 'Expecting:\n <7>\nto be equal to:\n <8>\nbut was not.'],
  ['Expecting actual:\n  "foo"\nto contain:\n  "bar" ', 'Expecting actual:\n  "foo2 x"\nto contain:\n  "baz" '],
  ['\nexpected: 5\n but was: 6', '\nexpected: 7\n but was: 8'],
  ['assert 3 == 4', 'assert 5 == 6'],
  ["assert 'a' == 'b'", "assert 'c' == 'd'"],
  ['assert [1, 2] == [1, 3]\n  At index 1 diff: 2 != 3', 'assert [1, 5] == [1, 4]\n  At index 1 diff: 5 != 4'],
  ['assert False', 'assert False'],
  ['Failed asserting that 3 matches expected 4.', 'Failed asserting that 30 matches expected 44.'],
  [
    "Failed asserting that two strings are equal.\n--- Expected\n+++ Actual\n@@ @@\n-'a'\n+'b'",
    "Failed asserting that two strings are equal.\n--- Expected\n+++ Actual\n@@ @@\n-'c'\n+'d'",
  ],
  [
    'Assert.Equal() Failure: Values differ\nExpected: 3\nActual:   4',
    'Assert.Equal() Failure: Values differ\nExpected: 33\nActual:   44',
  ],
  ['Assert.AreEqual failed. Expected:<3>. Actual:<4>.', 'Assert.AreEqual failed. Expected:<33>. Actual:<44>.'],
  ['  Expected: 3\n  But was:  4\n', '  Expected: 5\n  But was:  6\n'],
  ['2026-11-23 02:40:23 ERROR payment declined', '2026-11-24 03:40:23,123 WARN  payment declined'],
  [
    '2026-11-23 02:40:23.123 ERROR 12345 --- [nio-8080-exec-1] c.e.Foo  : payment declined',
    '2026-11-24 02:40:23.123 ERROR 999 --- [nio-8080-exec-9] c.e.Foo  : payment declined',
  ],
  [
    'time="2026-11-23T02:40:23Z" level=error msg="payment 1 declined"',
    'time="2026-11-24T02:40:23Z" level=error msg="payment 2 declined"',
  ],
  ['«foo» не найден', '«бар» не найден'],
  ['找不到文件「报告」', '找不到文件「数据」'],
  ['„abc“ nicht gefunden', '„def“ nicht gefunden'],
  ['wrote /tmp/tmpab3x9z', 'wrote /tmp/tmpqqqq12'],
  ['wrote /tmp/tmp.Xy12ab/out.json', 'wrote /tmp/tmp.Zz99/out.json'],
  ['GET /api/orders/17 returned garbage', 'GET /api/orders/99 returned garbage'],
  ['fe80::1%eth0 unreachable', '2001:db8::ff00:42:8329 unreachable'],
  ['took 1h2m3s', 'took 5m2s'],
  ['took PT5S', 'took PT1H3M'],
  ['balance -12.50 EUR', 'balance 1,234.56 EUR'],
  ['pod shop-7d9f8b6c4-x2x9z crashed', 'pod shop-5c8d7f9b1-k4j2m crashed'],
  ['digest sha256:aabbccddeeff00112233445566778899 missing', 'digest sha256:00bbccddeeff00112233445566778811 missing'],
  [`key ${'AK' + 'IA'}X2Y3Z4W5V6U7T8S9 revoked`, `key ${'AK' + 'IA'}Q9W8E7R6T5Y4U3I2 revoked`],
  ['error at address 0x7ffeabcd', 'error at address 0x0000000012'],
  ['Object #<Order:0x000055d0> invalid', 'Object #<Order:0x00007f12aa> invalid'],
  ['user "bob" not found', 'user "alice smith" not found'],
  ["user 'bob' not found", "user 'o'brien' not found"],
  ['Process 1234 exceeded 512MiB', 'Process 99 exceeded 2GiB'],
  ['line 12, column 5: unexpected token', 'line 99, column 1: unexpected token'],
  ['src/app.ts:12:5 - error TS2345: Argument', 'src/app.ts:99:1 - error TS2345: Argument'],
  ['job failed at 09:15:22', 'job failed at 23:01:59.123'],
  ['Nov 23, 2026 1:02:03 AM boom', 'Dec 1, 2025 11:02:03 PM boom'],
  ['row 5 of 10 bad', 'row 7 of 2000 bad'],
  ['mac 00:1a:2b:3c:4d:5e offline', 'mac ff:ee:dd:cc:bb:aa offline'],
])('the same: %j and %j', (one, other) => {
  expect(same(other)).toBe(same(one));
});

test.each([
  ['Payment declined', 'Payment refused'],
  ['connection refused', 'connection reset'],
  ['Order not found', 'Customer not found'],
  ['Cannot open /a/settings.json', 'Cannot open /a/users.json'],
  ['GET /api/orders failed', 'GET /api/payments failed'],
  ['http://example.com/orders failed', 'http://example.com/users failed'],
  ['Request failed with status code 404', 'Request failed with status code 500'],
  ['error TS2345: x', 'error TS2322: x'],
  ['java.lang.IllegalStateException: x', 'java.lang.IllegalArgumentException: x'],
  [
    'expect(received).toBe(expected)\n\nExpected: 4\nReceived: 3',
    'expect(received).toEqual(expected)\n\nExpected: 4\nReceived: 3',
  ],
  ['Assert.Equal() Failure\nExpected: 3', 'Assert.NotNull() Failure\nExpected: 3'],
  ['disk full', 'disk is full of errors'],
  ['timeout while reading', 'timeout while writing'],
  ['ENOENT: no such file', 'EACCES: permission denied'],
  ["can't connect to the cache", "can't connect to the queue"],
  ['feature flags disabled', 'feature flags enabled'],
  ["it doesn't work and won't start", "it doesn't stop and won't start"],
  ['ORA-00942: table', 'ORA-01017: table'],
  ['支付失败', '订单失败'],
  ['Zahlung abgelehnt', 'Zahlung angenommen'],
  ['killed by SIGKILL', 'killed by SIGTERM'],
  ['facade failed', 'decade failed'],
])('different: %j and %j', (one, other) => {
  expect(same(other)).not.toBe(same(one));
});

test.each([
  ['Order 17 of bob@example.com failed in /srv/shop/a12.log', 'Order <n> of <email> failed in <path>/a<n>.log'],
  ["No 'name' in «list» at 10:15:00", 'No <q> in <q> at <time>'],
  ['GET https://shop.example.com:8443/orders/17/items?x=1', 'GET https://shop.example.com/orders/<n>/items'],
  ['expected: <5> but was: <6>', 'expected: <v> but was: <v>'],
])('%j is shown as %j', (message, shown) => {
  expect(normaliseMessage(message)).toBe(shown);
});

test('what is normal stays as it is', () => {
  for (const message of ['Order 17 failed at 10:15:00', 'user "bob" has 3 of 5', 'lost 10.0.0.1:80']) {
    expect(normaliseMessage(normaliseMessage(message))).toBe(normaliseMessage(message));
  }
});
