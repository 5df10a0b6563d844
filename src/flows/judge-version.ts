import type { StoredDefect, StoredProject, StoredVersion } from '../defects/shell';
import { decideGate, fingerprint } from '../gates';
import type { Evidence, GatePolicy, Stage, Verdict } from '../gates';
import type { StoredVerdict } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { sha256 } from '../kernel/hash';
import type { Json } from '../kernel/json';
import type { GateMode } from '../kernel/verdict';
import { defaultSettings, gatedStages, modeOf } from '../settings';
import type { Settings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import type { DeferralFacts } from './deferral-facts';

/** What the gates of a stage say of a version, before it has its place in the ledger. */
export interface Judged {
  readonly verdict: Verdict;
  readonly mode: GateMode;
  readonly fingerprint: string;
  /** What it was decided from, for the ledger: the policy and how fresh the store was, and the defects, which name issues. */
  readonly inputs: Json;
  readonly defects: readonly StoredDefect[];
}

export interface JudgeFacts {
  readonly project: Pick<StoredProject, 'id' | 'key' | 'state' | 'readUpTo'>;
  readonly version: Pick<StoredVersion, 'id' | 'name'>;
  readonly openDefects: readonly StoredDefect[];
  readonly deferrals: DeferralFacts;
  readonly settings: StoredSettings;
  /** Verdicts of this version so far; where the settings are damaged they say which stages there are, and their modes. */
  readonly before: readonly StoredVerdict[];
  readonly now: Instant;
}

/** Judges a version for every stage that has a gate. Nothing is ever open on damaged settings or on a store that is not whole. */
export function judgeVersion(facts: JudgeFacts): Judged[] {
  const { settings, before } = facts;
  if (settings.kind === 'ok') {
    return gatedStages(settings.settings).map((stage) =>
      judge(facts, stage, settings.settings, modeOf(settings.settings, facts.project.id, stage.key)),
    );
  }
  const last = new Map(before.map((stored) => [stored.verdict.stage.key, stored]));
  const stages = before.length > 0 ? before.map((stored) => stored.verdict.stage) : gatedStages(defaultSettings);
  return stages.map((stage) => judge(facts, stage, null, last.get(stage.key)?.mode ?? 'enforce'));
}

/** How people are told that the settings are of no use. */
export const damagedSettings = 'the settings cannot be read, and an admin must save them anew';

function judge(facts: JudgeFacts, stage: Stage, settings: Settings | null, mode: GateMode): Judged {
  const { version, project } = facts;
  const policy = policyOf(settings);
  const release = {
    versionId: version.id,
    versionName: version.name,
    projectKey: project.key,
    defectTypes: (settings ?? defaultSettings).defectTypes,
  };
  const evidence = evidenceOf(facts, settings);
  const verdict = decideGate(policy, stage, release, evidence, facts.now);
  return {
    verdict,
    mode,
    fingerprint: sha256(fingerprint(verdict)),
    inputs: inputs(facts, stage, policy, evidence),
    defects: evidence.kind === 'known' ? facts.openDefects : [],
  };
}

function policyOf(settings: Settings | null): GatePolicy {
  if (settings === null) return { openDefects: [], slaBreached: [], slaTargetDays: defaultSettings.slaTargetDays, tiers: [] };
  const { openDefects, slaBreached, slaTargetDays, tiers } = settings;
  return { openDefects, slaBreached, slaTargetDays, tiers };
}

function evidenceOf({ project, version, openDefects, deferrals }: JudgeFacts, settings: Settings | null): Evidence {
  if (settings === null) return { kind: 'missing', because: damagedSettings };
  if (project.state === 'reading') return { kind: 'missing', because: `${project.key} is still being read` };
  if (project.state === 'failed') return { kind: 'missing', because: `${project.key} could not be read` };
  return {
    kind: 'known',
    defects: openDefects.map(({ id, key, severity, tier, createdAt }) => ({
      ...{ id, key, severity, tier, createdAt },
      clockFrom: deferrals.clockFrom({ id, createdAt }),
      deferredUntil: deferrals.deferredUntil(id, version.id),
    })),
  };
}

function inputs({ project }: JudgeFacts, stage: Stage, policy: GatePolicy, evidence: Evidence): Json {
  return {
    readUpTo: project.readUpTo,
    policy: {
      openDefects: policy.openDefects
        .filter((row) => row.stage === stage.key)
        .map(({ severity, tier, most }) => ({ severity, tier, most })),
      slaBreached: policy.slaBreached.filter((row) => row.stage === stage.key).map(({ severity, most }) => ({ severity, most })),
      slaTargetDays: { ...policy.slaTargetDays },
      tiers: policy.tiers,
    },
    evidence:
      evidence.kind === 'missing'
        ? { missing: evidence.because }
        : {
            openDefects: evidence.defects.length,
            deferred: evidence.defects.filter(({ deferredUntil }) => deferredUntil !== null).length,
          },
  };
}
