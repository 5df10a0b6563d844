import { openDefectsOf } from '../defects/shell';
import type { StoredDefect } from '../defects/shell';
import { lastSaid, neededFor } from '../gates';
import type { Check, CheckFact, Evidence, EvidenceKind, Facts, Piece } from '../gates';
import { checksOnRecord, holdsThatStand } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { scoresOf } from '../scoring/shell';
import { gateRowsOf } from '../settings';
import type { StoredSettings } from '../settings/shell';
import { deferralFacts } from './deferral-facts';
import type { DeferralFacts } from './deferral-facts';
import { toldEvidence } from './gate-deployments';
import { historyEvidence } from './gate-history';
import { trainEvidence } from './gate-trains';

/** What the rows of the gates rest on, of one release. */
export interface GateFacts {
  readonly openDefects: readonly StoredDefect[];
  readonly deferrals: DeferralFacts;
  /** Names of the builds that are judged, the newest first. */
  readonly builds: readonly string[];
  /** What is known beside the defects; kinds that no row needs are left out. Holds need no row. */
  readonly known: Omit<Evidence, 'defects'> & { readonly holds: Piece<'holds'> };
}

interface Asked {
  readonly projectId: string;
  readonly versionIds: readonly string[];
  /** Every policy by which the releases are judged. */
  readonly settings: readonly StoredSettings[];
  readonly now: Instant;
}

/** Looks up what the rows of all gates need, once for several releases of a project. @returns the facts of a release by its id */
export async function gateEvidence({ projectId, versionIds, settings, now }: Asked): Promise<(versionId: string) => GateFacts> {
  const needed = neededFor(settings.flatMap((one) => (one.kind === 'ok' ? gateRowsOf(one.settings, projectId) : [])));
  const openDefects = await openDefectsOf(versionIds);
  const deferrals = await deferralFacts(projectId, now);
  const holds = await holdsThatStand(versionIds);
  const checks = needed.has('checks') ? await checksOnRecord(versionIds) : null;
  const trains = needed.has('trains') ? await trainEvidence(projectId, versionIds) : null;
  const known = await others(needed, openDefects);
  const policies = settings.flatMap((one) => (one.kind === 'ok' ? [one.settings] : []));
  const told = await toldEvidence({ projectId, versionIds, settings: policies, needed, openDefects, now });
  // Of two policies the proposed one says which freezes and stages there are.
  const history = await historyEvidence({ needed, projectId, versionIds, settings: policies.at(-1) ?? null, now });
  return (versionId) => ({
    openDefects: openDefects.get(versionId) ?? [],
    deferrals,
    builds: told(versionId).builds,
    known: {
      ...known(versionId),
      ...history(versionId),
      ...told(versionId).known,
      ...(checks === null ? {} : { checks: { kind: 'known', facts: checksOf(checks, versionId, told(versionId).builds) } }),
      ...(trains === null ? {} : { trains: { kind: 'known', facts: trains(versionId) } }),
      holds: { kind: 'known', facts: holds.filter(({ version }) => version.id === versionId) },
    },
  });
}

function checksOf(checks: readonly Check[], versionId: string, builds: readonly string[]): Facts['checks'] {
  const facts = checks.flatMap((check): CheckFact[] => {
    const said = lastSaid(check);
    return check.version.id !== versionId || said === null ? [] : [{ stage: check.stage.key, name: check.name, said }];
  });
  return { checks: facts, builds };
}

async function others(
  needed: ReadonlySet<EvidenceKind>,
  openDefects: ReadonlyMap<string, readonly StoredDefect[]>,
): Promise<(versionId: string) => Omit<Evidence, 'defects'>> {
  const ids = [...new Set([...openDefects.values()].flat().map(({ id }) => id))];
  const scores = needed.has('scores') ? await scoresOf(ids) : null;
  const plain = new Map([...(scores ?? [])].map(([id, { score }]) => [id, score]));
  return () => ({ ...(scores === null ? {} : { scores: { kind: 'known', facts: plain } }) });
}
