import { z } from 'zod';
import { trackedAs } from '../defects';
import { countingPoints, versionById } from '../defects/shell';
import { admissionOf, admitsWords, frozenAt } from '../gates';
import { exceptionsOfDefect, freezesOf, onRecord } from '../gates/shell';
import type { Instant } from '../kernel/instant';
import { toSeverity } from '../kernel/severity';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { fetchIssues } from '../platform/jira';
import type { JiraIssue } from '../platform/jira';
import { logFailure } from '../platform/log';
import { readingContext } from './reading-context';
import { readSettings } from '../settings/shell';
import type { Settings } from '../settings';
import type { ValidatorAnswer } from './validate-gate';

const versionList = z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String) }));
const callSchema = z.object({
  issue: z.object({ key: z.string().nullish() }),
  transition: z.object({ modifiedFields: z.looseObject({ fixVersions: versionList.nullish() }).nullish() }).nullish(),
});
type Edits = Readonly<Record<string, unknown>>;

/**
 * Refuses a transition, or a creation, that sets a frozen release as the fix version of a defect that may not come in. A fix version that
 * was there before is none of its business. Whatever goes wrong, the transition is refused where it sets a fix version.
 */
export async function validateFreeze(call: unknown): Promise<ValidatorAnswer> {
  try {
    const { issue, transition } = callSchema.parse(call);
    const edits: Edits = transition?.modifiedFields ?? {};
    const set = versionList.nullish().parse(edits['fixVersions']) ?? [];
    if (set.length === 0) return { result: true };
    const ids = set.map(({ id }) => id);
    const message = await countingPoints(() => refusal(issue.key ?? null, ids, edits, readClock()));
    return message === null ? { result: true } : { result: false, errorMessage: message };
  } catch (error) {
    logFailure('validator-failed', error);
    const because =
      error instanceof TablesNotReady
        ? 'Holdpoint was installed a moment ago. Try again in a few minutes.'
        : 'Holdpoint could not look whether this release is frozen, so the fix version stays as it is. Try again in a minute.';
    return { result: false, errorMessage: because };
  }
}

const unread = 'Holdpoint cannot read Jira just now, so the fix version stays as it is. Try again in a minute.';

const another = 'Choose another fix version, or ask for an exception in the Holdpoint panel of the issue.';
const elsewhere =
  'Create it with another fix version or none; if it cannot wait, ask for an exception in the Holdpoint panel of the new issue.';

const named = z.looseObject({ name: z.string() });

/** The work type that the form of a new issue names; null where Jira does not tell it. */
function typeTold(edits: Edits): string | null {
  return named.safeParse(edits['issuetype']).data?.name ?? null;
}

async function refusal(key: string | null, set: readonly string[], edits: Edits, now: Instant): Promise<string | null> {
  const stored = await readSettings();
  if (stored.kind !== 'ok') return 'The settings of Holdpoint cannot be read, and an admin must save them anew.';
  const context = await readingContext(now);
  if (context.kind !== 'ok' || context.value === null) return unread;
  const fieldId = context.value.fields['defect-severity'];
  const read = key === null ? { kind: 'ok' as const, value: [] } : await fetchIssues([key], fieldId === null ? [] : [fieldId]);
  if (read.kind !== 'ok') return unread;
  // An issue that is being created is not there yet: what its form says is all that is known.
  const issue = read.value[0];
  const severity = fieldId === null ? null : toSeverity(fieldId in edits ? edits[fieldId] : issue?.fields[fieldId]);
  const type = issue === undefined ? typeTold(edits) : issue.fields.issuetype.name;
  // Of no known type: one with a severity is a defect; any other is let through, and looked at within a minute once it is there.
  if (type === null ? severity === null : trackedAs(stored.settings, type) !== 'defect') return null;
  const added = set.filter((id) => issue?.fields.fixVersions.includes(id) !== true);
  for (const versionId of added) {
    const kept = await frozenName(versionId, stored.settings, now);
    if (kept === null) continue;
    const exceptions = await exceptionsOf(issue, versionId);
    const policy = stored.settings.gates.freezes;
    if (admissionOf({ severity, at: now }, policy, exceptions) !== 'violation') continue;
    const is = severity === null ? 'this one has no severity' : `this one is ${severity}`;
    return `${kept} is frozen: ${admitsWords(policy.admits)}, and ${is}. ${issue === undefined ? elsewhere : another}`;
  }
  return null;
}

async function exceptionsOf(issue: JiraIssue | undefined, versionId: string) {
  const own = issue === undefined ? [] : await exceptionsOfDefect(issue.id);
  return own.filter(({ version }) => version.id === versionId).map(onRecord);
}

/** What a release is called that is frozen; null where it is not. */
async function frozenName(versionId: string, { forecast }: Settings, now: Instant): Promise<string | null> {
  const version = await versionById(versionId);
  if (version === null || version.released || version.archived) return null;
  const frozen = frozenAt(forecast.freezes[versionId]?.day ?? null, await freezesOf([versionId]), now);
  return frozen?.standing === true ? version.name : null;
}
