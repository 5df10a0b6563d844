import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { letsIn } from './exception';
import type { FreezeException } from './exception';
import type { FreezeAction, FreezePolicy } from './policy';

/** A defect that was given a frozen release as its fix version, and still has it. */
export interface Entry {
  readonly severity: Severity | null;
  readonly open: boolean;
  /** When it was put in. */
  readonly at: Instant;
}

export type Admission = 'admitted' | 'exception' | 'violation';

/** Whether a defect may be in a frozen release. @param exceptions of this defect for this release, as far as they stand in the ledger */
export function admissionOf(
  { severity, at }: Pick<Entry, 'severity' | 'at'>,
  { admits }: Pick<FreezePolicy, 'admits'>,
  exceptions: readonly FreezeException[],
): Admission {
  if (severity !== null && admits.includes(severity)) return 'admitted';
  return exceptions.some((exception) => letsIn(exception, at)) ? 'exception' : 'violation';
}

interface Release {
  readonly id: string;
  readonly name: string;
  readonly released: boolean;
  readonly archived: boolean;
}

/** What is done about a defect that may not come in. */
export type Consequence =
  | { readonly kind: 'record' }
  /** It stays, with a label and a comment. `because`: why it was not moved, where it was to be. */
  | { readonly kind: 'flag'; readonly because: 'asked' | 'done' | 'nowhere' }
  /** Its fix version is taken out; `to` comes in its place, none where it had none before. */
  | { readonly kind: 'move'; readonly to: { readonly id: string; readonly name: string } | null };

export interface ConsequenceFacts {
  readonly action: FreezeAction;
  readonly open: boolean;
  readonly versionId: string;
  /** All releases of the project in the order in which they come. */
  readonly releases: readonly Release[];
  /** Ids of those that are frozen. */
  readonly frozen: ReadonlySet<string>;
  /** What the same edit took out of the fix versions; null where it is not known. */
  readonly before: readonly string[] | null;
}

/**
 * What is done about a violation. A defect is never moved into a release that is out or frozen, so that no move can lead to another; one
 * that is done is not moved either, because its fix is in the release whatever its field says.
 */
export function consequenceOf({ action, open, versionId, releases, frozen, before }: ConsequenceFacts): Consequence {
  if (action === 'record') return { kind: 'record' };
  if (action === 'flag') return { kind: 'flag', because: 'asked' };
  if (!open) return { kind: 'flag', because: 'done' };
  const takes = ({ id, released, archived }: Release) => id !== versionId && !released && !archived && !frozen.has(id);
  if (action === 'back') {
    const earlier = releases.filter((release) => before?.includes(release.id));
    const to = earlier.find(takes);
    // Where it came from is frozen or out by now: it goes on as others do.
    if (earlier.length === 0 || to !== undefined) return { kind: 'move', to: to === undefined ? null : named(to) };
  }
  const place = releases.findIndex(({ id }) => id === versionId);
  const next = place < 0 ? undefined : releases.slice(place + 1).find(takes);
  return next === undefined ? { kind: 'flag', because: 'nowhere' } : { kind: 'move', to: named(next) };
}

function named({ id, name }: Release) {
  return { id, name };
}
