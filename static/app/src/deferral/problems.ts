import type { RequestDeferralsView } from '../../../../src/contracts/deferrals';
import { listedKeys } from './deferral-words';

type Field = RequestDeferralsView['results'][number]['problems'][number]['field'];
/** What stands against a request, by the field where it is put right. */
export type Problems = ReadonlyMap<Field, string>;

/** One sentence a field; one that is not about every defect says which ones it is about. */
export function problemsOf(results: RequestDeferralsView['results']): Problems {
  const said = new Map<Field, Map<string, string[]>>();
  for (const { key, issueId, problems } of results) {
    for (const { field, message } of problems) {
      const messages = said.get(field) ?? new Map<string, string[]>();
      messages.set(message, [...(messages.get(message) ?? []), key ?? issueId]);
      said.set(field, messages);
    }
  }
  const about = (message: string, keys: readonly string[]): string =>
    keys.length === results.length ? message : `${listedKeys(keys)}: ${message}`;
  return new Map(
    [...said].map(([field, messages]) => [field, [...messages].map(([message, keys]) => about(message, keys)).join(' ')]),
  );
}
