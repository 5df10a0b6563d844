import { defectsById, fixVersionsByDefect, versionsOf } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { peopleBehind, pseudonymOf } from '../../governance/shell';
import { newId } from '../../platform/identity';
import { scoresOf } from '../../scoring/shell';
import { defaultSettings } from '../../settings';
import { readSettings } from '../../settings/shell';
import {
  disagreedOn,
  isDecided,
  latestQuestions,
  latestRounds,
  ownedDefects,
  ownersOf,
  ownershipConfig,
} from '../../triage/shell';
import type { Round } from '../../triage/shell';
import type { Access } from '../access';
import type { Viewer } from '../viewer';
import type { RowFacts } from './row';

/**
 * Everything that rows about these defects are made of, read at once.
 * @param more pseudonyms whose names the screen shows beside
 * @param past rounds that are shown beside the newest ones
 */
export async function rowFacts(
  projectId: string,
  defects: readonly StoredDefect[],
  { viewer, access, more = [], past = [] }: { viewer: Viewer; access: Access; more?: readonly string[]; past?: readonly Round[] },
): Promise<RowFacts> {
  const ids = defects.map(({ id }) => id);
  const open = defects.filter((defect) => defect.open).map(({ id }) => id);
  const [stored, versions, rounds, scores, fixVersions, questions, disagreed, me, owned] = await Promise.all([
    readSettings(),
    versionsOf(projectId),
    latestRounds(ids),
    scoresOf(ids),
    fixVersionsByDefect(ids),
    latestQuestions(ids),
    disagreedOn(ids),
    pseudonymOf(viewer.accountId, newId()),
    ownedDefects(open),
  ]);
  const decided = [...rounds.values(), ...past].filter(isDecided);
  const pseudonyms = [
    ...more,
    ...decided.flatMap(({ decision }) => decision.by ?? []),
    ...[...questions.values()].flatMap(({ asked, askedBy }) => [asked, askedBy]),
  ];
  const kept = decided.flatMap(({ decision: { choice } }) => (choice.kind === 'duplicate' ? [choice.of.id] : []));
  const [people, named] = await Promise.all([peopleBehind([...new Set(pseudonyms)]), defectsById([...new Set(kept)])]);
  const settings = stored.kind === 'ok' ? stored.settings : defaultSettings;
  const config = await ownershipConfig(projectId, settings.ownership, { defects: owned, names: 'none', now: viewer.now });
  return {
    settings,
    owners: ownersOf(config, owned, viewer.now),
    ...{ now: viewer.now, access, viewer: me, versions, rounds, scores, fixVersions, questions, people },
    disagreedOn: disagreed,
    named: new Map(named.map((defect) => [defect.id, defect])),
  };
}
