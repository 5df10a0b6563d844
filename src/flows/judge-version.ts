import type { StoredDefect, StoredProject, StoredVersion } from '../defects/shell';
import { breachedBy, decideGate, fingerprint } from '../gates';
import type { Evidence, GatePolicy, Piece, Stage, Verdict } from '../gates';
import type { StoredVerdict } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { sha256 } from '../kernel/hash';
import type { Json } from '../kernel/json';
import type { GateMode } from '../kernel/verdict';
import { defaultSettings, gatedStages, gatePolicyOf, modeOf } from '../settings';
import type { Settings } from '../settings';
import type { StoredSettings } from '../settings/shell';
import type { GateFacts } from './gate-evidence';
import { historyInputs } from './history-inputs';
import { keptInputs } from './kept-inputs';
import { toldInputs } from './told-inputs';

/** What the gates of a stage say of a version, before it has its place in the ledger. */
export interface Judged {
  readonly verdict: Verdict;
  readonly mode: GateMode;
  readonly fingerprint: string;
  /** What it was decided from, for the ledger: the policy and how fresh the store was, and the defects, which name issues. */
  readonly inputs: Json;
  readonly defects: readonly StoredDefect[];
  /** All else that it takes to judge again; worked out only for a verdict that is entered. */
  readonly kept: () => Record<string, Json>;
}

export interface JudgeFacts {
  readonly project: Pick<StoredProject, 'id' | 'key' | 'state' | 'readUpTo'>;
  readonly version: Pick<StoredVersion, 'id' | 'name'>;
  readonly facts: GateFacts;
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
  const policy = policyOf(settings, project.id);
  const release = {
    versionId: version.id,
    versionName: version.name,
    projectKey: project.key,
    defectTypes: (settings ?? defaultSettings).defectTypes,
  };
  const evidence = { ...facts.facts.known, defects: defectsOf(facts, settings) };
  const last = facts.before.find((stored) => stored.verdict.stage.key === stage.key);
  const before = last === undefined ? new Set<string>() : breachedBy(last.verdict);
  const { builds } = facts.facts;
  const judgement = { policy, stage, release, builds, evidence, before, now: facts.now };
  const verdict = decideGate(judgement);
  return {
    verdict,
    mode,
    fingerprint: sha256(fingerprint(verdict)),
    inputs: inputs(facts, stage, policy, evidence),
    defects: evidence.defects.kind === 'known' ? facts.facts.openDefects : [],
    kept: () => keptInputs(judgement),
  };
}

function policyOf(settings: Settings | null, projectId: string): GatePolicy {
  if (settings === null) return { rows: [], slaTargetDays: defaultSettings.slaTargetDays, tiers: [], stages: [], freshHours: {} };
  return gatePolicyOf(settings, projectId);
}

function defectsOf({ project, version, facts }: JudgeFacts, settings: Settings | null): Piece<'defects'> {
  if (settings === null) return { kind: 'missing', because: damagedSettings };
  if (project.state === 'reading') return { kind: 'missing', because: `${project.key} is still being read` };
  if (project.state === 'failed') return { kind: 'missing', because: `${project.key} could not be read` };
  return {
    kind: 'known',
    facts: facts.openDefects.map(({ id, key, severity, tier, createdAt }) => ({
      ...{ id, key, severity, tier, createdAt },
      clockFrom: facts.deferrals.clockFrom({ id, createdAt }),
      deferredUntil: facts.deferrals.deferredUntil(id, version.id),
    })),
  };
}

function inputs({ project, facts }: JudgeFacts, stage: Stage, policy: GatePolicy, evidence: Evidence): Json {
  const { defects } = evidence;
  return {
    readUpTo: project.readUpTo,
    policy: {
      rows: policy.rows.filter((row) => row.stage === stage.key).map((row) => ({ ...row })),
      slaTargetDays: { ...policy.slaTargetDays },
      tiers: policy.tiers,
      stages: policy.stages.map(({ key }) => key),
      freshHours: { ...policy.freshHours },
    },
    ...(facts.builds.length === 0 ? {} : { builds: facts.builds }),
    evidence:
      defects.kind === 'missing'
        ? { missing: defects.because }
        : {
            openDefects: defects.facts.length,
            deferred: defects.facts.filter(({ deferredUntil }) => deferredUntil !== null).length,
            ...toldInputs(evidence),
            ...historyInputs(evidence),
          },
  };
}
