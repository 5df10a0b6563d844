import { keyedHash } from '../kernel/hash';
import { signedText } from '../kernel/signed-text';
import { githubProblem, gitlabProblem, signatureProblem } from './signature';
import { rotated, sourceIdOf, validAt } from './source';
import type { Source } from './source';

const now = '2026-11-02T09:00:00.000Z';
const seconds = (from: string) => String(Math.floor(Date.parse(from) / 1000));
const sign = (secret: string, timestamp: string, nonce: string, body: string) =>
  `sha256=${keyedHash(secret, signedText(timestamp, nonce, body))}`;
const proof = { timestamp: seconds(now), nonce: 'nonce-nonce', signature: sign('secret', seconds(now), 'nonce-nonce', 'body') };

test('who signs with a secret that counts is let in, also in capital digits', () => {
  expect(signatureProblem(proof, 'body', ['old', 'secret'], now)).toBeNull();
  expect(signatureProblem({ ...proof, signature: proof.signature.toUpperCase() }, 'body', ['secret'], now)).toBeNull();
});

test.each([
  ['another secret', proof, 'body', ['old']],
  ['no secret at all', proof, 'body', []],
  ['another body', proof, 'body ', ['secret']],
  ['another nonce', { ...proof, nonce: 'nonce-nonces' }, 'body', ['secret']],
  ['another second', { ...proof, timestamp: String(Number(proof.timestamp) + 1) }, 'body', ['secret']],
  ['no signature', { ...proof, signature: null }, 'body', ['secret']],
  ['no nonce', { ...proof, nonce: null }, 'body', ['secret']],
  [
    'a nonce of three characters',
    { ...proof, nonce: 'abc', signature: sign('secret', proof.timestamp, 'abc', 'body') },
    'body',
    ['secret'],
  ],
  [
    'a nonce that would be another key',
    { ...proof, nonce: 'a:b c/d%e#', signature: sign('secret', proof.timestamp, 'a:b c/d%e#', 'body') },
    'body',
    ['secret'],
  ],
  [
    'a time that is none',
    { ...proof, timestamp: 'NaN', signature: sign('secret', 'NaN', proof.nonce, 'body') },
    'body',
    ['secret'],
  ],
])('%s is refused', (_, told, body, secrets) => {
  expect(signatureProblem(told, body, secrets, now)).not.toBeNull();
});

test.each([
  [-301, false],
  [-300, true],
  [300, true],
  [301, false],
])('a clock that is %i seconds off', (off, fits) => {
  const timestamp = String(Number(seconds(now)) + off);
  const told = { timestamp, nonce: 'nonce-nonce', signature: sign('secret', timestamp, 'nonce-nonce', 'body') };
  expect(signatureProblem(told, 'body', ['secret'], now) === null).toBe(fits);
});

test('GitHub signs the body, GitLab shows the secret', () => {
  expect(githubProblem(`sha256=${keyedHash('s', '{}')}`, '{}', ['s'])).toBeNull();
  expect(githubProblem(`sha256=${keyedHash('s', '{}')}`, '{ }', ['s'])).not.toBeNull();
  expect(githubProblem(null, '{}', ['s'])).not.toBeNull();
  expect(gitlabProblem('s', ['r', 's'])).toBeNull();
  expect(gitlabProblem('x', ['r', 's'])).not.toBeNull();
  expect(gitlabProblem(null, ['s'])).not.toBeNull();
});

const source: Source = {
  ...{ id: 'ci', name: 'CI', kind: 'holdpoint', projectId: null, createdAt: now, rotatedAt: null, revokedAt: null },
  ...{ secrets: [{ value: 'a', until: null }], gateTokens: [{ value: 'A', until: null }] },
};
const next = (secret: string, at: string, overlapUntil: string) => (from: Source) =>
  rotated(from, { secret, gateToken: secret.toUpperCase(), now: at, overlapUntil });

test('after a change both secrets count for a while, then the new one alone; of more than two the oldest goes at once', () => {
  const twice = next('b', now, '2026-11-02T10:00:00.000Z')(source);
  expect(validAt(twice, 'secrets', '2026-11-02T09:59:59.999Z')).toEqual(['b', 'a']);
  expect(validAt(twice, 'secrets', '2026-11-02T10:00:00.000Z')).toEqual(['b']);
  const thrice = next('c', now, '2026-11-02T10:00:00.000Z')(twice);
  expect(validAt(thrice, 'gateTokens', now)).toEqual(['C', 'B']);
  expect(validAt(next('d', now, now)(thrice), 'secrets', now)).toEqual(['d']);
  expect(validAt({ ...thrice, revokedAt: now }, 'secrets', now)).toEqual([]);
});

test.each([
  ['Nightly Tests', 'nightly-tests'],
  ['  Café — ÄÖÜ 7 ', 'cafe-aou-7'],
  ['缺陷', 'source'],
  ['__proto__', 'proto'],
  ['x'.repeat(300), 'x'.repeat(40)],
])('a source called %s gets an id', (name, id) => {
  expect(sourceIdOf(name)).toBe(id);
});
