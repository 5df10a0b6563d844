import { call } from '../../../bridge/call';

/** The release that is acted on. */
export interface Place {
  readonly projectId: string;
  readonly versionId: string;
}

/** What came of an act. */
export interface Outcome {
  /** Why it was not done; null where it was. */
  readonly problem: string | null;
  /** What was done, to be told. */
  readonly sentence: string;
}

type Answered = Awaited<ReturnType<typeof call<'placeHold'>>>;

function outcomeOf(answer: Answered): Outcome {
  if (answer.kind !== 'ok') return { problem: answer.message, sentence: '' };
  if (answer.view.kind === 'refused') return { problem: answer.view.message, sentence: '' };
  return { problem: null, sentence: answer.view.sentence };
}

/** @param stages keys; null for every one */
export async function placeHold(place: Place, stages: string[] | null, because: string): Promise<Outcome> {
  return outcomeOf(await call('placeHold', { ...place, stages, because }));
}

export async function liftHold(place: Place, holdId: string, because: string): Promise<Outcome> {
  return outcomeOf(await call('liftHold', { ...place, holdId, because }));
}

/** @param stage key of the one in which an S1 is thought to be seen */
export async function startDrill(place: Place, stage: string): Promise<Outcome> {
  return outcomeOf(await call('startDrill', { ...place, stage }));
}

export async function actOnDrill(place: Place, drillId: string, act: 'agree' | 'call-off', because: string): Promise<Outcome> {
  return outcomeOf(await call('actOnDrill', { ...place, drillId, act, because }));
}

export async function approveOverride(place: Place, overrideId: string): Promise<Outcome> {
  return outcomeOf(await call('decideOverride', { ...place, act: 'approve', overrideId }));
}

export async function endOverride(place: Place, act: 'refuse' | 'revoke', overrideId: string, because: string): Promise<Outcome> {
  return outcomeOf(await call('decideOverride', { ...place, act, overrideId, because }));
}
