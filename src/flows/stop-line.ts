import { countChange, severeDefects } from '../defects/shell';
import { placeHold, stopsOf } from '../gates';
import type { Alarm, LineFacts, Stop } from '../gates';
import { holdsOf, holdStore, verdictsOf } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import { carryOutHold } from './gate-holds';
import { alarmOf, alarmsOfIncidents, lineFacts, suspectsOf, wantedOf } from './line-facts';
import type { KnownLine } from './line-facts';
import { placeWords, tellLine } from './tell-line';

/**
 * Stops the line of releases for these defects where they are severe and stand in a dark deployment. It rests on what is stored alone, not
 * on what was new about it, and a defect stops a release once: it may be called as often as something happens, and again after it died.
 */
export async function stopLineFor(projectId: string, defectIds: readonly string[], now: Instant): Promise<void> {
  const settings = await watching();
  if (settings === null || defectIds.length === 0) return;
  // First what costs one question: most changes are of no severe defect.
  const severe = await severeDefects([...new Set(defectIds)], wantedOf(settings));
  if (severe.length === 0) return;
  const facts = await lineFacts(projectId, settings);
  if (facts !== null) await stopForEach(projectId, severe, facts, now);
}

/**
 * Asks the whole question of a project: everything severe that was seen since something stands dark there. Whatever comes in another order,
 * or was read by a function that died before it asked, is found here: after a word of pipelines, and with every reading of Jira.
 */
export async function stopLineOfProject(projectId: string, now: Instant): Promise<void> {
  const settings = await watching();
  if (settings === null) return;
  const facts = await lineFacts(projectId, settings);
  if (facts === null) return;
  const suspects = [...new Set(await suspectsOf(projectId, settings, facts))];
  await stopForEach(projectId, await severeDefects(suspects, wantedOf(settings)), facts, now);
  for (const alarm of alarmsOfIncidents(facts, now)) await stop(projectId, alarm, facts, now);
}

async function stopForEach(
  projectId: string,
  severe: Awaited<ReturnType<typeof severeDefects>>,
  facts: KnownLine,
  now: Instant,
): Promise<void> {
  for (const defect of severe) await stop(projectId, await alarmOf(projectId, defect, facts), facts, now);
}

async function watching(): Promise<Settings | null> {
  const stored = await readSettings();
  return stored.kind === 'ok' && stored.settings.gates.stopTheLine.on ? stored.settings : null;
}

const mostTries = 5;

async function stop(projectId: string, alarm: Alarm, facts: LineFacts, now: Instant): Promise<void> {
  for (const { version } of stopsOf(alarm, facts, [])) {
    for (let round = 0; round < mostTries; round += 1) {
      const holds = await holdsOf(version.id);
      const found = stopsOf(alarm, facts, holds).find((one) => one.version.id === version.id);
      // Somebody else did it, or it stopped this release before.
      if (found === undefined) break;
      const n = Math.max(0, ...holds.map(({ id }) => Number(id.split('-').at(-1)))) + 1;
      const hold = placeHold({
        ...{ projectId, version, stages: found.stages, cause: 'stop-the-line', owner: null },
        ...{ n, line: found.line, because: becauseOf(found, alarm), now },
      });
      const judged = await verdictsOf([version.id]);
      if (!(await holdStore.insert(hold))) continue;
      await countChange(projectId);
      await carryOutHold(hold, now);
      await tellLine(hold, now, new Map(judged.map(({ verdict }) => [verdict.stage.key, verdict.state])));
      break;
    }
  }
}

/** In words for whoever may see the project: they name no issue, which may have a security level now or later. */
function becauseOf({ version, line }: Stop, { subject, severity }: Alarm): string {
  const what = subject.startsWith('incident:') ? `The incident ${subject.slice('incident:'.length)}` : 'A defect';
  const build = line.build === null ? '' : `, build ${line.build},`;
  const how = severity ?? 'no severity yet, which counts as S1';
  return `${what} (${how}) was seen in ${placeWords(line)}, where ${version.name}${build} is deployed dark.`;
}
