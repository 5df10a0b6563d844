import type { BridgeView } from '../../../src/contracts/bridge';
import type { Scenario } from './sample-project';

const hours = (now: string, count: number) => new Date(Date.parse(now) + count * 3_600_000).toISOString();
const rhea = { accountId: 'rhea', pseudonym: 'a' };
const lea = { accountId: 'lea', pseudonym: 'b' };
const defect = (n: number, severity: 'S1' | 'S2' | 'S3' | 'S4' | null, summary: string, open = true) => ({
  ...{ id: String(20_000 + n), key: `SHOP-${n}`, summary, open, severity },
});

type View = BridgeView<'freeze'>;
const nobody: View['counts'] = { moved: 0, flagged: 0, recorded: 0, left: 0 };

/** A frozen release with attempts and exceptions; without defects one that nobody froze. @param state of the query: none, planned, over */
export function sampleFreeze(scenario: Scenario, now: string, query: URLSearchParams): View {
  const asked = query.get('freeze') ?? (scenario.defects > 0 ? 'frozen' : 'none');
  const policy = {
    admits: ['S1' as const, 'S2' as const],
    action: 'move' as const,
    startStatus: 'In stabilisation',
    mostHours: 48,
  };
  const empty = { now, ...policy, counts: nobody, attempts: [], exceptions: [], inside: [], hidden: 0 };
  const may = { begin: true, end: false, decide: true };
  if (asked === 'planned')
    return { ...empty, state: 'planned', since: hours(now, 72).slice(0, 10), cause: 'day', because: null, may };
  if (asked === 'over')
    return { ...empty, state: 'over', since: hours(now, -72), cause: 'hand', because: 'The candidate is thrown away.', may };
  if (asked !== 'frozen') return { ...empty, state: 'none', since: null, cause: null, because: null, may };
  return {
    ...{ now, ...policy, state: 'frozen', since: hours(now, -30), cause: 'ticket', because: null },
    may: { begin: false, end: true, decide: true },
    counts: { ...nobody, moved: 2, flagged: 1 },
    attempts: [
      { defect: defect(41, 'S3', 'Coupon field keeps the old code'), at: hours(now, -2), who: lea, result: 'moved', to: '4.3.0' },
      {
        defect: defect(42, null, 'Basket icon is blurred on tablets'),
        at: hours(now, -5),
        who: rhea,
        result: 'moved',
        to: '4.3.0',
      },
      {
        defect: defect(43, 'S4', 'Typo in the confirmation', false),
        at: hours(now, -20),
        who: null,
        result: 'flagged',
        to: null,
      },
    ],
    exceptions: sampleExceptions(now),
    inside: [
      { defect: defect(43, 'S4', 'Typo in the confirmation', false), at: hours(now, -20), admission: 'violation' },
      { defect: defect(44, 'S3', 'Partner logo is missing at the checkout'), at: hours(now, -3), admission: 'exception' },
      { defect: defect(45, 'S1', 'Every third payment fails'), at: hours(now, -1), admission: 'admitted' },
    ],
    hidden: 1,
  };
}

function sampleExceptions(now: string): View['exceptions'] {
  const asked = { act: 'requested', at: hours(now, -1), who: lea, because: null };
  const base = { because: 'A partner goes live with it on Thursday.', hours: 24, requestedBy: lea, requestedAt: hours(now, -1) };
  return [
    {
      ...{ id: '10-1-1', defect: defect(46, 'S3', 'Vouchers of partners are refused'), state: 'requested', ...base },
      ...{ decideBy: hours(now, 23), until: null, events: [asked], may: { approve: true, refuse: true, revoke: true } },
    },
    {
      ...{ id: '10-2-1', defect: defect(44, 'S3', 'Partner logo is missing at the checkout'), state: 'approved', ...base },
      ...{ decideBy: hours(now, 20), until: hours(now, 18), may: { approve: false, refuse: false, revoke: true } },
      events: [asked, { act: 'approved', at: hours(now, -0.5), who: rhea, because: null }],
    },
    {
      ...{ id: '10-3-1', defect: defect(47, 'S4', 'Footer links are grey'), state: 'refused', ...base },
      ...{ decideBy: hours(now, -2), until: null, may: { approve: false, refuse: false, revoke: false } },
      events: [asked, { act: 'refused', at: hours(now, -4), who: rhea, because: 'It can wait.' }],
    },
  ];
}

/** What a frozen release means for a defect. */
export function sampleDefectFreezes(now: string): BridgeView<'defectFreezes'> {
  return {
    now,
    ...{ mayAsk: true, mostHours: 48, severity: 'S3', admitsWords: 'only S1 and S2 may still come in' },
    releases: [
      {
        ...{ version: { id: '10002', name: '4.2.0' }, since: hours(now, -30), place: 'out', moved: true },
        ...{ exception: null, askable: true },
      },
    ],
  };
}
