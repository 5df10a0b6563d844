import { z } from 'zod';
import { countingPoints } from '../defects/shell';
import { readClock } from '../platform/clock';
import { TablesNotReady } from '../platform/database';
import { fetchIssues } from '../platform/jira';
import { logFailure } from '../platform/log';
import { gatedStages, modeOf } from '../settings';
import { readSettings } from '../settings/shell';
import { caughtUp, decideVersion } from './decide-now';
import type { Decision } from './decide-now';
import { passRollback } from './pass-rollback';

const versionList = z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String) }));
/** What Jira tells a function validator (docs/platform.md A.4): not who acts, and the edits of the transition's screen apart. */
const callSchema = z.object({
  issue: z.object({ key: z.string() }),
  configuration: z
    .object({ stage: z.string().min(1) })
    .nullish()
    .catch(null),
  transition: z.object({ modifiedFields: z.object({ fixVersions: versionList.nullish() }).nullish() }).optional(),
});

export interface ValidatorAnswer {
  readonly result: boolean;
  readonly errorMessage?: string;
}

const refuse = (errorMessage: string): ValidatorAnswer => ({ result: false, errorMessage });
const pass: ValidatorAnswer = { result: true };

/** The lock that decides: from the newest evidence, at the moment of the transition. Whatever goes wrong, the transition is refused. */
export async function validateGate(call: unknown): Promise<ValidatorAnswer> {
  try {
    return await countingPoints(() => decide(callSchema.parse(call)));
  } catch (error) {
    logFailure('validator-failed', error);
    if (error instanceof TablesNotReady)
      return refuse('Holdpoint was installed a moment ago and has not read Jira yet. Try again in a few minutes.');
    return refuse('Holdpoint could not decide whether the gate is open, so it stays closed. Try again in a minute.');
  }
}

async function decide({ issue, configuration, transition }: z.output<typeof callSchema>): Promise<ValidatorAnswer> {
  if (!configuration) return refuse('This transition guards no stage yet: an admin picks one in the rule of the workflow.');
  const settings = await readSettings();
  if (settings.kind === 'ok' && !gatedStages(settings.settings).some((stage) => stage.key === configuration.stage)) {
    return refuse(
      `The stage "${configuration.stage}" has no gate: an admin picks another stage in the rule of the workflow, or gives this one a gate.`,
    );
  }
  // Always from Jira: the ticket's fix version may have changed a moment ago, and the event of that may still be on its way.
  const ticket = await fetchIssues([issue.key], []);
  if (ticket.kind !== 'ok')
    return refuse('Holdpoint cannot read this release ticket just now, so the gate stays closed. Try again in a minute.');
  const fields = ticket.value[0]?.fields;
  if (fields === undefined) return refuse('Holdpoint may not read this issue, so the gate stays closed.');
  // Where the gate only observes or warns, nothing that Holdpoint fails to do may stop the transition.
  if (settings.kind === 'ok' && modeOf(settings.settings, fields.project.id, configuration.stage) !== 'enforce') return pass;
  const edited = transition?.modifiedFields?.fixVersions;
  const versionIds = edited === undefined ? fields.fixVersions : (edited ?? []).map((version) => version.id);
  if (versionIds.length === 0) return refuse('The gate needs to know which release this is: set the fix version first.');
  const project = await caughtUp(fields.project.id);
  for (const versionId of versionIds) {
    const asked = { versionId, stageKey: configuration.stage, settings, now: readClock() };
    const decision: Decision =
      typeof project === 'string' ? { state: 'unknown', sentence: project } : await decideVersion({ project, ...asked });
    if (decision.state === 'open') continue;
    const back = { ...asked, ...decision, projectId: fields.project.id, build: null, declared: false };
    if ((await passRollback(back)) === null) return refuse(decision.sentence);
  }
  return pass;
}
