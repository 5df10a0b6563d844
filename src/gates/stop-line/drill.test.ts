import fc from 'fast-check';
import { hour, plus } from '../../kernel/instant';
import { actOnDrill, drillAdvanced, drillTimes, nextOfDrill, startDrill } from './drill';
import type { Drill } from './drill';

/** Says at least this. */
const saying = (text: string): unknown => expect.stringContaining(text);

const now = '2026-11-02T09:00:00.000Z';
const after = (seconds: number) => plus(now, seconds * 1000);
const started = startDrill({
  ...{ projectId: '1', version: { id: '10', name: '4.2.0' }, stage: { key: 'staging', name: 'Staging' }, stages: ['production'] },
  ...{ n: 1, who: 'rhea', now },
});
const advanced = (drill: Drill, act: 'stopped' | 'told' | 'not-told' | 'lapsed', at: string) =>
  drillAdvanced(drill, { act, at, because: 'So.' }) ?? drill;
const acting = (who: string, parts: { mayLift?: boolean; because?: string; now?: string } = {}) => ({
  ...{ who, mayLift: true, because: 'The fix could be switched on.', now: after(60) },
  ...parts,
});
const acted = (drill: Drill, who: string, at: string, act: 'agree' | 'call-off' = 'agree'): Drill => {
  const outcome = actOnDrill(drill, act, acting(who, { now: at }));
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.drill;
};
const told = advanced(advanced(started, 'stopped', after(1.24)), 'told', after(3));

test('the app stops, tells and waits for two people; the times are from its start', () => {
  expect(nextOfDrill(started, now)).toBe('stop');
  expect(nextOfDrill(advanced(started, 'stopped', now), now)).toBe('tell');
  expect(nextOfDrill(told, now)).toBeNull();
  const over = acted(acted(told, 'rhea', after(60)), 'omar', after(90));
  expect(over.state).toBe('over');
  expect(drillTimes(over)).toEqual({ stopped: 1.2, told: 3, first: 60, second: 90 });
});

test('what the app did it does not do again', () => {
  expect(drillAdvanced(told, { act: 'stopped', at: now, because: '' })).toBeNull();
  expect(drillAdvanced(told, { act: 'not-told', at: now, because: '' })).toBeNull();
});

test.each([
  ['who may not', told, { mayLift: false }, 'may lift holds'],
  ['nobody without a reason', told, { because: ' ' }, 'Say why'],
  ['anybody before the line would be stopped', started, {}, 'being stopped'],
  ['anybody after a day', told, { now: plus(now, 24 * hour) }, 'over'],
  ['the same person twice', acted(told, 'omar', after(5)), {}, 'somebody else'],
])('agreed to by %s: refused', (_name, drill, parts, message) => {
  expect(actOnDrill(drill, 'agree', acting('omar', parts))).toEqual({ kind: 'refused', message: saying(message) });
});

test('nobody waits for ever: it is called off by one, or lapses after a day', () => {
  expect(acted(started, 'omar', after(1), 'call-off').state).toBe('called-off');
  expect(nextOfDrill(told, plus(now, 24 * hour))).toBe('lapse');
  expect(advanced(told, 'lapsed', plus(now, 24 * hour)).state).toBe('lapsed');
  expect(drillTimes(advanced(started, 'lapsed', now))).toEqual({ stopped: null, told: null, first: null, second: null });
});

test('no sequence ends a drill as agreed with fewer than two different people', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('app' as const),
      act: fc.constantFrom('stopped' as const, 'told' as const, 'not-told' as const),
    }),
    fc.record({ kind: fc.constant('person' as const), who: fc.constantFrom('rhea', 'omar', 'tess'), mayLift: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let drill = started;
      const agreed = new Set<string>();
      for (const one of steps) {
        if (one.kind === 'app') drill = advanced(drill, one.act, after(2));
        else {
          const outcome = actOnDrill(drill, 'agree', acting(one.who, { mayLift: one.mayLift }));
          if (outcome.kind === 'done') {
            drill = outcome.drill;
            agreed.add(one.who);
          }
        }
        expect(drill.state).toBe(agreed.size === 2 ? 'over' : 'running');
        expect(drill.events.filter(({ act }) => act === 'stopped').length).toBeLessThanOrEqual(1);
      }
    }),
  );
});
