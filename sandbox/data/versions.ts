import type { CalendarDay, Version } from '../jira/model';
import { dayOf, HOUR } from './time';

/** What is known of a version before its issues: Jira's version, and the instants that shape the data around it. */
export interface PlannedVersion {
  readonly version: Version;
  /** When its candidate freezes and only repairs go in. */
  readonly stabilisationAt: number;
  /** When it reached (or is planned to reach) production: 14:00 UTC of its release date. */
  readonly releaseAt: number;
  readonly hotfix: boolean;
  /** Came back from production: many defects escaped, and it was rolled back. */
  readonly bad: boolean;
}

type Row = readonly [
  name: string,
  start: CalendarDay,
  stabilisation: CalendarDay,
  release: CalendarDay,
  description: string,
  kind: string,
];

const RELEASED: readonly Row[] = [
  ['3.4.0', '2025-05-05', '2025-06-09', '2025-06-26', 'Guest checkout and faster category pages', 'release'],
  ['3.4.1', '2025-06-27', '2025-06-30', '2025-07-10', 'Repairs of 3.4.0', 'hotfix'],
  ['3.5.0', '2025-06-30', '2025-08-11', '2025-08-28', 'New search index', 'release'],
  ['3.6.0', '2025-09-01', '2025-10-13', '2025-10-30', 'Gift cards and split shipments, before the winter season', 'release'],
  ['4.0.0', '2025-10-06', '2026-01-08', '2026-01-29', 'New checkout, new accounts', 'release'],
  ['4.0.1', '2026-01-30', '2026-02-02', '2026-02-12', 'Repairs of 4.0.0', 'hotfix'],
  ['4.1.0', '2026-02-02', '2026-04-20', '2026-05-07', 'Instalments, warehouse transfer, new product page', 'bad'],
  ['4.1.1', '2026-05-08', '2026-05-11', '2026-05-21', 'Repairs of 4.1.0', 'hotfix'],
  ['4.1.2', '2026-05-22', '2026-08-03', '2026-08-20', 'Steadier payments, fewer warehouse locks', 'release'],
];
const UNRELEASED: readonly Row[] = [
  ['4.1.3', '2026-10-12', '2026-10-19', '2026-11-04', 'Hotfix: payment retries and address check', 'hotfix'],
  ['4.2.0', '2026-08-24', '2026-10-26', '2026-11-13', 'Wish lists, store pick-up, new mobile menu', 'release'],
  ['4.3.0', '2026-11-16', '2027-01-11', '2027-01-28', 'Subscriptions and returns in the account', 'release'],
];

const planned = (row: Row, index: number, released: boolean, projectId: string): PlannedVersion => {
  const [name, startDate, stabilisation, releaseDate, description, kind] = row;
  return {
    version: {
      id: String(10_501 + index),
      projectId,
      name,
      description,
      archived: false,
      released,
      startDate,
      releaseDate,
      relatedWork: [],
    },
    stabilisationAt: Date.parse(stabilisation) + 9 * HOUR,
    releaseAt: Date.parse(releaseDate) + 14 * HOUR,
    hotfix: kind === 'hotfix',
    bad: kind === 'bad',
  };
};

/** Twelve versions over 18 months: nine released, two in work, one planned. */
export const plannedVersions = (projectId: string): PlannedVersion[] => [
  ...RELEASED.map((row, index) => planned(row, index, true, projectId)),
  ...UNRELEASED.map((row, index) => planned(row, RELEASED.length + index, false, projectId)),
];

/** The versions that can still be aimed at, soonest first: nobody plans a hotfix before it has begun. */
export const releasesAfter = (versions: readonly PlannedVersion[], at: number): PlannedVersion[] =>
  versions
    .filter((planned) => planned.releaseAt > at && (!planned.hotfix || startOf(planned) <= at))
    .toSorted((left, right) => left.releaseAt - right.releaseAt);

/** The version that customers had at `at`; null before the first release. */
export const inProductionAt = (versions: readonly PlannedVersion[], at: number): PlannedVersion | null =>
  versions.filter((version) => version.releaseAt <= at).toSorted((left, right) => right.releaseAt - left.releaseAt)[0] ?? null;

/** @throws where no version has this name: the plan above and its user disagree. */
export const versionNamed = (versions: readonly PlannedVersion[], name: string): PlannedVersion => {
  const found = versions.find((entry) => entry.version.name === name);
  if (!found) throw new Error(`the generated project has no version ${name}`);
  return found;
};

const startDay = (planned: PlannedVersion): CalendarDay => planned.version.startDate ?? dayOf(planned.releaseAt);

export const startOf = (planned: PlannedVersion): number => Date.parse(startDay(planned)) + 8 * HOUR;
