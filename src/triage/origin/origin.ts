import type { Instant } from '../../kernel/instant';

/** What can have brought a defect in, beside a release. */
export const changeKinds = ['commit', 'build', 'issue'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface OriginChange {
  readonly kind: ChangeKind;
  /** Hash of the commit, name of the build, id of the issue. */
  readonly value: string;
  /** How people call it: the start of the hash, the build, the key. */
  readonly label: string;
}

/** Which change or release brought a defect in; at least one of them is there. */
export interface Origin {
  readonly change: OriginChange | null;
  readonly versionId: string | null;
}

/** An origin that facts speak for. */
export interface Suggestion extends Origin {
  /** A sentence: which facts. */
  readonly why: string;
}

/** A release, as Jira names it. */
export interface OriginVersion {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
}

/** Where a defect was seen, with the build and release that were running. */
export interface SeenIn {
  readonly at: Instant;
  readonly build: string | null;
  readonly version: string | null;
}

/** A build, as it was told. */
export interface BuildFact {
  readonly service: string;
  readonly branch: string | null;
  readonly build: string;
  readonly version: string | null;
  readonly commit: string | null;
  readonly at: Instant;
  /** Commits that are in it and were not in the one before. */
  readonly changes: readonly string[];
}

const shortHash = 10;

/** What somebody typed for a commit or a build. @returns null where it is neither */
export function changeOf(typed: string): OriginChange | null {
  const text = typed.trim();
  if (text === '') return null;
  if (/^[0-9a-f]{7,64}$/i.test(text) && /[a-f]/i.test(text)) return commitOf(text);
  return { kind: 'build', value: text.slice(0, 200), label: text.slice(0, 200) };
}

export function commitOf(sha: string): OriginChange {
  return { kind: 'commit', value: sha.toLowerCase(), label: sha.toLowerCase().slice(0, shortHash) };
}

const kindWords = { commit: 'commit', build: 'build', issue: 'the change' } as const;

/** `4.1.0, commit 1a2b3c4d5e` */
export function originWords(change: OriginChange | null, version: string | null): string {
  const parts = [
    ...(version === null ? [] : [version]),
    ...(change === null ? [] : [`${kindWords[change.kind]} ${change.label}`]),
  ];
  return parts.join(', ');
}
