import { noteFailedExpression } from '../gates/shell';
import { readClock } from '../platform/clock';
import { failedExpressionSchema } from './event-payloads';
import { handleEvent } from './handle-event';

/** Jira could not evaluate a rule of the app: the transition was hidden or refused, and only this event tells. */
export function expressionFailed(event: unknown) {
  return handleEvent('failed-expression', failedExpressionSchema, event, async (parsed) => {
    const place = {
      rule: parsed.extensionId.slice(parsed.extensionId.lastIndexOf('/') + 1),
      workflow: parsed.workflowName ?? '',
      transition: parsed.context?.transition?.name ?? '',
    };
    await noteFailedExpression(place, withoutQuotations(parsed.errorMessages?.[0] ?? ''), readClock());
  });
}

/** What a message quotes may be text of an issue. */
function withoutQuotations(message: string): string {
  return message.replace(/"[^"]*"?|'[^']*'?|`[^`]*`?/g, '…');
}
