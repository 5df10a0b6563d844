import { isRecord, textOr } from './channel';
import { showClock } from './clock-badge';

/** Where a screen of the app stands on the page; the server decides for whom it is and what of it the viewer may see. */
export type Place = Readonly<Record<string, string>>;

/** Asks the sandbox's server for the page; rejects with the server's sentence. */
export async function ask(
  endpoint: 'context' | 'invoke' | 'fetch-product' | 'rule-config' | 'gadget-config',
  body: unknown,
): Promise<unknown> {
  const response = await fetch(`/sandbox-chrome/${endpoint}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!isRecord(answer)) throw new Error(`The sandbox gave no answer to ${endpoint}.`);
  if (typeof answer['clockOffset'] === 'number') showClock(answer['clockOffset']);
  if (answer['ok'] !== true) throw new Error(textOr(answer['message'], `The sandbox refused ${endpoint}.`));
  return answer['value'];
}

/** Notes a bridge call in `/sandbox/trace`; never gets in the way of the call itself. */
export function note(kind: 'bridge' | 'unmodelled', what: string, status: string): void {
  const body = JSON.stringify({ kind, what, status });
  void fetch('/sandbox-chrome/trace', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: true,
  }).catch(() => undefined);
}
