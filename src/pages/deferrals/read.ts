import type { DeferralRow } from '../../contracts/deferrals';
import { assigneesOf, defectsById } from '../../defects/shell';
import type { StoredDefect } from '../../defects/shell';
import { peopleBehind } from '../../governance/shell';
import type { JiraOutcome } from '../../platform/jira';
import { ok } from '../../platform/jira';
import { scoresOf } from '../../scoring/shell';
import { defaultSettings } from '../../settings';
import type { Settings } from '../../settings';
import { readSettings } from '../../settings/shell';
import { decidingPerson, deferralsOfIssues } from '../../triage/shell';
import type { StoredDeferral } from '../../triage/shell';
import { maySee } from '../access';
import type { Access } from '../access';
import type { Viewer } from '../viewer';
import { deferralRow } from './row';

/** Deferrals as the viewer may see them. */
export interface ReadRows {
  readonly rows: DeferralRow[];
  /** Deferrals of defects that the viewer may not see. */
  readonly hidden: number;
}

const perQuery = 300;

/** Stored defects by id, however many. */
export async function defectsBy(ids: readonly string[]): Promise<Map<string, StoredDefect>> {
  const found = new Map<string, StoredDefect>();
  for (let start = 0; start < ids.length; start += perQuery)
    for (const defect of await defectsById(ids.slice(start, start + perQuery))) found.set(defect.id, defect);
  return found;
}

/** What holds where the settings can be read; the defaults only say what is shown meanwhile, nobody can decide by them. */
export async function deferralSettings(): Promise<Settings> {
  const settings = await readSettings();
  return settings.kind === 'ok' ? settings.settings : defaultSettings;
}

/** Rows of these deferrals, of one project. Scores that cannot be read yet are none. */
export async function readRows(
  projectId: string,
  deferrals: readonly StoredDeferral[],
  access: Access,
  viewer: Viewer,
): Promise<JiraOutcome<ReadRows>> {
  const issueIds = [...new Set(deferrals.map(({ issueId }) => issueId))];
  const defects = await defectsBy(issueIds);
  const seen = deferrals.filter(({ issueId }) => {
    const defect = defects.get(issueId);
    return defect?.projectId === projectId && maySee(access, defect.securityLevel);
  });
  if (seen.length === 0) return ok({ rows: [], hidden: deferrals.length });
  const person = await decidingPerson(projectId, viewer.accountId, viewer.now);
  if (person.kind !== 'ok') return person;
  const nobody = { accountId: viewer.accountId, granted: true, has: false, admin: false };
  const ids = [...new Set(seen.map(({ issueId }) => issueId))];
  const [all, assignees, scores, settings] = await Promise.all([
    deferralsOfIssues(ids),
    assigneesOf(ids),
    scoresOf(ids),
    deferralSettings(),
  ]);
  const pseudonyms = new Set(seen.flatMap(({ requester, events }) => [requester, ...events.flatMap(({ who }) => who ?? [])]));
  const people = await peopleBehind([...pseudonyms]);
  const facts = { policy: settings.deferrals, now: viewer.now, people, assignees, scores, viewer: person.value ?? nobody };
  const rows = seen.flatMap((deferral) => {
    const defect = defects.get(deferral.issueId);
    const own = all.filter(({ issueId }) => issueId === deferral.issueId);
    return defect === undefined ? [] : [deferralRow(deferral, defect, own, facts)];
  });
  return ok({ rows, hidden: deferrals.length - seen.length });
}
