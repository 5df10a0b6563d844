import type { DefectPlan, OpenStatus, Severity } from './defect-plan';
import { severityNumber, tierOf } from './defect-plan';
import type { Prng } from './prng';
import { incidentNamed, incidentOf } from './reports/report';
import { SANDBOX_START_MS } from './time';
import type { PlannedVersion } from './versions';
import { inProductionAt, releasesAfter, versionNamed } from './versions';

interface HeldRow {
  readonly version: '4.2.0' | '4.1.3';
  readonly created: string;
  readonly severity: Severity;
  readonly known?: false;
  readonly tier?: string;
  readonly status: OpenStatus;
  readonly detectedIn: string;
  /** Subject, fault and circumstance where a newcomer should read something telling first. */
  readonly words?: readonly [name: string, wrong: string, phrase: string];
}

const row = (
  version: HeldRow['version'],
  created: string,
  severity: Severity,
  status: OpenStatus,
  detectedIn: string,
  tier?: string,
): HeldRow =>
  tier === undefined
    ? { version, created, severity, status, detectedIn }
    : { version, created, severity, status, detectedIn, tier };

/**
 * What holds 4.2.0 at the sandbox's start. Closing five opens it for production: both S1, the one without severity (it
 * counts as S1), the S2 of an enterprise customer and one more S2. Only the first S1 is past its target of two days; the
 * S2 stay within theirs of seven days until 5 November, so that a demo may move the clock a little.
 */
const BLOCKERS: readonly HeldRow[] = [
  {
    ...row('4.2.0', '2026-10-28T10:12:00Z', 'S1', 'inProgress', 'staging', 'standard'),
    words: ['Payment retry', 'creates a second order', 'when the payment provider answers late'],
  },
  {
    ...row('4.2.0', '2026-11-01T18:41:00Z', 'S1', 'inProgress', 'staging', 'trial'),
    words: ['Address book', 'shows addresses of another customer', 'when signed in on two devices'],
  },
  {
    ...row('4.2.0', '2026-10-29T11:26:00Z', 'S2', 'inProgress', 'staging', 'enterprise'),
    words: ['Shipping cost', 'is computed for the billing address', 'when delivery is split into two parcels'],
  },
  {
    ...row('4.2.0', '2026-11-02T07:18:00Z', 'S1', 'open', 'staging'),
    known: false,
    words: ['Wallet button', 'does nothing', 'after rotating the device'],
  },
  {
    ...row('4.2.0', '2026-10-29T14:03:00Z', 'S2', 'readyForVerification', 'staging', 'standard'),
    words: ['Stock reservation', 'is not released after a cancellation', 'for pre-orders'],
  },
  {
    ...row('4.2.0', '2026-10-30T08:47:00Z', 'S2', 'inProgress', 'test', 'standard'),
    words: ['Search index', 'lags hours behind the catalogue', 'after a bulk change of prices'],
  },
  {
    ...row('4.2.0', '2026-10-30T13:35:00Z', 'S2', 'open', 'staging', 'trial'),
    words: ['Stock badge', 'disagrees with the cart', 'for bundles'],
  },
];

/** Nearly clean: open for every stage. */
const HOTFIX: readonly HeldRow[] = [
  {
    ...row('4.1.3', '2026-10-20T09:31:00Z', 'S3', 'readyForVerification', 'production', 'standard'),
    words: ['Payment retry', 'counts as fraud in the risk check', 'after a cancelled attempt'],
  },
  {
    ...row('4.1.3', '2026-10-26T15:10:00Z', 'S4', 'inReview', 'production', 'trial'),
    words: ['Address form', 'shows its error messages in English', 'for guests'],
  },
];

const S3_DAYS = [
  '2026-08-17',
  '2026-09-02',
  '2026-09-10',
  '2026-09-22',
  '2026-10-05',
  '2026-10-14',
  '2026-10-21',
  '2026-10-27',
  '2026-10-30',
];
const S4_DAYS = [
  '2026-06-18',
  '2026-07-07',
  '2026-07-28',
  '2026-08-26',
  '2026-09-03',
  '2026-09-15',
  '2026-09-24',
  '2026-10-01',
  '2026-10-08',
  '2026-10-16',
  '2026-10-22',
  '2026-10-28',
];
const STATUSES: readonly OpenStatus[] = ['open', 'inProgress', 'open', 'inReview', 'open', 'readyForVerification', 'inProgress'];

const minor = (severity: Severity, days: readonly string[]): HeldRow[] =>
  days.map((day, index) => {
    const minutes = 8 * 60 + ((index * 97) % 480);
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`;
    return row(
      '4.2.0',
      `${day}T${time}`,
      severity,
      STATUSES[index % STATUSES.length] ?? 'open',
      index % 3 === 0 ? 'test' : 'staging',
    );
  });

/** The share of its work that a defect in this status has behind it. */
const PROGRESS: Readonly<Record<OpenStatus, number>> = { open: 0.3, inProgress: 0.6, inReview: 0.78, readyForVerification: 0.92 };

const planOf = (held: HeldRow, versions: readonly PlannedVersion[], prng: Prng): DefectPlan => {
  const created = Date.parse(held.created);
  const final = versionNamed(versions, held.version);
  // What is older than the version's start was meant for an earlier one and was moved when that one shipped.
  const older = releasesAfter(versions, created).find((version) => !version.hotfix) ?? final;
  const live = held.detectedIn === 'production';
  return {
    created,
    incident: held.words ? incidentNamed(...held.words, prng) : incidentOf(severityNumber(held.severity), prng),
    severity: held.severity,
    severitySet: held.known === false ? 'never' : 'at creation',
    tier: held.known === false ? null : (held.tier ?? tierOf(prng)),
    usersAffected: live ? prng.integer(8, 160) : null,
    workaround: held.known === false ? null : prng.pick(['none', 'hard', 'easy', null]),
    detectedIn: held.detectedIn,
    affects: live ? inProductionAt(versions, created) : final,
    target: final.hotfix || older.version.released === false ? final : older,
    parkedIn: 'where it is',
    ending: { kind: 'open', expectedAt: created + (SANDBOX_START_MS - created) / PROGRESS[held.status], reopened: false },
  };
};

/** The open defects of the two versions in work, those that hold most first; a small project takes the first of them. */
export const heldDefects = (versions: readonly PlannedVersion[], prng: Prng): DefectPlan[] =>
  [...BLOCKERS, ...HOTFIX, ...minor('S3', S3_DAYS), ...minor('S4', S4_DAYS)].map((held) => planOf(held, versions, prng));

/** Which of `heldDefects` names a customer: the S2 of the enterprise customer, which `viewer` must not see. */
export const CONFIDENTIAL_HELD = 2;
