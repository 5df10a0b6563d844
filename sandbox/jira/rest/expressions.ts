import { z } from 'zod';
import { analyseExpression, evaluateExpression, ExpressionEvaluationError, ExpressionSyntaxError, toJson } from '../expressions';
import { freeContext } from '../expression-context/free-context';
import { jiraConstructors } from '../expression-context/constructors';
import { issueFor, projectFor } from './find-for-call';
import { badRequest, Refusal } from './refusal';
import { readBody } from './read-request';
import { ok } from './route';
import { runSearch } from './run-search';
import type { Answer, Call, Route } from './route';

export const expressions: readonly Route[] = [
  { method: 'POST', path: '/rest/api/3/expression/evaluate', handle: evaluate },
  { method: 'POST', path: '/rest/api/3/expression/analyse', handle: analyse },
];

const idOrKey = z.object({ id: z.union([z.number(), z.string()]).optional(), key: z.string().optional() });
const evaluateBody = z.strictObject({
  expression: z.string(),
  context: z
    .strictObject({
      issue: idOrKey.optional(),
      project: idOrKey.optional(),
      issues: z
        .object({
          jql: z.object({ query: z.string(), maxResults: z.number().int().optional(), nextPageToken: z.string().optional() }),
        })
        .optional(),
    })
    .optional(),
});

function evaluate(call: Call): Answer {
  const { expression, context } = readBody(call, evaluateBody);
  const named = (reference: z.infer<typeof idOrKey>) => String(reference.id ?? reference.key ?? '');
  const { site, viewer } = call;
  const issue = context?.issue === undefined ? undefined : issueFor(call, named(context.issue));
  const project = context?.project === undefined ? undefined : projectFor(call, named(context.project));
  const jql = context?.issues?.jql;
  const found = jql === undefined ? undefined : runSearch(call, jql.query).slice(0, jql.maxResults ?? 1000);
  const variables = freeContext(site, viewer, { issue, project, issues: found, isApp: call.actor.kind === 'app' });
  try {
    const { value, meta } = evaluateExpression(expression, variables, {
      now: new Date(site.now()),
      timeZone: site.users.get(viewer.accountId ?? '')?.timeZone ?? 'UTC',
      missingMapKey: site.switches.missingMapKey,
      constructors: jiraConstructors(site, viewer),
    });
    return ok({ value: toJson(value), ...(call.query.get('expand') === 'meta.complexity' ? { meta } : {}) });
  } catch (error) {
    if (error instanceof ExpressionEvaluationError || error instanceof ExpressionSyntaxError) {
      throw badRequest(error.message);
    }
    throw error;
  }
}

const analyseBody = z.strictObject({
  expressions: z.array(z.string()).min(1).max(20),
  contextVariables: z.record(z.string(), z.string()).optional(),
});

function analyse(call: Call): Answer {
  const check = call.query.get('check') ?? 'syntax';
  if (check === 'type') {
    throw new Refusal(501, ['The sandbox does not model POST /rest/api/3/expression/analyse?check=type']);
  }
  if (check !== 'syntax' && check !== 'complexity') {
    throw badRequest("The query parameter 'check' takes syntax, type and complexity.");
  }
  const results = readBody(call, analyseBody).expressions.map((expression) => {
    const { valid, errors, complexity } = analyseExpression(expression);
    const { expensiveOperations } = complexity;
    return {
      expression,
      valid,
      ...(errors.length === 0 ? {} : { errors }),
      ...(check === 'complexity' ? { complexity: { expensiveOperations, variables: {} } } : {}),
    };
  });
  return ok({ results });
}
