import { call } from '../../../bridge/call';
import type { Place } from '../control/control-call';

interface Outcome {
  /** Why it was not done; null where it was. */
  readonly problem: string | null;
  /** What was done, to be told. */
  readonly sentence: string;
}

type Answered = Awaited<ReturnType<typeof call<'changeFreeze'>>>;

function outcomeOf(answer: Answered): Outcome {
  if (answer.kind !== 'ok') return { problem: answer.message, sentence: '' };
  if (answer.view.kind === 'refused') return { problem: answer.view.message, sentence: '' };
  return { problem: null, sentence: answer.view.sentence };
}

export async function changeFreeze(place: Place, act: 'begin' | 'end', because: string): Promise<Outcome> {
  return outcomeOf(await call('changeFreeze', { ...place, act, because }));
}

export async function approveException(place: Place, defectId: string): Promise<Outcome> {
  return outcomeOf(await call('decideException', { ...place, defectId, act: 'approve' }));
}

export async function endException(place: Place, defectId: string, act: 'refuse' | 'revoke', because: string): Promise<Outcome> {
  return outcomeOf(await call('decideException', { ...place, defectId, act, because }));
}
