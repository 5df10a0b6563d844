import type { BridgeView } from '../../../src/contracts/bridge';
import type { Decision } from '../../../src/contracts/decisions';

const project = { id: '10000', key: 'SHOP', name: 'Web shop' };
const minuteMs = 60_000;
const hash = '3fa9c1d27b60e8845cdf1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f';
const head = (seq: number) => ({ seq, hash: seq === 0 ? '0'.repeat(64) : hash });

function decision(seq: number, at: string): Decision {
  const held = seq % 3 !== 0;
  const issue = (n: number, role: Decision['issues'][number]['role']) => ({ id: String(n), key: `SHOP-${n}`, role });
  const common = { seq, at, kind: 'verdict-changed', app: '1.4.0', settings: 3, hash };
  if (seq % 7 === 0) {
    return {
      ...{ ...common, kind: 'publication-repaired', title: 'Published verdict put right', tone: 'warning' },
      sentence: 'The published verdict of 4.2.0 had been changed in Jira, and Holdpoint wrote it anew.',
      who: { kind: 'person', pseudonym: 'p', accountId: seq % 2 === 0 ? null : 'sample' },
      ...{ version: { id: '10002', name: '4.2.0' }, stage: null, facts: [], issues: [], hidden: 0 },
    };
  }
  return {
    ...{ ...common, title: held ? 'Gate held' : 'Gate open', tone: held ? 'bad' : 'good' },
    sentence: held
      ? '4.2.0 may not enter production: 2 open S1 defects, none allowed.'
      : '4.2.0 may enter production: all 6 conditions are met.',
    who: { kind: 'app', rule: held ? 'open-defects' : null },
    ...{ version: { id: '10002', name: '4.2.0' }, stage: 'Production' },
    facts: [
      { label: 'Before', value: held ? 'Open' : 'Held' },
      { label: 'Open S1 defects', value: '2, none allowed' },
    ],
    issues: [issue(seq + 40, held ? 'came' : 'went'), ...(held ? [issue(12, 'holds'), issue(15, 'holds')] : [])],
    hidden: seq % 5 === 0 ? 2 : 0,
  };
}

/** @param count how many decisions there are */
export function sampleDecisions(count: number, now: string): BridgeView<'decisions'> {
  const decisions = Array.from({ length: Math.min(count, 50) }, (_, at) =>
    decision(count - at, new Date(Date.parse(now) - at * 190 * minuteMs).toISOString()),
  );
  return {
    ...{ now, project, decisions, next: count > 50 ? count - 49 : null, head: head(count), mayOpenSite: true },
    versions: [{ id: '10002', name: '4.2.0' }],
    kinds: [{ kind: 'verdict-changed', title: 'Verdict changed' }],
  };
}

export function sampleExport(): BridgeView<'exportDecisions'> {
  return { text: '', next: null, done: 0, head: head(0) };
}

export function sampleCheck(broken: boolean): BridgeView<'verifyLedger'> {
  if (broken) return { kind: 'broken', seq: 17, because: 'Its text does not match its hash.' };
  return { kind: 'whole', place: head(1204), more: false, total: 1204, withheld: 0 };
}

export function sampleReaders(count: number, now: string): BridgeView<'readers'> {
  const rows = Array.from({ length: Math.min(count, 200) }, (_, at) => ({
    who: { accountId: at % 5 === 4 ? null : `sample:${at % 3}`, pseudonym: String(at % 5) },
    act: at % 4 === 1 ? ('exported' as const) : ('opened' as const),
    what: at % 4 === 1 ? 'Decisions as JSON' : 'Readiness',
    subject: at % 4 === 1 ? 'This project' : 'Release 4.2.0',
    ...{ firstAt: now, lastAt: now, times: at + 1 },
  }));
  return { rows, more: count > 200, sinceDay: now.slice(0, 10) };
}

export function sampleQuality(count: number, now: string): BridgeView<'dataQuality'> {
  const defects = Array.from({ length: Math.min(count, 100) }, (_, at) => ({
    ...{ id: String(at), key: `SHOP-${at + 12}`, summary: 'The cart forgets its items after a payment was refused' },
    note: 'The field is empty.',
  }));
  const check = {
    definition: 'The field Defect severity is empty. Gates count such a defect as S1.',
    action: 'Set the severity. Put the field on the create screen and make it required.',
  };
  return {
    ...{ now, project, store: { kind: 'ready', upTo: now }, checked: 612 },
    sentence: `${count} of 612 defects have something in Jira that makes figures doubtful: 1 of 2 checks found it.`,
    duplicates: {
      sentence: '17 of 19 likely duplicates were confirmed (interval 69 to 97 %).',
      places: [{ place: 1, shown: 40, accepted: 18, refused: 6 }],
    },
    checks: [
      { id: 'severity-missing', title: 'No severity', ...check, defects, count, hidden: 2 },
      { id: 'clocks-disagree', title: 'Clocks disagree', ...check, defects: [], count: 0, hidden: 0 },
    ],
  };
}
