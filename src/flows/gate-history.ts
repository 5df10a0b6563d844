import { assigneesOf, defectsById } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import type { DeferralFact, Evidence, EvidenceKind, Facts, NominationFact } from '../gates';
import { nominationsOf } from '../gates/shell';
import type { StoredNomination } from '../gates/shell';
import { peopleBehind } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { Settings } from '../settings';
import { activeDeferrals, waitingDeferrals } from '../triage/shell';
import type { StoredDeferral } from '../triage/shell';
import { freezeEvidence } from './freeze-evidence';
import { agingReferences } from './gate-aging';
import { passages } from './gate-passage';
import { escapesBefore, lastReleases, orderedReleases } from './gate-releases';

const kinds = ['aging', 'escapes', 'lastRelease', 'deferrals', 'freeze', 'nominations', 'passage'] as const;
type HistoryKind = (typeof kinds)[number];
type HistoryEvidence = Pick<Evidence, HistoryKind>;

interface Asked {
  readonly needed: ReadonlySet<EvidenceKind>;
  readonly projectId: string;
  readonly versionIds: readonly string[];
  /** By which stages and freezes; null where the settings are damaged, and nothing is judged. */
  readonly settings: Settings | null;
  readonly now: Instant;
}

/**
 * What rows rest on that look at what was: ages, escapes, the release before, deferrals, freezes, nominations. Only what a row needs is
 * looked up, and once for all releases of the project. @returns the evidence of a release by its id
 */
export async function historyEvidence(asked: Asked): Promise<(versionId: string) => HistoryEvidence> {
  const { needed, projectId, versionIds, settings, now } = asked;
  if (settings === null || !kinds.some((kind) => needed.has(kind))) return () => ({});
  const look = <Found>(kind: HistoryKind, up: () => Promise<Found>): Promise<Found | null> =>
    needed.has(kind) ? up() : Promise.resolve(null);
  const releases = needed.has('escapes') || needed.has('lastRelease') ? await orderedReleases(projectId) : [];
  const place = { projectId, releases, versionIds, now };
  const aging = await look('aging', () => agingReferences(projectId, now));
  const escapes = await look('escapes', () => escapesBefore(place, settings.stages));
  const lastRelease = await look('lastRelease', () => lastReleases(place));
  const deferrals = await look('deferrals', () => deferralsOf(asked));
  const freeze = await look('freeze', () => freezeEvidence(versionIds, settings, now));
  const nominations = await look('nominations', () => openNominations(asked));
  const passage = await look('passage', () => passages(projectId, versionIds, settings.stages));
  return (versionId) => ({
    ...(aging === null ? {} : { aging: known(aging) }),
    ...(escapes === null ? {} : { escapes: known(escapes(versionId)) }),
    ...(lastRelease === null ? {} : { lastRelease: known(lastRelease(versionId)) }),
    ...(deferrals === null ? {} : { deferrals: known(deferrals) }),
    ...(freeze === null ? {} : { freeze: known(freeze(versionId)) }),
    ...(nominations === null ? {} : { nominations: known(nominations(versionId)) }),
    ...(passage === null ? {} : { passage: known(passage(versionId)) }),
  });
}

function known<Found>(facts: Found): { readonly kind: 'known'; readonly facts: Found } {
  return { kind: 'known', facts };
}

async function deferralsOf({ projectId, now }: Asked): Promise<Facts['deferrals']> {
  const active = await activeDeferrals(projectId, now);
  const waiting = await waitingDeferrals(projectId, now);
  const people = await peopleBehind([...new Set(active.flatMap((deferral) => approverOf(deferral) ?? []))]);
  const assignees = await assigneesOf(active.map(({ issueId }) => issueId));
  const approver = (deferral: StoredDeferral): DeferralFact['approver'] => {
    const who = approverOf(deferral);
    if (who === null) return null;
    const account = people.get(who);
    return { isKnown: account !== undefined, isAssignee: account !== undefined && account === assignees.get(deferral.issueId) };
  };
  return new Map<string, DeferralFact>([
    ...waiting.map(({ issueId, expiresAt }) => [issueId, { state: 'requested', expiresAt, approver: null }] as const),
    ...active.map((one) => [one.issueId, { state: 'approved', expiresAt: one.expiresAt, approver: approver(one) }] as const),
  ]);
}

/** Pseudonym of who let it hold. */
function approverOf({ events }: StoredDeferral): string | null {
  return events.findLast(({ act }) => act === 'approved' || act === 'reinstated')?.who ?? null;
}

const perQuery = 300;

async function defectsOf(ids: readonly string[]): Promise<Map<string, StoredDefect>> {
  const found = new Map<string, StoredDefect>();
  for (let start = 0; start < ids.length; start += perQuery)
    for (const defect of await defectsById(ids.slice(start, start + perQuery))) found.set(defect.id, defect);
  return found;
}

/** A refusal counts once the ledger has it, so that nothing opens off the record. */
async function openNominations({ versionIds }: Asked): Promise<(versionId: string) => Facts['nominations']> {
  const standing = (await nominationsOf(versionIds)).flatMap((nomination) => {
    const state = stateOnRecord(nomination);
    return state === 'refused' ? [] : [{ versionId: nomination.version.id, defectId: nomination.defectId, state }];
  });
  const defects = await defectsOf(standing.map(({ defectId }) => defectId));
  return (id) =>
    standing.flatMap(({ versionId, defectId, state }): NominationFact[] =>
      versionId === id && defects.get(defectId)?.open === true ? [{ defectId, state }] : [],
    );
}

function stateOnRecord({ state, events, entered }: StoredNomination) {
  return state === 'refused' && entered < events.length ? (events.at(-2)?.act ?? 'asked') : state;
}
