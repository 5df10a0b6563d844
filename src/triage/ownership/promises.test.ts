import fc from 'fast-check';
import { day, minute } from '../../kernel/instant';
import type { OwnershipConfig, Rota } from './config';
import { digestsDue } from './digest';
import { escalationOf } from './escalation';
import { ownerOf } from './owner';
import { aConfig } from './ownership.fixture';

const start = Date.parse('2026-10-20T00:00:00.000Z');
const at = (minutes: number) => new Date(start + minutes * minute).toISOString();
const moment = fc.nat(40 * 1440).map(at);
const date = fc.oneof(
  { weight: 9, arbitrary: fc.nat(60).map((n) => new Date(start + (n - 10) * day).toISOString().slice(0, 10)) },
  { weight: 1, arbitrary: fc.constantFrom('', '2026-02-30', 'soon') },
);
const person: fc.Arbitrary<string> = fc.constantFrom('ada', 'bo', 'cem', 'dee', 'lea', 'rim', 'gone', '', '__proto__');
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC', 'Moon/Tycho');
const component = fc.constantFrom('Payments', 'Basket', 'Search', '');
const who = fc.oneof(
  fc.constantFrom({ kind: 'deputy' as const }, { kind: 'lead' as const }, { kind: 'release-managers' as const }),
  person.map((accountId) => ({ kind: 'person' as const, accountId })),
);
const rota: fc.Arbitrary<Rota> = fc.record({
  component,
  calendar: fc.constantFrom('Berlin', 'Boston', 'none'),
  members: fc.array(person, { maxLength: 4 }),
  rotation: fc.record({
    kind: fc.constantFrom('weekly' as const, 'daily' as const),
    start: date,
    handOver: fc.constantFrom('00:00', '02:30', '09:00', '24:00', 'nine'),
    zone,
  }),
  deputies: fc.array(fc.record({ accountId: person, of: fc.option(person) }), { maxLength: 4 }),
  ladder: fc.array(fc.record({ afterMinutes: fc.constantFrom(0, 60, 480, 4800, -1, NaN), who }), { maxLength: 3 }),
});
const config: fc.Arbitrary<OwnershipConfig> = fc
  .record({
    rotas: fc.array(rota, { maxLength: 4 }),
    defaultRota: fc.option(rota),
    absences: fc.array(fc.record({ accountId: person, from: date, to: date }), { maxLength: 12 }),
    releaseManagers: fc.array(person, { maxLength: 2 }),
    zone,
    lead: person,
    leads: fc.array(fc.tuple(component, person), { maxLength: 4 }),
    known: fc.subarray([...aConfig().people]),
  })
  .map(({ known, leads, ...parts }) => aConfig({ ...parts, people: new Map(known), componentLeads: new Map(leads) }));
const defect = fc.record({
  components: fc.array(component, { maxLength: 3 }),
  assignee: fc.option(person, { freq: 3 }),
  startedAt: moment,
  componentSince: fc.option(moment),
  resolved: fc.constant(false),
  decidedAt: fc.constant(null),
});

/** Whether somebody can be asked, by another way than the code's: the date in the person's zone, looked up in every absence. */
function canBeAsked({ people, calendars, absences, zone: own }: OwnershipConfig, accountId: string, now: string): boolean {
  const known = people.get(accountId);
  if (known === undefined) return false;
  const where = calendars.find(({ name }) => name === known.calendar)?.zone ?? (own === 'Moon/Tycho' ? 'UTC' : own);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: where }).format(new Date(now));
  return !absences.some(
    (one) => one.accountId === accountId && one.from.length === 10 && one.to.length === 10 && covers(one, today),
  );
}

function covers({ from, to }: { readonly from: string; readonly to: string }, today: string): boolean {
  return from !== '2026-02-30' && to !== '2026-02-30' && from <= today && today <= to;
}

/** Members and deputies for all on the rotas of these components that have surely begun. */
function onRotas({ rotas }: OwnershipConfig, components: readonly string[], now: string): readonly string[] {
  const begun = new Date(Date.parse(now) - 3 * day).toISOString().slice(0, 10);
  return rotas
    .filter((one) => components.includes(one.component) && one.members.length > 0)
    .filter(({ rotation }) => /^2026-(?!02)/.test(rotation.start) && rotation.start < begun)
    .filter(({ rotation }) => rotation.handOver !== 'nine' && rotation.zone !== 'Moon/Tycho')
    .flatMap(({ members, deputies }) => [
      ...members,
      ...deputies.filter(({ of }) => of === null).map(({ accountId }) => accountId),
    ]);
}

/** Those who lead these components. */
function leading({ componentLeads }: OwnershipConfig, components: readonly string[]): readonly string[] {
  return components.flatMap((name) => componentLeads.get(name) ?? []);
}

test('whatever is configured, somebody owns every defect, and nobody who is away while another could', () => {
  fc.assert(
    fc.property(config, defect, moment, (given, one, now) => {
      const owner = ownerOf(given, one, now);
      const last = owner.kind === 'lead' || owner.kind === 'release-manager';
      if (last || owner.kind === 'component-lead')
        expect(onRotas(given, one.components, now).filter((other) => canBeAsked(given, other, now))).toEqual([]);
      if (last || owner.why.includes('the default rota'))
        expect(leading(given, one.components).filter((other) => canBeAsked(given, other, now))).toEqual([]);
      expect(owner.why).toMatch(/^(assigned|on|deputy|lead|release manager)\b/);
      if (canBeAsked(given, owner.accountId, now)) return;
      expect(owner.accountId).toBe(given.lead);
      const others = [one.assignee ?? '', ...leading(given, one.components), given.lead, ...given.releaseManagers];
      expect(others.filter((other) => canBeAsked(given, other, now))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

test('an owner stays until the moment that was named, and is another from then on', () => {
  fc.assert(
    fc.property(config, defect, moment, fc.double({ min: 0, max: 1, noNaN: true }), (given, one, now, share) => {
      const { accountId, until } = ownerOf(given, one, now);
      const end = until === null ? Date.parse(now) + 35 * day : Date.parse(until);
      const between = new Date(Date.parse(now) + Math.floor(share * (end - 1 - Date.parse(now)))).toISOString();
      expect(ownerOf(given, one, between).accountId).toBe(accountId);
      if (until !== null) expect(ownerOf(given, one, until).accountId).not.toBe(accountId);
    }),
    { numRuns: 500 },
  );
});

test('an escalation is due when its moment has come, goes only up, and always tells somebody', () => {
  fc.assert(
    fc.property(config, defect, moment, moment, (given, one, a, b) => {
      const [first, second] = [escalationOf(given, one, a < b ? a : b), escalationOf(given, one, a < b ? b : a)];
      if (first.kind === 'none' || second.kind === 'none') return expect(first).toEqual(second);
      expect(first.due?.step ?? 0).toBeLessThanOrEqual(second.due?.step ?? 0);
      const [now, later] = [a < b ? a : b, a < b ? b : a];
      if (first.next !== null) expect(first.next.at > now).toBe(true);
      if (first.next !== null && first.next.at <= later) expect(second.due?.step).toBeGreaterThanOrEqual(first.next.step);
      for (const step of [first.due, first.next, second.due, second.next])
        if (step !== null) expect(step.to.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

test('however often it is asked, nobody has two digests a day, one while away, or one about nothing', () => {
  const ticks = fc.array(fc.nat(10 * 1440), { maxLength: 30 }).map((minutes) => minutes.sort((a, b) => a - b).map(at));
  const item = fc.record({ heading: fc.constantFrom('Escalated', 'Asked'), line: fc.string(), resolved: fc.boolean() });
  const waiting = fc.array(fc.tuple(person, fc.array(item, { maxLength: 30 })), { maxLength: 5 });
  fc.assert(
    fc.property(config, waiting, ticks, (given, all, times) => {
      const sent = new Map<string, string>();
      for (const now of times)
        for (const { accountId, day: today, sections, rest } of digestsDue(given, new Map(all), sent, now)) {
          expect(today > (sent.get(accountId) ?? '')).toBe(true);
          expect(canBeAsked(given, accountId, now)).toBe(true);
          const open = (new Map(all).get(accountId) ?? []).filter(({ resolved }) => !resolved).length;
          const shown = sections.reduce((sum, { lines }) => sum + lines.length, 0);
          expect([open > 0, shown, rest]).toEqual([true, Math.min(20, open), open > 20 ? `and ${open - 20} more` : null]);
          sent.set(accountId, today);
        }
    }),
    { numRuns: 300 },
  );
});
