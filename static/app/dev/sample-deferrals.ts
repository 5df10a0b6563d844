import type { BridgeView } from '../../../src/contracts/bridge';
import { deferralPolicySchema } from '../../../src/contracts/deferral-settings';
import type { DeferralRow, RequestDeferralsView } from '../../../src/contracts/deferrals';
import { z } from 'zod';
import type { Scenario } from './sample-project';

const day = 86_400_000;
const project = { id: '10000', key: 'SHOP', name: 'Web shop' };
const person = (name: string) => ({ accountId: `sample:${name}`, pseudonym: `p-${name}` });
const releases = [
  { id: '10002', name: '4.2.0' },
  { id: '10003', name: '4.3.0' },
] as const;
const states: readonly DeferralRow['state'][] = [
  'requested',
  'approved',
  'approved',
  'expired',
  'refused',
  'withdrawn',
  'fulfilled',
];
const nothing = { approve: false, refuse: false, extend: false, withdraw: false, reinstate: false };

function row(n: number, now: string): DeferralRow {
  const state = states[n % states.length] ?? 'approved';
  const at = (days: number) => new Date(Date.parse(now) + days * day).toISOString();
  const [asked, until] = [at(-10 - (n % 9)), at(state === 'expired' ? -1 : 3 + ((n * 7) % 60))];
  const decided =
    state === 'requested' ? [] : [{ at: at(-8), title: state === 'refused' ? 'Refused' : 'Approved', who: person('lea') }];
  return {
    ...{ id: `${20_000 + n}-1`, state, k: 1 + (n % 3) },
    defect: {
      ...{
        id: String(20_000 + n),
        key: `SHOP-${101 + n}`,
        summary: 'Receipts with two gift cards print the second balance twice',
      },
      ...{ severity: (['S2', 'S3', 'S4', null] as const)[n % 4] ?? null, status: 'To do', open: true },
    },
    reason: { key: 'workaround', name: 'A workaround is there' },
    rationale: 'Support corrects four receipts a month by hand; every customer was credited, and none came back about it.',
    control: n % 2 === 0 ? 'Support sends the corrected receipt by mail.' : null,
    ...{ target: releases[1], from: [releases[0]], requestedBy: person('dean'), requestedAt: asked },
    ...{ approver: decided[0]?.who ?? null, decidedAt: decided[0]?.at ?? null, expiresAt: `${until.slice(0, 10)}T23:59:59.000Z` },
    daysLeft: state === 'approved' ? 3 + ((n * 7) % 60) : null,
    waitsFor: state === 'requested' ? 'Waits for project admins.' : null,
    ...{ waitsForViewer: state === 'requested', score: n % 5 === 0 ? null : 20 + ((n * 13) % 70) },
    may: {
      ...nothing,
      ...(state === 'requested' ? { approve: true, refuse: true, withdraw: true } : {}),
      ...(state === 'approved' ? { extend: true, withdraw: true } : {}),
      reinstate: state === 'expired',
    },
    latestDay: state === 'approved' || state === 'expired' ? at(60).slice(0, 10) : null,
    events: [
      { at: asked, title: 'Asked for', who: person('dean'), because: null },
      ...decided.map((event) => ({ ...event, because: state === 'refused' ? 'It comes after our release.' : null })),
      ...(state === 'expired' ? [{ at: at(-1), title: 'Expired', who: null, because: null }] : []),
    ],
  };
}

/** As many deferrals as the scenario has defects. */
export function sampleDeferrals({ defects }: Scenario, now: string): BridgeView<'deferrals'> {
  const rows = Array.from({ length: defects }, (_, n) => row(n, now));
  const active = rows.filter(({ state }) => state === 'approved');
  const ids = (some: readonly DeferralRow[]) => some.map(({ id }) => id);
  return {
    ...{ now, revision: 'r1', project, rows, hidden: defects > 1 ? 2 : 0, more: defects > 100 },
    sums: {
      ...{ waiting: rows.filter(({ state }) => state === 'requested').length, active: active.length },
      expiring: ids(active.filter(({ daysLeft }) => daysLeft !== null && daysLeft <= 14)),
      forViewer: ids(rows.filter(({ waitsForViewer }) => waitsForViewer)),
      releases:
        active.length === 0
          ? []
          : [
              {
                ...{ release: releases[0], deferrals: active.length, ids: ids(active) },
                risk: active.reduce((sum, { score }) => sum + (score ?? 0), 0),
                unscored: active.filter(({ score }) => score === null).length,
              },
            ],
    },
  };
}

/** @param kind of the present deferral, from the address: `?deferral=requested`, `approved`, `refusal`; none otherwise */
export function sampleDeferralsOf(now: string, kind: string | null): BridgeView<'deferralsOf'> {
  const present = kind === 'requested' ? row(0, now) : kind === 'approved' ? row(1, now) : null;
  return {
    ...{ now, project, issue: { id: '20000', key: 'SHOP-101' }, present, earlier: [row(3, now), row(4, now)], times: 1 },
    refusal: kind === 'refusal' ? 'There is no later release to defer it to. Create the next version in Jira first.' : null,
  };
}

const asked = z.object({ issueIds: z.array(z.string()), rationale: z.string().default(''), dryRun: z.boolean().default(false) });

export function sampleDeferralOptions(now: string, payload: unknown): BridgeView<'deferralOptions'> {
  const issueIds = asked.safeParse(payload).data?.issueIds ?? [];
  const latestDay = new Date(Date.parse(now) + 30 * day).toISOString().slice(0, 10);
  return {
    ...{ now, project, reasons: deferralPolicySchema.parse({}).reasons, leastWords: 8, mostCharacters: 2000, latestDay },
    ...{ releases: [{ ...releases[1], releaseDate: null }], earliestDay: now.slice(0, 10), needsControl: true, hidden: 0 },
    defects: issueIds.map((id, n) => ({
      ...{ id, key: `SHOP-${id.slice(-3)}`, summary: 'Receipts with two gift cards print the second balance twice' },
      ...{ severity: 'S2', planned: [releases[0]], k: 1 + (n % 2), maxDays: 30, latestDay, needsControl: true },
      ...{ approver: 'A project admin approves it.', approvers: [], refusal: n === 2 ? 'It is done already.' : null },
    })),
  };
}

/** Short rationales are refused; the back end counts them better. */
export function sampleRequest(payload: unknown): RequestDeferralsView {
  const { issueIds = [], rationale = '', dryRun = false } = asked.safeParse(payload).data ?? {};
  const isShort = rationale.split(/\s+/).length < 12;
  const message = 'Say more: 3 of its words say something of this defect, and 8 are needed.';
  return {
    results: issueIds.map((issueId) => ({
      ...{ issueId, key: `SHOP-${issueId.slice(-3)}`, outcome: isShort ? 'refused' : dryRun ? 'acceptable' : 'requested' },
      ...{ deferralId: null, problems: isShort ? [{ field: 'rationale', message }] : [] },
    })),
    ...{ requested: isShort || dryRun ? 0 : issueIds.length, refused: isShort ? issueIds.length : 0 },
  };
}
