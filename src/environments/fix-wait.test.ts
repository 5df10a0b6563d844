import { fixWait } from './fix-wait';
import type { FixInStage, FixWait } from './fix-wait';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 1, hour)).toISOString();
const on = (hour: number, build = 'b2') => ({ at: at(hour), build });
const facts = (fix: number | null, seen: FixInStage['facts'] | { at: string; build: string } | null = null, green = null) => ({
  ...{ seen: seen as { at: string; build: string } | null, green, workaround: null },
  fix: fix === null ? null : { ...on(fix), state: 'live' as const },
});
const said = (state: 'fixed' | 'not-reproduced' | 'reproduced', hour: number, build = 'b2') => ({
  ...{ state, build, note: '', at: at(hour), by: 'p' },
});
const verified = (since: number, until: number): FixWait => ({ since: at(since), until: at(until), verified: true });
const waits = (since: number, until: number): FixWait => ({ since: at(since), until: at(until), verified: false });

test.each<[string, Partial<FixInStage>, FixWait | null]>([
  ['nothing is known of it', {}, null],
  ['done, and nobody told of its fix or looked', { doneAt: at(1) }, waits(1, 20)],
  ['done, and somebody looked', { doneAt: at(1), said: said('fixed', 4) }, verified(1, 4)],
  ['somebody looked before it was done', { doneAt: at(5), said: said('not-reproduced', 4) }, verified(5, 5)],
  ['deployed, and not verified', { facts: facts(2), doneAt: at(1) }, waits(2, 20)],
  ['the first green run counts, not the newest', { facts: facts(2), green: [on(9), on(6), on(1)] }, verified(2, 6)],
  ['a person was quicker than the run', { facts: facts(2), said: said('fixed', 4), green: [on(6)] }, verified(2, 4)],
  ['a run was quicker than the person', { facts: facts(2), said: said('fixed', 8), green: [on(6)] }, verified(2, 6)],
  ['seen to fail: it waits no longer', { facts: facts(2, on(5)), green: [] }, waits(2, 5)],
  ['green on the build on which it was seen since', { facts: facts(2, on(5)), green: [on(7)] }, waits(2, 5)],
  ['verified, and seen again later', { facts: facts(2, on(9)), green: [on(6)] }, verified(2, 6)],
  ['seen before it was deployed', { facts: facts(2, on(1)), green: [on(3)] }, verified(2, 3)],
  ['the runs of then are not looked at', { facts: facts(2), green: [on(6)], runsSince: at(4) }, null],
  ['a person said that it is there', { doneAt: at(1), said: said('reproduced', 4) }, waits(1, 20)],
])('%s', (_, parts, expected) => {
  const nothing = { stage: 'staging', facts: null, said: null, green: [], runsSince: null, doneAt: null };
  const fix = { ...nothing, ...parts };
  // The newest green run is what is kept of them.
  const [newest = null] = [...fix.green].sort((a, b) => (a.at < b.at ? 1 : -1));
  const kept = fix.facts === null ? null : { ...fix.facts, green: newest };
  expect(fixWait({ ...fix, facts: kept }, at(20))).toEqual(expected);
});
