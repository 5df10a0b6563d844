import type { BridgePayload } from '../../../../src/contracts/bridge';
import { mostDeferralsAtOnce, type DeferralOptionsView, type RequestDeferralsView } from '../../../../src/contracts/deferrals';
import type { Answer } from '../../../../src/contracts/screen';

type OptionsRequest = BridgePayload<'deferralOptions'>;
type DeferralRequest = BridgePayload<'requestDeferrals'>;
type Result = RequestDeferralsView['results'][number];

/** Each request is entered in the ledger and told to people: so many are answered well within the time that a call has. */
const askedAtOnce = 25;

/** What the dialog offers for all of these defects, however many: as if it were read at once. @param ask reads it for some of them */
export async function optionsInTurns(
  ask: (request: OptionsRequest) => Promise<Answer<DeferralOptionsView>>,
  { projectId, issueIds }: OptionsRequest,
): Promise<Answer<DeferralOptionsView>> {
  let all: DeferralOptionsView | null = null;
  let refusal: Exclude<Answer<never>, { kind: 'ok' }> | null = null;
  let unseen = 0;
  for (const some of turnsOf(issueIds, mostDeferralsAtOnce)) {
    const answer = await ask({ projectId, issueIds: some });
    if (answer.kind === 'failed') return answer;
    if (answer.kind === 'ok') all = all === null ? answer.view : together(all, answer.view);
    else {
      // None of these is for the viewer; others may be.
      refusal ??= answer;
      unseen += some.length;
    }
  }
  if (all !== null) return { kind: 'ok', view: { ...all, hidden: all.hidden + unseen } };
  return refusal ?? { kind: 'failed', title: 'Nothing to defer', message: 'Choose a defect first.' };
}

function together(one: DeferralOptionsView, other: DeferralOptionsView): DeferralOptionsView {
  const all = { defects: [...one.defects, ...other.defects], hidden: one.hidden + other.hidden };
  // Where nothing can be deferred, what is offered narrows nothing for the others.
  if (!isAny(other)) return { ...one, ...all };
  if (!isAny(one)) return { ...other, ...all };
  return {
    ...other,
    ...all,
    releases: one.releases.filter(({ id }) => other.releases.some((release) => release.id === id)),
    latestDay: one.latestDay < other.latestDay ? one.latestDay : other.latestDay,
    needsControl: one.needsControl || other.needsControl,
  };
}

function isAny({ defects }: DeferralOptionsView): boolean {
  return defects.some(({ refusal }) => refusal === null);
}

/**
 * Asks for deferrals, some in each call. Where a call is not answered, those before it stay asked for, and the rest is
 * refused with what was said. Where the very first is not, its answer is that of all.
 * @param ask sends a request
 * @param defects keys of those that are asked for
 * @param onTurn is told how many have been sent, before each further call
 */
export async function askInTurns(
  ask: (request: DeferralRequest) => Promise<Answer<RequestDeferralsView>>,
  request: DeferralRequest,
  defects: readonly { readonly id: string; readonly key: string }[],
  onTurn: (sent: number) => void,
): Promise<Answer<RequestDeferralsView>> {
  const keys = new Map(defects.map(({ id, key }) => [id, key]));
  const results: Result[] = [];
  for (const issueIds of turnsOf(request.issueIds, askedAtOnce)) {
    if (results.length > 0) onTurn(results.length);
    const answer = await ask({ ...request, issueIds });
    if (answer.kind === 'ok') results.push(...answer.view.results);
    else if (results.length === 0) return answer;
    else {
      const rest = request.issueIds.slice(results.length);
      results.push(...rest.map((issueId) => notSent(issueId, keys.get(issueId) ?? null, answer.message)));
      break;
    }
  }
  const count = (wanted: Result['outcome']): number => results.filter(({ outcome }) => outcome === wanted).length;
  return { kind: 'ok', view: { results, requested: count('requested'), refused: count('refused') } };
}

function notSent(issueId: string, key: string | null, message: string): Result {
  return { ...{ issueId, key, outcome: 'refused', deferralId: null }, problems: [{ field: 'defect', message }] };
}

function turnsOf(issueIds: readonly string[], most: number): string[][] {
  const turns: string[][] = [];
  for (let start = 0; start < issueIds.length; start += most) turns.push(issueIds.slice(start, start + most));
  return turns;
}
