import type { DeferralOptionsView, RequestDeferralsView } from '../../../../src/contracts/deferrals';
import type { Answer } from '../../../../src/contracts/screen';
import { askInTurns, optionsInTurns } from './in-turns';

const ids = (count: number, from = 1): string[] => Array.from({ length: count }, (_, n) => String(from + n));
const busy = { kind: 'failed', title: 'Jira is busy', message: 'Try again in 30 seconds.' } as const;
const unseen = { kind: 'refused', title: 'Nothing to defer', message: 'None that you may see.' } as const;
const release = (id: string) => ({ id, name: id, releaseDate: null });

const options = (issueIds: readonly string[], change: Partial<DeferralOptionsView> = {}): DeferralOptionsView => ({
  ...{ now: '2026-11-02T09:00:00.000Z', project: { id: '1', key: 'SHOP', name: 'Shop' }, reasons: [], leastWords: 8 },
  ...{ mostCharacters: 2000, releases: [release('9')], latestDay: '2026-12-02', earliestDay: '2026-11-02', needsControl: false },
  defects: issueIds.map((id) => ({
    ...{ id, key: `SHOP-${id}`, summary: 'x', severity: 'S3', planned: [], k: 1, maxDays: 90, latestDay: '2026-12-02' },
    ...{ needsControl: false, approver: 'Somebody approves it.', approvers: [], refusal: null },
  })),
  hidden: 0,
  ...change,
});

/** Answers each turn by its place. */
function offering(answers: readonly ((issueIds: readonly string[]) => Answer<DeferralOptionsView>)[]) {
  const turns: number[] = [];
  const ask = ({ issueIds }: { issueIds: string[] }): Promise<Answer<DeferralOptionsView>> => {
    turns.push(issueIds.length);
    return Promise.resolve(answers[turns.length - 1]?.(issueIds) ?? busy);
  };
  return { ask, turns };
}
const ok =
  (change: Partial<DeferralOptionsView> = {}) =>
  (issueIds: readonly string[]): Answer<DeferralOptionsView> => ({ kind: 'ok', view: options(issueIds, change) });

describe('what is offered for', () => {
  test.each([
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('%d defects is asked in turns of %j', async (count, turns) => {
    const asked = offering([ok(), ok(), ok()]);
    const answer = await optionsInTurns(asked.ask, { projectId: '1', issueIds: ids(count) });
    expect(asked.turns).toEqual(turns);
    expect(answer.kind === 'ok' && answer.view.defects.map(({ id }) => id)).toEqual(ids(count));
  });

  test('several turns holds for all of them', async () => {
    const first = ok({ releases: ['7', '8', '9'].map(release), latestDay: '2026-11-16', needsControl: true, hidden: 2 });
    const { ask } = offering([first, ok({ releases: ['8', '9', '10'].map(release), hidden: 1 })]);
    const answer = await optionsInTurns(ask, { projectId: '1', issueIds: ids(150) });
    if (answer.kind !== 'ok') throw new Error(answer.message);
    const { releases, latestDay, needsControl, hidden } = answer.view;
    expect({ releases: releases.map(({ id }) => id), latestDay, needsControl, hidden }).toEqual({
      ...{ releases: ['8', '9'], latestDay: '2026-11-16', needsControl: true, hidden: 3 },
    });
  });

  test.each([0, 1])('several turns is not narrowed by turn %d, of which nothing can be deferred', async (place) => {
    const none = (issueIds: readonly string[]): Answer<DeferralOptionsView> => {
      const view = options(issueIds, { releases: [], latestDay: '2026-11-02', needsControl: true });
      return { kind: 'ok', view: { ...view, defects: view.defects.map((one) => ({ ...one, refusal: 'It is done.' })) } };
    };
    const { ask } = offering(place === 0 ? [none, ok()] : [ok(), none]);
    const answer = await optionsInTurns(ask, { projectId: '1', issueIds: ids(150) });
    if (answer.kind !== 'ok') throw new Error(answer.message);
    expect(answer.view).toMatchObject({ releases: [release('9')], latestDay: '2026-12-02', needsControl: false });
    expect(answer.view.defects.map(({ id }) => id)).toEqual(ids(150));
  });

  test('a turn of which the viewer may see nothing leaves the others', async () => {
    const { ask } = offering([() => unseen, ok()]);
    const answer = await optionsInTurns(ask, { projectId: '1', issueIds: ids(150) });
    expect(answer.kind === 'ok' && [answer.view.defects.length, answer.view.hidden]).toEqual([50, 100]);
  });

  test('nothing that the viewer may see is refused, and what is not answered fails', async () => {
    const hidden = await optionsInTurns(offering([() => unseen, () => unseen]).ask, { projectId: '1', issueIds: ids(150) });
    expect(hidden).toEqual(unseen);
    expect(await optionsInTurns(offering([ok()]).ask, { projectId: '1', issueIds: ids(150) })).toEqual(busy);
  });
});

describe('a request', () => {
  const wish = { projectId: '1', reason: 'r', rationale: 'x', targetVersionId: '9', control: null, expiresOn: '2026-11-20' };
  const view = (issueIds: readonly string[]): RequestDeferralsView => {
    const results = issueIds.map((issueId) => {
      const problems = Number(issueId) % 10 === 0 ? [{ field: 'rationale' as const, message: 'Its summary.' }] : [];
      const outcome = problems.length === 0 ? ('requested' as const) : ('refused' as const);
      return { issueId, key: `SHOP-${issueId}`, outcome, deferralId: null, problems };
    });
    return { results, requested: 0, refused: 0 };
  };
  const keyed = (issueIds: readonly string[]) => issueIds.map((id) => ({ id, key: `SHOP-${id}` }));

  test('for many is sent in turns, says how far it is, and sums up', async () => {
    const progress: number[] = [];
    const sent: number[] = [];
    const ask = ({ issueIds }: { issueIds: string[] }) => {
      sent.push(issueIds.length);
      return Promise.resolve({ kind: 'ok' as const, view: view(issueIds) });
    };
    const answer = await askInTurns(ask, { ...wish, issueIds: ids(110) }, keyed(ids(110)), (n) => progress.push(n));
    expect([sent, progress]).toEqual([
      [25, 25, 25, 25, 10],
      [25, 50, 75, 100],
    ]);
    expect(answer.kind === 'ok' && [answer.view.results.length, answer.view.requested, answer.view.refused]).toEqual([
      110, 99, 11,
    ]);
  });

  test('that is not answered half-way keeps what was asked for and names the rest', async () => {
    let calls = 0;
    const ask = ({ issueIds }: { issueIds: string[] }) => {
      calls += 1;
      return Promise.resolve(calls === 2 ? busy : ({ kind: 'ok', view: view(issueIds) } as const));
    };
    const answer = await askInTurns(ask, { ...wish, issueIds: ids(250) }, keyed(ids(250)), () => undefined);
    if (answer.kind !== 'ok') throw new Error(answer.message);
    expect([calls, answer.view.requested, answer.view.refused]).toEqual([2, 23, 227]);
    expect(answer.view.results.at(-1)).toEqual({
      ...{ issueId: '250', key: 'SHOP-250', outcome: 'refused', deferralId: null },
      problems: [{ field: 'defect', message: busy.message }],
    });
  });

  test('whose first call is not answered has asked for nothing', async () => {
    const ask = () => Promise.resolve(busy);
    expect(await askInTurns(ask, { ...wish, issueIds: ids(150) }, keyed(ids(150)), () => undefined)).toEqual(busy);
  });
});
