import { z } from 'zod';
import { gateRowSchema } from '../contracts/gate-settings';
import { decideGate, fingerprint } from '../gates';
import type { Evidence, Judgement, Verdict } from '../gates';
import type { LedgerEntry } from '../governance';
import { sha256 } from '../kernel/hash';
import { severities } from '../kernel/severity';
import type { Severity } from '../kernel/severity';
import { gateModes, verdictStates } from '../kernel/verdict';
import type { GateMode, VerdictState } from '../kernel/verdict';
import { keptFactsSchema } from './kept-evidence';

/** A verdict of the ledger with all that it was decided from. */
export interface KeptVerdict {
  readonly entry: LedgerEntry;
  readonly version: { readonly id: string; readonly name: string };
  readonly stage: { readonly key: string; readonly name: string };
  readonly mode: GateMode;
  readonly state: VerdictState;
  readonly sentence: string;
  readonly judgement: Judgement;
  /** Security levels of then, by the ids of the open defects. */
  readonly levels: ReadonlyMap<
    string,
    { readonly key: string; readonly level: string | null; readonly severity: Severity | null }
  >;
}

const days = z.number().nullable();
const named = z.object({ key: z.string(), name: z.string() });
const bodySchema = z.object({
  version: z.object({ id: z.string(), name: z.string() }),
  stage: named,
  mode: z.enum(gateModes),
  state: z.enum(verdictStates),
  sentence: z.string(),
  fingerprint: z.string(),
  inputs: z.object({
    policy: z.object({
      rows: z.array(gateRowSchema),
      slaTargetDays: z.object({ S1: days, S2: days, S3: days, S4: days }),
      tiers: z.array(z.string()),
      freshHours: z.partialRecord(z.enum(['builds', 'runs', 'commits', 'deployments']), z.number()),
    }),
  }),
});
const evidenceSchema = z.object({
  issues: z.array(
    z.object({
      ...{ id: z.string(), key: z.string(), severity: z.enum(severities).nullable(), tier: z.string().nullable() },
      ...{ createdAt: z.string(), level: z.string().nullable() },
    }),
  ),
  judged: z.object({
    ...{ at: z.string(), projectKey: z.string(), defectTypes: z.array(z.string()), builds: z.array(z.string()) },
    ...{ stages: z.array(named), before: z.array(z.string()), missing: z.string().nullable() },
    clocks: z.record(z.string(), z.string()),
    deferred: z.record(z.string(), z.string()),
    facts: keptFactsSchema,
    leftOut: z.array(z.string()),
  }),
});

/** Why a kind of evidence cannot be judged again, a clause. */
const tooMuch = 'there was too much of it to be kept with the decision';

/** A verdict as it can be judged again; null for an entry that is none, or of before inputs were kept, or whose evidence is lost. */
export function keptVerdict(entry: LedgerEntry): KeptVerdict | null {
  if (entry.kind !== 'verdict-changed') return null;
  const body = bodySchema.safeParse(entry.body);
  const kept = evidenceSchema.safeParse(entry.evidence);
  if (!body.success || !kept.success) return null;
  const { version, stage, mode, state, sentence, inputs } = body.data;
  const { issues, judged } = kept.data;
  const { projectKey, defectTypes, builds, stages, at } = judged;
  return {
    ...{ entry, version, stage, mode, state, sentence },
    judgement: {
      policy: { ...inputs.policy, stages },
      ...{ stage, builds, before: new Set(judged.before), now: at },
      release: { versionId: version.id, versionName: version.name, projectKey, defectTypes },
      evidence: { ...leftOut(judged.leftOut), ...judged.facts, defects: defectsOf(issues, judged) },
    },
    levels: new Map(issues.map(({ id, key, level, severity }) => [id, { key, level, severity }])),
  };
}

type KeptEvidence = z.output<typeof evidenceSchema>;

function defectsOf(issues: KeptEvidence['issues'], { missing, clocks, deferred }: KeptEvidence['judged']): Evidence['defects'] {
  if (missing !== null) return { kind: 'missing', because: missing };
  return {
    kind: 'known',
    facts: issues.map(({ id, key, severity, tier, createdAt }) => ({
      ...{ id, key, severity, tier, createdAt },
      clockFrom: clocks[id] ?? createdAt,
      deferredUntil: deferred[id] ?? null,
    })),
  };
}

function leftOut(kinds: readonly string[]): Record<string, { kind: 'missing'; because: string }> {
  return Object.fromEntries(kinds.map((kind) => [kind, { kind: 'missing', because: tooMuch }]));
}

/** The verdict once more, and whether it is the one that was entered. */
export function judgedAgain({ entry, judgement }: KeptVerdict): { readonly verdict: Verdict; readonly same: boolean } {
  const verdict = decideGate(judgement);
  const said = z.object({ fingerprint: z.string() }).safeParse(entry.body);
  return { verdict, same: said.success && said.data.fingerprint === sha256(fingerprint(verdict)) };
}
