import { fingerprintOf } from '../fingerprint';
import { samples } from '../samples.fixture';

/** A released algorithm stays as it is, and so does what it is given: a change here is a new algorithm with a date of its own. */
const released: Readonly<Record<string, string>> = {};

test.each(Object.entries(released))('%s has the fingerprint that is stored', (name, fingerprint) => {
  expect(fingerprintOf(samples.find((sample) => sample.name === name)?.text ?? '').fingerprint).toBe(fingerprint);
});

test('every sample has one', () => {
  expect(Object.keys(released).toSorted()).toEqual(samples.map(({ name }) => name).toSorted());
});
