import type { StoredDefect } from '../defects/shell';
import { siteFieldIds } from '../defects/shell';
import { behavioursOf } from '../environments/shell';
import type { Instant } from '../kernel/instant';
import type { Severity } from '../kernel/severity';
import {
  addAffectsVersions,
  addWatcherAsViewer,
  isFinal,
  issuesForViewer,
  ok,
  readWatchers,
  setFieldsAsViewer,
} from '../platform/jira';
import type { JiraOutcome, ViewedIssue } from '../platform/jira';
import { usable } from './triage-facts';
import { readSettings } from '../settings/shell';
import { setBehaviour } from './set-behaviour';

/** A defect that stays, and one that is its duplicate. */
interface Both {
  readonly canonical: StoredDefect;
  readonly duplicate: StoredDefect;
}

/** A defect without a severity counts as S1, but nobody said so: it passes nothing on. @returns null where nothing is worse */
function worseSeverity({ canonical, duplicate }: Both): Severity | null {
  const [own, other] = [canonical.severity, duplicate.severity];
  return own !== null && other !== null && other < own ? other : null;
}

/**
 * Passes on to a defect what its duplicate knows, as the person at the screen: severity where it is worse, users affected where they are
 * more, affected versions, watchers, and where it was reproduced. What is so already is left alone, so that it can be done again.
 * @returns what Jira does not let the person do, as sentences
 */
export async function passOn(
  both: Both,
  raise: boolean,
  { accountId, now }: { readonly accountId: string; readonly now: Instant },
): Promise<JiraOutcome<string[]>> {
  const { canonical, duplicate } = both;
  const left: string[] = [];
  /** @returns trouble that is worth another try */
  const told = (outcome: JiraOutcome<null>, sentence: string) => {
    if (outcome.kind === 'ok') return null;
    if (!isFinal(outcome)) return outcome;
    left.push(sentence);
    return null;
  };
  const fields = await siteFieldIds(now);
  if (fields.kind !== 'ok') return fields;
  const { 'defect-severity': severityField, 'users-affected': usersField } = fields.value;
  const read = await issuesForViewer(
    [canonical.id, duplicate.id],
    [severityField, usersField].flatMap((id) => id ?? []),
  );
  if (read.kind !== 'ok') return read;
  const [to, from] = [canonical.id, duplicate.id].map((id) => read.value.find((issue) => issue.id === id));
  if (to === undefined || from === undefined) return ok(left);
  const worse = raise ? worseSeverity(both) : null;
  const users = usersField === null ? null : moreUsers(to, from, usersField);
  const set = {
    ...(worse === null || severityField === null ? {} : { [severityField]: worse }),
    ...(users === null || usersField === null ? {} : { [usersField]: users }),
  };
  if (Object.keys(set).length > 0) {
    const trouble = told(
      await setFieldsAsViewer(canonical.id, set),
      `Jira does not let you change severity and users affected of ${canonical.key}.`,
    );
    if (trouble !== null) return trouble;
  }
  const versions = from.fields.versions.filter(({ id }) => !to.fields.versions.some((other) => other.id === id));
  if (versions.length > 0) {
    const added = await addAffectsVersions(
      canonical.id,
      versions.map(({ id }) => id),
    );
    const trouble = told(added, `Jira does not let you add affected versions to ${canonical.key}.`);
    if (trouble !== null) return trouble;
  }
  const watched = await passWatchers(both);
  if (watched.kind !== 'ok' && !isFinal(watched)) return watched;
  if (watched.kind !== 'ok' || watched.value > 0)
    left.push(`Not everybody who watches ${duplicate.key} could be made to watch ${canonical.key}.`);
  await passBehaviours(both, accountId, now);
  return ok(left);
}

function moreUsers(to: ViewedIssue, from: ViewedIssue, field: string): number | null {
  const [had, has] = [to.fields[field], from.fields[field]].map((value) => (typeof value === 'number' ? value : 0));
  return had !== undefined && has !== undefined && has > had ? has : null;
}

/** @returns how many could not be added: a person who may not see the issue cannot watch it */
async function passWatchers({ canonical, duplicate }: Both): Promise<JiraOutcome<number>> {
  const [from, to] = [await readWatchers(duplicate.id), await readWatchers(canonical.id)];
  if (from.kind !== 'ok') return from;
  if (to.kind !== 'ok') return to;
  let failed = 0;
  for (const accountId of from.value.filter((id) => !to.value.includes(id))) {
    const added = await addWatcherAsViewer(canonical.id, accountId);
    if (added.kind === 'ok') continue;
    if (!isFinal(added)) return added;
    failed += 1;
  }
  return ok(failed);
}

/** Where the duplicate was reproduced and nothing is known of the other, the other is reproduced too. */
async function passBehaviours({ canonical, duplicate }: Both, accountId: string, now: Instant): Promise<void> {
  const cells = await behavioursOf([canonical.id, duplicate.id]);
  const known = cells.get(canonical.id);
  const { stages } = usable(await readSettings()).settings;
  for (const { stage: key, state, build } of cells.get(duplicate.id)?.values() ?? []) {
    const stage = stages.find((candidate) => candidate.key === key);
    const before = known?.get(key)?.state ?? 'unknown';
    if (state !== 'reproduced' || before !== 'unknown' || stage === undefined) continue;
    const note = 'Passed on from a duplicate.';
    await setBehaviour({ defect: canonical, stage, state, build, note, accountId, now });
  }
}
