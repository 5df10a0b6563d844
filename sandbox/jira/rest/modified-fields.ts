import { issueFields, selectFields } from '../beans/issue-fields';
import type { IssueForm } from './issue-form';
import type { Call } from './route';
import type { Issue } from '../model';

/**
 * What a form changes, as function validators are told of it: in REST's format, emptied lists null, people by account id alone
 * (docs/platform.md A.4).
 * @param before null where the issue is being created: then whatever the form names is told
 */
export function modifiedBy(call: Call, form: IssueForm, before: Issue | null, after: Issue): Record<string, unknown> {
  const names = [...Object.keys(form.fields ?? {}), ...Object.keys(form.update ?? {})];
  const selected = selectFields(call.site, names, false);
  const was = before === null ? {} : issueFields(call.site, before, selected, call.viewer);
  const is = issueFields(call.site, after, selected, call.viewer);
  const changed = Object.entries(is).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name]));
  return Object.fromEntries(changed.map(([name, value]) => [name, told(name, value, after)] as const));
}

function told(name: string, value: unknown, after: Issue): unknown {
  if (name === 'assignee' || name === 'reporter') {
    return after[name] === null ? null : { accountId: after[name] };
  }
  return Array.isArray(value) && value.length === 0 ? null : value;
}
