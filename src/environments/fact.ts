import { sha256 } from '../kernel/hash';
import type { Instant } from '../kernel/instant';
import { canonical } from '../kernel/json';
import type { Json } from '../kernel/json';

/** What pipelines tell of. A `mention` leads from an issue's key to a commit that names it. */
export const factKinds = ['build', 'deployment', 'incident', 'commit', 'mention', 'run'] as const;
export type FactKind = (typeof factKinds)[number];

/** The newest word about one thing: it does not matter in which order, or how often, words about it came. */
export interface Fact {
  readonly kind: FactKind;
  /** Names the thing in its project: see {@link factId}. */
  readonly id: string;
  /** The step of a deployment, or a commit's branch (hashed); empty for things of one piece. */
  readonly part: string;
  readonly at: Instant;
  /** Of two words about the same thing the one with the greater text holds. */
  readonly newness: string;
  readonly environment: string | null;
  /** Name of a release. */
  readonly version: string | null;
  readonly body: Json;
}

/** SHA-256 of what names a thing, so that names of any length make a key. */
export function factId(names: readonly string[]): string {
  return sha256(canonical([...names]));
}

const sequenceDigits = 16;

/** Sequence, then time, then content: the last decides between words that claim to be equally new, the same way for every order. */
export function newnessOf(sequence: number, at: Instant, body: Json): string {
  return `${String(sequence).padStart(sequenceDigits, '0')} ${at} ${sha256(canonical(body))}`;
}

/** What holds of a set of words about the same or different things. The laws of the store, as a function. */
export function newestOf<Word extends Pick<Fact, 'kind' | 'id' | 'part' | 'newness'>>(words: readonly Word[]): Map<string, Word> {
  const held = new Map<string, Word>();
  for (const word of words) {
    const key = `${word.kind} ${word.id} ${word.part}`;
    const before = held.get(key);
    if (before === undefined || word.newness > before.newness) held.set(key, word);
  }
  return held;
}
