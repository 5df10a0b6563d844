import type { OriginView, RegressionsView } from '../../../src/contracts/origin';
import type { OwnershipView } from '../../../src/contracts/ownership';

const hours = (now: string, count: number): string => new Date(Date.parse(now) + count * 3_600_000).toISOString();

/** The line of the panel: `panel.html`. */
export function sampleOwner(now: string): OwnershipView {
  const lead = { whom: 'the lead of the project', names: ['Lea'], at: hours(now, 5), inMinutes: 180 };
  return {
    ...{ now, reached: null, next: lead },
    owner: { accountId: 'a', name: 'Alice', why: 'on the rota of Payments this week', until: hours(now, 60) },
  };
}

/** @param said shows it as somebody has said it: `panel.html?origin` */
export function sampleOrigin(now: string, said: boolean): OriginView {
  const version = { id: '10001', name: '4.1.0' };
  const change = { kind: 'commit', value: '1a2b3c4d5e6f7a8b', label: '1a2b3c4d5e' } as const;
  const words = '4.1.0, commit 1a2b3c4d5e';
  return {
    ...{ now, mayEdit: true, versions: [version, { id: '10002', name: '4.2.0' }] },
    origin: said ? { change, version, words, setAt: hours(now, -3), by: 'a' } : null,
    suggestions: said
      ? []
      : [
          {
            change,
            version,
            words,
            why: 'It was first seen in build 812, and not in 811 before it. One commit lies between them.',
          },
        ],
    affected: said ? [{ ...version, named: false }] : [],
  };
}

export function sampleRegressions(now: string): RegressionsView {
  const defects = [
    { key: 'SHOP-210', open: true },
    { key: 'SHOP-211', open: false },
  ];
  return { now, known: 9, causes: [{ kind: 'commit', label: '1a2b3c4d5e', count: 2, open: 1, defects }] };
}
