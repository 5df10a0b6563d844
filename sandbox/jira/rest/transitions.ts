import { z } from 'zod';
import { changeIssue } from '../changes/change-issue';
import { availableTransitions } from '../workflow/available-transitions';
import { refusals } from '../workflow/run-validators';
import { resolutionOfTransition } from '../workflow/resolution-of-transition';
import { workflowOf } from '../site/find';
import { addComments, readComments } from './comments';
import { issueFor, projectOfFor } from './find-for-call';
import { issueForm, readIssueForm } from './issue-form';
import { modifiedBy } from './modified-fields';
import { badRequest, Refusal } from './refusal';
import { readBody } from './read-request';
import { noContent, ok } from './route';
import { transitionBean } from './transition-bean';
import type { Answer, Call, Route } from './route';
import type { Issue } from '../model';

const PATH = '/rest/api/3/issue/{issueIdOrKey}/transitions';

export const transitions: readonly Route[] = [
  {
    method: 'GET',
    path: PATH,
    handle: (call) => {
      const asked = call.query.get('transitionId');
      const available = availableTransitions(call.site, issueFor(call), call.viewer, call.author);
      const shown = available.filter((transition) => asked === null || transition.id === asked);
      return ok({ expand: 'transitions', transitions: shown.map((transition) => transitionBean(call.site, transition)) });
    },
  },
  { method: 'POST', path: PATH, handle: perform },
];

const body = issueForm.extend({ transition: z.looseObject({ id: z.union([z.string(), z.number()]) }).optional() });

/** Conditions first (a transition that is not offered is not valid), then all validators, then the change, in one history. */
async function perform(call: Call): Promise<Answer> {
  const { site } = call;
  const before = issueFor(call);
  const form = readBody(call, body);
  if (form.transition === undefined) {
    throw badRequest("Missing 'transition' identifier");
  }
  const id = String(form.transition.id);
  const transition = availableTransitions(site, before, call.viewer, call.author).find((candidate) => candidate.id === id);
  if (transition === undefined) {
    throw badRequest(
      `It seems that you have tried to perform a workflow operation (transition ${id}) that is not valid for the current state of this issue. ` +
        'The likely cause is that somebody has changed the issue recently, please look at the issue history for details.',
    );
  }
  const project = projectOfFor(call, before);
  const changes = readIssueForm(call, form, project, before, true);
  const comments = readComments(form);
  const after: Issue = { ...before, ...changes };
  const workflow = workflowOf(site, project, before.issueTypeId);
  const modifiedFields = modifiedBy(call, form, before, after);
  const { accountId } = call.author;
  const messages = await refusals(site, { before, after, transition, workflow, accountId, modifiedFields });
  if (messages.length > 0) {
    throw new Refusal(400, messages);
  }
  demandUntouched(call, before);
  const late = readIssueForm(call, form, project, issueFor(call), true);
  const resolutionId = resolutionOfTransition(site, before, late.resolutionId, transition);
  changeIssue(site, before.id, { ...late, statusId: transition.to, resolutionId }, call.author);
  addComments(call, before.id, comments);
  return noContent;
}

/** A function validator takes time: the form is read again after it, and where the status moved meanwhile Jira answers a conflict. */
function demandUntouched(call: Call, before: Issue): void {
  if (call.site.issues.get(before.id)?.statusId !== before.statusId) {
    throw new Refusal(409, ['The issue was changed by somebody else while its transition was validated.']);
  }
}
