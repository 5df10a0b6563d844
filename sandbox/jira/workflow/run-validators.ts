import { z } from 'zod';
import { typeOf } from '../expressions';
import { emitFailedExpression, evaluateRule } from './evaluate-rule';
import type { AppValidator } from '../jira';
import type { RuleSetting } from '../expression-context/rule-context';
import type { Site } from '../site/site';
import type { Issue, RuleUse, Transition, Workflow } from '../model';

export interface Attempt {
  /** Null where the transition creates the issue. */
  readonly before: Issue | null;
  /** With the edits of the transition screen. */
  readonly after: Issue;
  readonly transition: Transition;
  readonly workflow: Workflow;
  readonly accountId: string | null;
  /** What the transition's form changes, as function validators are told of it. */
  readonly modifiedFields: Readonly<Record<string, unknown>>;
}

const verdict = z.object({ result: z.boolean(), errorMessage: z.string().optional() });

/** Runs all validators of a transition, in order; the messages of those that refuse. None: the transition may pass. */
export async function refusals(site: Site, attempt: Attempt): Promise<string[]> {
  const messages: string[] = [];
  for (const use of attempt.transition.validators) {
    const validator = site.app?.validators.find((candidate) => candidate.moduleKey === use.moduleKey);
    const message =
      validator === undefined
        ? 'The app that provides this rule is not installed.'
        : await refusal(site, validator, use, attempt);
    if (message !== null) {
      messages.push(message);
    }
  }
  return messages;
}

async function refusal(site: Site, validator: AppValidator, use: RuleUse, attempt: Attempt): Promise<string | null> {
  if (validator.functionKey !== null) {
    return await refusalByFunction(site, validator, validator.functionKey, use, attempt);
  }
  return refusalByExpression(site, validator, validator.expression ?? '', use, attempt);
}

/** `true` passes; a text is the message; anything else, or an error, refuses and raises the event (docs/platform.md A.4). */
function refusalByExpression(
  site: Site,
  validator: AppValidator,
  expression: string,
  use: RuleUse,
  attempt: Attempt,
): string | null {
  const { before, after, transition, workflow, accountId } = attempt;
  const originalIssue = before ?? undefined;
  const setting: RuleSetting = { issue: after, originalIssue, transition, workflow, accountId, config: use.config };
  const result = evaluateRule(site, expression, setting);
  if (result.kind === 'value') {
    if (result.value === true) return null;
    if (typeof result.value === 'string') return result.value;
    if (result.value === false) return defaultMessage(validator);
  }
  const messages = result.kind === 'failed' ? result.messages : [`The expression gave ${typeOf(result.value)}, not a Boolean.`];
  emitFailedExpression(site, { use, kind: 'validator', expression }, setting, messages);
  return defaultMessage(validator);
}

/**
 * What a function is told of an issue that is being created is UNCONFIRMED: here no key and no status before.
 * What Jira does where the function throws or times out is UNCONFIRMED: the switch `validatorFailure`.
 */
async function refusalByFunction(
  site: Site,
  validator: AppValidator,
  functionKey: string,
  use: RuleUse,
  attempt: Attempt,
): Promise<string | null> {
  const payload = {
    issue: { key: attempt.before?.key ?? null },
    configuration: use.config,
    transition: {
      from: attempt.before === null ? null : { id: attempt.before.statusId },
      to: { id: attempt.transition.to },
      modifiedFields: attempt.modifiedFields,
    },
  };
  const answer = await outcome(site, functionKey, payload);
  const parsed = verdict.safeParse(answer);
  if (!parsed.success) {
    return site.switches.validatorFailure === 'pass' ? null : defaultMessage(validator);
  }
  return parsed.data.result ? null : (parsed.data.errorMessage ?? defaultMessage(validator));
}

async function outcome(site: Site, functionKey: string, payload: unknown): Promise<unknown> {
  try {
    return await site.app?.runFunctionValidator(functionKey, payload);
  } catch {
    return undefined;
  }
}

function defaultMessage(validator: AppValidator): string {
  return validator.errorMessage ?? `The validator '${validator.name}' did not let this transition pass.`;
}
