import { projectById, versionsToJudge } from '../defects/shell';
import type { StoredProject } from '../defects/shell';
import { verdictLife } from '../gates';
import { approvedOverrides, removeVerdicts, verdictsOf } from '../gates/shell';
import { plus } from '../kernel/instant';
import type { Instant } from '../kernel/instant';
import { ok } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { readSettings } from '../settings/shell';
import { gateEvidence } from './gate-evidence';
import { tellTrainMates } from './gate-trains';
import type { TrainTurn } from './gate-trains';
import { judgeVersion } from './judge-version';
import { publishVersion } from './publish-version';
import { recordVerdict } from './record-verdict';
import { settleOverrides } from './settle-overrides';
import { tellTurn } from './tell-turn';

export interface Evaluation {
  readonly projectId: string;
  /** Ids of versions; those that have no gates to answer (archived, released without an open ticket) are left as they are. */
  readonly versions: ReadonlySet<string> | 'all';
  readonly now: Instant;
  /** After Jira was read, verdicts are stamped anew with the moment up to which it was read. */
  readonly stampAnew: boolean;
}

/** A verdict that was overtaken while it was decided is decided again, at most so often. */
const mostRounds = 4;

/** Fetch the evidence, decide, keep, publish. @returns the first trouble with publishing, after everything was tried */
export async function evaluateVersions(evaluation: Evaluation): Promise<JiraOutcome<null>> {
  for (let round = 1; ; round += 1) {
    const outcome = await evaluateOnce(evaluation);
    if (outcome !== 'overtaken') return outcome;
    if (round === mostRounds) return ok(null);
  }
}

async function evaluateOnce({
  projectId,
  versions: wanted,
  now,
  stampAnew,
}: Evaluation): Promise<JiraOutcome<null> | 'overtaken'> {
  const settings = await readSettings();
  // The count of changes is read before the evidence: what comes in between is then judged again, never overlooked.
  const project = await projectById(projectId);
  if (project === null) return ok(null);
  const versions = (await versionsToJudge(projectId)).filter((version) => wanted === 'all' || wanted.has(version.id));
  const ids = versions.map((version) => version.id);
  const factsOf = await gateEvidence({ projectId, versionIds: ids, settings: [settings], now });
  const stored = await verdictsOf(ids);
  const overridden = new Set((await approvedOverrides(ids)).map(({ version }) => version.id));
  let overtaken = false;
  const turns: TrainTurn[] = [];
  let trouble: JiraOutcome<null> = ok(null);
  for (const version of versions) {
    const before = stored.filter((verdict) => verdict.versionId === version.id);
    const judged = judgeVersion({ project, version, facts: factsOf(version.id), settings, before, now });
    for (const one of judged) {
      const last = before.find((verdict) => verdict.verdict.stage.key === one.verdict.stage.key);
      const settingsSeen = settings.revision ?? last?.settingsSeen ?? 0;
      const facts = {
        version,
        projectId,
        before: last,
        ...stamp(project, now, stampAnew),
        changesSeen: project.changes,
        settingsSeen,
      };
      // Before the verdict is kept: who dies in between tells it when the next one decides the same.
      await tellTurn(one, last, version, settings, now);
      if (await recordVerdict(one, facts))
        turns.push({ versionId: version.id, before: last, after: { verdict: one.verdict, freshUntil: facts.until } });
      else overtaken = true;
    }
    if (settings.kind === 'ok')
      await removeVerdicts(
        version.id,
        judged.map(({ verdict }) => verdict.stage.key),
      );
    if (overridden.has(version.id))
      await settleOverrides(
        version.id,
        now,
        judged.map(({ verdict }) => verdict),
      );
    const published = await publishVersion(projectId, version);
    if (published.kind !== 'ok' && trouble.kind === 'ok') trouble = published;
  }
  await tellTrainMates(turns, now);
  return overtaken ? 'overtaken' : trouble;
}

/** A verdict may be relied on for 15 minutes from the moment up to which Jira was read, whenever it was decided. */
function stamp(project: StoredProject, now: Instant, anew: boolean): { at: Instant; until: Instant } {
  const upTo = project.readUpTo;
  if (upTo === null) return { at: now, until: now };
  return { at: anew ? upTo : now, until: plus(upTo, verdictLife) };
}
