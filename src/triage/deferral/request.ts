import { dayWords } from '../../kernel/day-words';
import { day, plus } from '../../kernel/instant';
import type { Instant } from '../../kernel/instant';
import type { Severity } from '../../kernel/severity';
import { endOfDay, stateAt } from './deferral';
import type { Deferral } from './deferral';
import { latestExpiry, maxDaysFor, needsControl } from './policy';
import type { DeferralPolicy } from './policy';
import { rationaleProblems } from './rationale';
import { byRelease, isComing, laterReleases } from './releases';
import type { OrderedRelease } from './releases';

/** What somebody asks for. */
export interface DeferralWish {
  /** Key of a class of reasons. */
  readonly reason: string;
  readonly rationale: string;
  readonly targetVersionId: string;
  readonly control: string | null;
  /** The last calendar day on which it is to hold. */
  readonly expiresOn: string;
}

export interface RequestFacts {
  readonly policy: DeferralPolicy;
  readonly now: Instant;
  readonly defect: {
    readonly open: boolean;
    readonly severity: Severity | null;
    readonly summary: string;
    /** Ids of its fix versions. */
    readonly planned: readonly string[];
  };
  /** Every release of the project. */
  readonly releases: readonly OrderedRelease[];
  /** Rationales of earlier deferrals of the project. */
  readonly earlier: readonly string[];
  /** Deferrals of this defect. */
  readonly deferrals: readonly Deferral[];
  /** Whether Jira lets the person edit the issue. */
  readonly mayEdit: boolean;
}

export interface DeferralProblem {
  readonly field: 'reason' | 'rationale' | 'target' | 'control' | 'expiry' | 'defect' | 'permission';
  readonly message: string;
}

/** Why a defect cannot be deferred at all just now; null where it can be asked for. */
export function refusalOf({
  defect,
  deferrals,
  releases,
  mayEdit,
  now,
}: Pick<RequestFacts, 'defect' | 'deferrals' | 'releases' | 'mayEdit' | 'now'>): DeferralProblem | null {
  if (!mayEdit)
    return { field: 'permission', message: 'Jira does not let you edit this issue, so you cannot ask for its deferral.' };
  if (!defect.open) return { field: 'defect', message: 'It is done already, so there is nothing to defer.' };
  const present = deferrals.map((deferral) => stateAt(deferral, now));
  if (present.includes('requested'))
    return { field: 'defect', message: 'Its deferral was asked for already and waits for a decision.' };
  if (present.includes('approved'))
    return { field: 'defect', message: 'It is deferred already. Extend that deferral, or withdraw it first.' };
  if (laterReleases(releases, defect.planned).length === 0)
    return {
      field: 'target',
      message: 'There is no later release to defer it to. Create the next version in Jira first.',
    };
  return null;
}

/** What stands against a request; none where it can be made. */
export function requestProblems(wish: DeferralWish, facts: RequestFacts): DeferralProblem[] {
  const refusal = refusalOf(facts);
  if (refusal !== null) return [refusal];
  const { policy, defect, earlier } = facts;
  const rationale = { leastWords: policy.leastWords, earlier, summary: defect.summary };
  return [
    ...problem('reason', reasonProblem(wish, policy)),
    ...rationaleProblems(wish.rationale, rationale).map((message) => ({ field: 'rationale' as const, message })),
    ...problem('target', targetProblem(wish, facts)),
    ...problem('control', controlProblem(wish, defect.severity)),
    ...problem('expiry', expiryProblem(endOfDay(wish.expiresOn), policy, defect.severity, facts.now, facts.now)),
  ];
}

function problem(field: DeferralProblem['field'], message: string | null): DeferralProblem[] {
  return message === null ? [] : [{ field, message }];
}

function reasonProblem({ reason }: DeferralWish, { reasons }: DeferralPolicy): string | null {
  return reasons.some(({ key }) => key === reason) ? null : 'Choose one of the classes of reasons.';
}

function targetProblem({ targetVersionId }: DeferralWish, { releases, defect }: RequestFacts): string | null {
  const target = releases.find(({ id }) => id === targetVersionId);
  if (target === undefined) return 'Choose a release of this project.';
  if (!isComing(target)) return `${target.name} is released or archived already. Choose a release that is still to come.`;
  const present = releases
    .filter((release) => defect.planned.includes(release.id) && isComing(release))
    .sort(byRelease)
    .at(-1);
  if (present === undefined || byRelease(target, present) > 0) return null;
  return `${target.name} does not come after ${present.name}, for which the defect is planned. Choose a later release.`;
}

const leastControl = 3;

function controlProblem({ control }: DeferralWish, severity: Severity | null): string | null {
  if (!needsControl(severity)) return null;
  const words = new Set((control ?? '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  // Languages that write no spaces say as much in one word.
  if (words.size >= leastControl || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{6}/u.test(control ?? '')) return null;
  const what = severity ?? 'defect without a severity, which counts as S1,';
  return `An ${what} can wait only with a workaround or a compensating control: say what users do meanwhile, or what keeps them safe.`;
}

/**
 * What is wrong with an expiry; null where nothing is.
 * @param from when the deferral began to hold, or now for one that does not yet
 */
export function expiryProblem(
  expiresAt: Instant,
  policy: DeferralPolicy,
  severity: Severity | null,
  from: Instant,
  now: Instant,
): string | null {
  if (expiresAt <= now) return `Choose a day from ${dayWords(plus(now, day))} on.`;
  const latest = latestExpiry(policy, severity, from);
  if (expiresAt <= latest) return null;
  const days = maxDaysFor(policy, severity);
  const what = severity === null ? 'A defect without a severity counts as S1 and' : `An ${severity}`;
  return `${what} may wait for ${days} ${days === 1 ? 'day' : 'days'} at most: until ${dayWords(latest)}.`;
}
