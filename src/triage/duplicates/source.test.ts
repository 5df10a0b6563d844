import { defectDocument } from './source';
import type { ToldDefect } from './source';

const told: ToldDefect = { title: 'Checkout fails', description: 'Every time', environment: '', components: [] };
const nothing = { environments: [], fingerprint: null };

test.each([
  ['JavaScript', 'TypeError: x\n    at Checkout.pay (/ci/src/checkout.ts:88:5)', 'Checkout.pay in checkout.ts'],
  [
    'Python',
    'Traceback (most recent call last):\n  File "/app/pay.py", line 7, in charge\n    go()\nValueError: x',
    'charge in pay.py',
  ],
  ['Java', 'java.lang.IllegalStateException: x\n\tat com.shop.Cart.add(Cart.java:12)', 'com.shop.Cart.add in Cart.java'],
])('calls of a %s trace in the description are compared', (_language, description, frame) => {
  expect(defectDocument({ ...told, description }, nothing).frames).toContain(frame);
});

test('a description without a trace has no calls', () => {
  expect(defectDocument(told, nothing).frames).toEqual([]);
  expect(defectDocument({ ...told, description: 'At 10:30 it failed' }, nothing).frames).toEqual([]);
});

test('environments of the field and of what was seen count together; the order in which they come does not', () => {
  const document = (environments: string[], components: string[]) =>
    defectDocument({ ...told, environment: ' Staging ', components }, { environments, fingerprint: 'f' });
  expect(document(['production', 'canary'], ['ui', 'api'])).toEqual(document(['canary', 'production'], ['api', 'ui']));
  expect(document(['production'], []).environments).toEqual(['staging', 'production']);
  expect(defectDocument({ ...told, environment: 'x'.repeat(101) }, nothing).environments).toEqual([]);
});
