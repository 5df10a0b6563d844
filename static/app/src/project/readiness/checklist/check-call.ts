import type { CheckView } from '../../../../../../src/contracts/gate-checks';
import { call } from '../../../bridge/call';
import type { Place } from '../control/control-call';

interface Outcome {
  /** Why it was not done; null where it was. */
  readonly problem: string | null;
  /** Whether the problem is with what the person gave. */
  readonly isEvidence: boolean;
  /** What was done, to be told. */
  readonly sentence: string;
}

type Answered = Awaited<ReturnType<typeof call<'confirmCheck'>>>;

function outcomeOf(answer: Answered): Outcome {
  if (answer.kind !== 'ok') return { problem: answer.message, isEvidence: false, sentence: '' };
  const { view } = answer;
  if (view.kind === 'refused') return { problem: view.message, isEvidence: view.field === 'evidence', sentence: '' };
  return { problem: null, isEvidence: false, sentence: view.sentence };
}

/** Confirms it for the builds that the viewer sees as judged. */
export async function confirm(place: Place, { stage, name, builds }: CheckView, evidence: string): Promise<Outcome> {
  return outcomeOf(await call('confirmCheck', { ...place, stage: stage.key, name, evidence, builds }));
}

export async function takeBack(place: Place, { stage, name }: CheckView, because: string): Promise<Outcome> {
  return outcomeOf(await call('withdrawCheck', { ...place, stage: stage.key, name, because }));
}
