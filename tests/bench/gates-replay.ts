import { z } from 'zod';
import { keptInputs } from '../../src/flows/kept-inputs';
import { keptVerdict } from '../../src/flows/kept-judgement';
import { mostCharacters } from '../../src/flows/past-verdicts';
import { decideGate, fingerprint, replayed } from '../../src/gates';
import type { GatePolicy, GateRow, Judgement } from '../../src/gates';
import { sha256 } from '../../src/kernel/hash';
import { hour, plus } from '../../src/kernel/instant';
import { canonical } from '../../src/kernel/json';
import { compressed, expandedJson } from '../../src/platform/compress';
import { computing, printFigure, rounded, shareOf } from './figure';
import { evidenceOf, gated, now, policy } from './gates';

/** Milliseconds of computing for the decisions of 90 days of a project with 10,000 open defects; the clock has two seconds. */
const limit = 2_000;
const releases = 50;
const perRelease = 10;
const sizes = [
  { n: 1_000, rounds: 5 },
  { n: 10_000, rounds: 5 },
] as const;

/** Every counting row allows one defect less. */
const tighter: GatePolicy = { ...policy, rows: policy.rows.map((row): GateRow => ('most' in row ? { ...row, most: 1 } : row)) };

interface Kept {
  readonly body: string;
  /** As it is kept. */
  readonly evidence: string;
}

/** A decision as the ledger has it. */
function keptOf(judgement: Judgement): Kept {
  const { evidence, stage, policy: by, release } = judgement;
  const verdict = decideGate(judgement);
  const { versionId: id, versionName: name } = release;
  const open = evidence.defects.kind === 'known' ? evidence.defects.facts : [];
  const { slaTargetDays, tiers, freshHours } = by;
  const rows = by.rows.filter((row) => row.stage === stage.key);
  const body = {
    ...{
      schema: 1,
      version: { id, name },
      stage: { ...stage },
      mode: 'enforce',
      state: verdict.state,
      sentence: verdict.sentence,
    },
    fingerprint: sha256(fingerprint(verdict)),
    inputs: {
      policy: {
        rows: rows.map((row) => ({ ...row })),
        slaTargetDays: { ...slaTargetDays },
        tiers,
        freshHours: { ...freshHours },
      },
    },
  };
  const issues = open.map(({ id: of, key, severity, tier, createdAt }) => ({
    id: of,
    key,
    severity,
    tier,
    createdAt,
    level: null,
  }));
  return {
    body: canonical(body),
    evidence: compressed(canonical({ issues, judged: keptInputs({ builds: [], ...judgement }) })),
  };
}

/** The newest decisions, as many as are looked at. */
function decisionsOf(n: number): Kept[] {
  const evidence = evidenceOf(n / releases);
  const all = Array.from({ length: releases * perRelease }, (_, at) => {
    const stage = gated[at % gated.length] ?? { key: 'production', name: 'production' };
    const version = at % releases;
    const release = {
      ...{ versionId: String(10_000 + version), versionName: `4.${version}.0`, projectKey: 'SHOP', defectTypes: ['Bug'] },
    };
    return keptOf({ policy, stage, release, evidence, before: new Set(), now: plus(now, -at * hour) });
  });
  let sum = 0;
  return all.filter(({ evidence: text }) => (sum += text.length) <= mostCharacters);
}

/** From what is stored to which decisions would have gone the other way. */
function replay(decisions: readonly Kept[]): number {
  return decisions.filter(({ body, evidence }, at) => {
    const entry = {
      ...{ chain: '1', seq: at + 1, at: now, kind: 'verdict-changed', subject: 's', entryKey: 'k', app: '1', settings: 1 },
      ...{ actor: { kind: 'app', rule: null } as const, evidenceHash: 'e', previousHash: 'p', hash: 'h' },
      ...{ body: z.json().parse(JSON.parse(body)), evidence: expandedJson(evidence) },
    };
    const kept = keptVerdict(entry);
    if (kept === null) throw new Error('This decision cannot be judged again.');
    return replayed(kept.state, kept.judgement, { policy: tighter, gated }).kind !== 'same';
  }).length;
}

/** What a changed policy would have made of the decisions of 90 days: read, judged again and compared. */
export function benchReplay(): Promise<void> {
  for (const { n, rounds } of sizes) {
    const decisions = decisionsOf(n);
    const characters = decisions.reduce((sum, { evidence }) => sum + evidence.length, 0);
    replay(decisions);
    const times = Array.from({ length: rounds }, () => computing(() => replay(decisions))).sort((a, b) => a - b);
    const [p50, p95] = [rounded(shareOf(times, 0.5)), rounded(shareOf(times, 0.95))];
    const figure = { name: 'gates-replay', n, p50, p95, unit: 'ms', reference: limit, ratio: rounded(p95 / limit) };
    printFigure(figure, { decisions: decisions.length, characters });
  }
  return Promise.resolve();
}
