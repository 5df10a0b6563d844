import './parse-without-eval';
import { invoke } from '@forge/bridge';
import { z } from 'zod';
import { bridgeCalls, type BridgeCall, type BridgePayload, type BridgeView } from '../../../../src/contracts/bridge';
import type { Answer } from '../../../../src/contracts/screen';

const wordsSchema = { title: z.string(), message: z.string() };
const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok'), view: z.unknown() }),
  z.object({ kind: z.literal('refused'), ...wordsSchema }),
  z.object({ kind: z.literal('failed'), ...wordsSchema }),
]);

/** Why there is nothing to show, in words for people. */
export type Problem = Exclude<Answer<never>, { kind: 'ok' }>;

const noAnswer: Problem = {
  kind: 'failed',
  title: 'Holdpoint is not answering',
  message: 'Gates that are enforced stay shut meanwhile. Try again in a minute.',
};
const unreadable: Problem = {
  kind: 'failed',
  title: 'This page and Holdpoint are of different versions',
  message: 'Reload the page. If that does not help, tell your Jira admin: an update may be under way.',
};

/** The same table by name, so that a call's view keeps its own type. */
const calls: { readonly [Name in BridgeCall]: { readonly view: z.ZodType<BridgeView<Name>> } } = bridgeCalls;

/** An answer as it came, held against what was agreed. */
export function readAnswer<View>(raw: unknown, schema: z.ZodType<View>): Answer<View> {
  const answer = answerSchema.safeParse(raw);
  if (!answer.success) return unreadable;
  if (answer.data.kind !== 'ok') return answer.data;
  const view = schema.safeParse(answer.data.view);
  return view.success ? { kind: 'ok', view: view.data } : unreadable;
}

/** Asks the back end. Never rejects: an answer that cannot be had or read is `failed`, so no screen mistakes it for a view. */
export async function call<Name extends BridgeCall>(name: Name, request: BridgePayload<Name>): Promise<Answer<BridgeView<Name>>> {
  try {
    return readAnswer(await invoke<unknown>(name, request), calls[name].view);
  } catch {
    return noAnswer;
  }
}
