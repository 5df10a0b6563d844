import type { Instant } from '../kernel/instant';

/** Whose scheme a source's messages are signed by. */
export const sourceKinds = ['holdpoint', 'github', 'gitlab'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** A secret and until when it counts; null is for as long as nobody changes it. */
export interface TimedSecret {
  readonly value: string;
  readonly until: Instant | null;
}

/** Who may send deliveries, with what it proves itself by. Kept in the secret store. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** The one project that it may speak of; null is any. */
  readonly projectId: string | null;
  readonly createdAt: Instant;
  readonly rotatedAt: Instant | null;
  readonly revokedAt: Instant | null;
  /** The newest first; the one before it counts until its time is over. */
  readonly secrets: readonly TimedSecret[];
  /** SHA-256 of the bearer tokens of the web trigger `gate`, likewise. */
  readonly gateTokens: readonly TimedSecret[];
}

/** The values that count at a moment: none where the source is revoked. */
export function validAt(source: Source, which: 'secrets' | 'gateTokens', now: Instant): string[] {
  if (source.revokedAt !== null) return [];
  return source[which].flatMap(({ value, until }) => (until === null || now < until ? [value] : []));
}

/** A source with a new secret and a new token; those before count until `overlapUntil`, older ones no more. */
export function rotated(
  source: Source,
  { secret, gateToken, now, overlapUntil }: { secret: string; gateToken: string; now: Instant; overlapUntil: Instant },
): Source {
  const replace = (old: readonly TimedSecret[], value: string): TimedSecret[] => {
    const last = old[0];
    const keep = last !== undefined && overlapUntil > now ? [{ value: last.value, until: overlapUntil }] : [];
    return [{ value, until: null }, ...keep];
  };
  return {
    ...source,
    rotatedAt: now,
    secrets: replace(source.secrets, secret),
    gateTokens: replace(source.gateTokens, gateToken),
  };
}

/** Lower-case letters, digits and dashes of a name; `source` where it has none. */
export function sourceIdOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return slug === '' ? 'source' : slug;
}
