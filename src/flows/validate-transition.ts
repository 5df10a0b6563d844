import { z } from 'zod';
import { countingPoints, siteFieldIds } from '../defects/shell';
import { needsOf, refusalOf } from '../gates';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { fetchIssues } from '../platform/jira';
import { logFailure } from '../platform/log';
import { readSettings } from '../settings/shell';
import { needStates } from './transition-facts';
import type { ValidatorAnswer } from './validate-gate';

const id = z.union([z.string(), z.number()]).transform(String);
/** What Jira tells a function validator (docs/platform.md A.4). */
const callSchema = z.object({
  issue: z.object({ key: z.string() }),
  transition: z.object({
    from: z.object({ id }).nullish(),
    to: z.object({ id }),
    modifiedFields: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/**
 * Lets a defect change its status only with all that the transition map asks for. A change that the map does not name passes: the rule
 * may stand on every transition, and the settings say which of them need something. Whatever goes wrong, the transition is refused.
 */
export async function validateTransition(call: unknown): Promise<ValidatorAnswer> {
  try {
    const message = await countingPoints(() => missing(callSchema.parse(call)));
    return message === null ? { result: true } : { result: false, errorMessage: message };
  } catch (error) {
    logFailure('validator-failed', error);
    const because =
      error instanceof TablesNotReady
        ? 'Holdpoint was installed a moment ago. Try again in a few minutes.'
        : 'Holdpoint could not look what this change of status needs, so the issue stays where it is. Try again in a minute.';
    return { result: false, errorMessage: because };
  }
}

async function missing({ issue: { key }, transition }: z.output<typeof callSchema>): Promise<string | null> {
  const settings = await readSettings();
  if (settings.kind !== 'ok')
    return "Holdpoint's settings cannot be read, so nobody knows what this change of status needs. An admin must save them anew.";
  const now = readClock();
  const fields = await siteFieldIds(now);
  const custom = fields.kind === 'ok' ? Object.values(fields.value).flatMap((field) => field ?? []) : [];
  const read = await fetchIssues([key], custom);
  if (read.kind !== 'ok') return 'Holdpoint cannot read this issue just now, so it stays where it is. Try again in a minute.';
  const [issue] = read.value;
  if (issue === undefined) return 'Holdpoint may not read this issue, so it stays where it is.';
  const change = {
    projectId: issue.fields.project.id,
    from: transition.from?.id ?? issue.fields.status.id,
    to: transition.to.id,
  };
  const needs = needsOf(settings.settings.transitionMap, change);
  const edits = transition.modifiedFields ?? {};
  const changing = { issue, edits, settings: settings.settings, revision: settings.revision ?? 0, now };
  return refusalOf(needs, await needStates(needs, changing));
}
