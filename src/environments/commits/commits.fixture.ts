import type { IssueFact } from './facts';
import type { Commit } from './kind';

export const anIssue = (changes: Partial<IssueFact> = {}): IssueFact => ({
  key: 'SHOP-12',
  summary: 'Checkout refuses every card',
  workType: 'Bug',
  status: 'In Review',
  statusCategory: 'indeterminate',
  resolution: null,
  fixVersions: ['4.2.0'],
  ...changes,
});

export const aCommit = (message: string, changes: Partial<Commit> = {}): Commit => ({
  sha: '1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d',
  parents: 1,
  author: 'dev@example.com',
  message,
  ...changes,
});

/** A commit with what its author meant. */
export interface KnownCommit {
  readonly commit: Commit;
  readonly keys: readonly string[];
  /** The key that a mistyped one stands for; null where nothing is mistyped. */
  readonly meant: string | null;
}

export const fixtureProjects: ReadonlySet<string> = new Set(['SHOP', 'J3', 'OPS', 'MOBILE', 'DATAHUB']);

const subjects = [
  'Stop refusing cards',
  'Read the cart once',
  'Köpfe zählen',
  '修正订单总额',
  'Say why a coupon fails',
  'Use SHA-256 for UTF-8',
];
const bodies = [
  '',
  '\n\nSee CVE-2024-1234 and ISO-8601, RFC-2119 too.\n\nChange-Id: I8473b95934b5732ac55d26311a706c9c2bde9940',
  '\n\nTrace 550e8400-e29b-41d4-a716-446655440000 on node-20.1, backup-2026-11-02.\n\nSigned-off-by: Dev <dev@example.com>',
  '\n\nHTTP-404 became F-67 and 22-123; X-509 stays.',
];
/** How people write one key or two, and what counts of it. */
const forms: readonly ((first: string, second: string, what: string) => { text: string; keys: readonly string[] })[] = [
  (a, _b, what) => ({ text: `${a} ${what}`, keys: [a] }),
  (a, _b, what) => ({ text: `[${a}] ${what}`, keys: [a] }),
  (a, _b, what) => ({ text: `${a.toLowerCase()}: ${what}`, keys: [a] }),
  (a, _b, what) => ({ text: `${what} (#${a})`, keys: [a] }),
  (a, b, what) => ({ text: `${what}\n\nFixes: ${a}\nRefs: ${b}`, keys: [a, b] }),
  (a, _b, what) => ({ text: `${what}\n\nhttps://example.atlassian.net/browse/${a}?focusedId=1`, keys: [a] }),
  (a, _b, what) => ({ text: `Merge branch 'feature/${a}-${what.toLowerCase().replace(/[^a-z]+/g, '-')}' into main`, keys: [a] }),
  (a, _b, what) => ({ text: `feature_${a}_x: ${what}`, keys: [a] }),
  (a, b, what) => ({ text: `${a},${b}: ${what}`, keys: [a, b] }),
  (a, _b, what) => ({ text: `修复${a}的问题: ${what}`, keys: [a] }),
  (_a, _b, what) => ({ text: what, keys: [] }),
];

/** Commits of every form with what they mean: one in eleven names nothing, one in fifty is mistyped. @param seed the same seed gives the same commits */
export function generateCommits(count: number, seed: number): KnownCommit[] {
  let state = seed >>> 0;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = <Item>(items: readonly Item[], fallback: Item): Item => items[next(items.length)] ?? fallback;
  const projects = [...fixtureProjects];
  const key = () => `${pick(projects, 'SHOP')}-${1 + next(30_000)}`;
  return Array.from({ length: count }, (_, n) => {
    const [subject, body] = [pick(subjects, ''), pick(bodies, '')];
    const sha = (BigInt(n + 1) * 0x9e3779b97f4a7c15f39cc0605cedc835n).toString(16).padStart(40, '0').slice(-40);
    if (n % 50 === 49) {
      const meant = `SHOP-${10 + next(30_000)}`;
      const digits = meant.slice(5);
      const written = pick(
        [`SHPO-${digits}`, `SHOP ${digits}`, `SHOP${digits}`, `SHOP\u2013${digits}`, `SHOPP-${digits}`],
        meant,
      );
      return { commit: aCommit(`${written} ${subject}${body}`, { sha }), keys: [], meant };
    }
    const [first, second] = [key(), key()];
    const { text, keys } = pick(forms, () => ({ text: subject, keys: [] }))(first, second, subject);
    return { commit: aCommit(`${text}${body}`, { sha }), keys: [...new Set(keys)], meant: null };
  });
}
