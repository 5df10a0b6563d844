import { decisive } from '../gates';
import { storeVerdict } from '../gates/shell';
import type { StoredVerdict } from '../gates/shell';
import { appendEntry } from '../governance/shell';
import type { NewFact } from '../governance/shell';
import type { Instant } from '../kernel/instant';
import type { Json } from '../kernel/json';
import type { Judged } from './judge-version';

export interface RecordFacts {
  readonly version: { readonly id: string; readonly name: string };
  readonly projectId: string;
  readonly before: StoredVerdict | undefined;
  readonly at: Instant;
  readonly until: Instant;
  readonly changesSeen: number;
  readonly settingsSeen: number;
}

/**
 * Keeps a judgement. One that differs from the last is an entry in the ledger first and a row second: after a crash in between, the
 * next evaluation finds the entry by its key and takes it over. One that says the same keeps its time, so that nothing is published
 * for it.
 * @returns false where a newer verdict was stored meanwhile
 */
export async function recordVerdict(judged: Judged, facts: RecordFacts): Promise<boolean> {
  const { before } = facts;
  const same = before !== undefined && before.fingerprint === judged.fingerprint && before.mode === judged.mode;
  const settled = same && before.freshUntil >= facts.until && before.verdict.sentence === judged.verdict.sentence;
  const place = same ? { n: before.n, ledger: before.ledger } : await enter(judged, facts, (before?.n ?? 0) + 1);
  return storeVerdict({
    versionId: facts.version.id,
    projectId: facts.projectId,
    n: place.n,
    mode: judged.mode,
    verdict: judged.verdict,
    fingerprint: judged.fingerprint,
    at: settled ? before.at : facts.at,
    freshUntil: settled ? before.freshUntil : facts.until,
    ledger: place.ledger,
    changesSeen: facts.changesSeen,
    settingsSeen: facts.settingsSeen,
  });
}

/** After a crash at most one entry is there without its row; more would mean that somebody else decides at the same time. */
const mostEntriesAhead = 20;

async function enter(judged: Judged, facts: RecordFacts, first: number): Promise<Pick<StoredVerdict, 'n' | 'ledger'>> {
  const stage = judged.verdict.stage.key;
  const fact = ledgerFact(judged, facts);
  const { came, went } = turnover(judged, facts.before);
  for (let n = first; n < first + mostEntriesAhead; n += 1) {
    const entryKey = `verdict:${facts.version.id}:${stage}:${n}`;
    const subject = `version:${facts.version.id}/${stage}`;
    const entry = await appendEntry(facts.projectId, { ...fact, subject, entryKey }, [...came, ...went]);
    if (saysSame(entry.body, judged)) return { n, ledger: { seq: entry.seq, hash: entry.hash } };
  }
  throw new Error('The ledger has other verdicts of this version and stage.');
}

function saysSame(body: Json, judged: Judged): boolean {
  if (typeof body !== 'object' || body === null || !('fingerprint' in body)) return false;
  return body.fingerprint === judged.fingerprint && body.mode === judged.mode;
}

/** Defects that breach now and did not before, and those that did and do not any more. */
function turnover(judged: Judged, before: StoredVerdict | undefined): { came: string[]; went: string[] } {
  const breaching = (verdict: Judged['verdict'] | undefined) =>
    new Set((verdict?.conditions ?? []).flatMap(({ state, defectIds }) => (state === 'breached' ? defectIds : [])));
  const [was, is] = [breaching(before?.verdict), breaching(judged.verdict)];
  return { came: [...is].filter((id) => !was.has(id)), went: [...was].filter((id) => !is.has(id)) };
}

/** The decision, which names no issue, and its evidence, which does. */
function ledgerFact(judged: Judged, { version, before, at, settingsSeen }: RecordFacts): Omit<NewFact, 'subject' | 'entryKey'> {
  const { verdict, mode, fingerprint, inputs, defects, kept } = judged;
  const deferred = new Set(verdict.conditions.flatMap(({ deferredIds }) => deferredIds));
  return {
    at,
    kind: 'verdict-changed',
    actor: { kind: 'app', rule: decisive(verdict)?.rule ?? null },
    settings: settingsSeen,
    body: {
      schema: 1,
      version: { id: version.id, name: version.name },
      stage: { key: verdict.stage.key, name: verdict.stage.name },
      mode,
      from: before?.verdict.state ?? null,
      state: verdict.state,
      sentence: verdict.sentence,
      fingerprint,
      conditions: verdict.conditions.map(({ id, title, value, limit, state, deferredIds, atLeast }) => ({
        ...{ id, title, value, limit, state },
        ...(atLeast ? { atLeast } : {}),
        ...(deferredIds.length === 0 ? {} : { deferred: deferredIds.length }),
      })),
      inputs,
    },
    evidence: {
      issues: defects.map(({ id, key, severity, tier, createdAt, securityLevel }) => ({
        ...{ id, key, severity, tier, createdAt, level: securityLevel },
        ...(deferred.has(id) ? { deferred: true } : {}),
      })),
      breached: Object.fromEntries(
        verdict.conditions.filter(({ state }) => state === 'breached').map(({ id, defectIds }) => [id, defectIds]),
      ),
      ...turnover(judged, before),
      judged: kept(),
    },
  };
}
