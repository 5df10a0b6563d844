import { bridgeCalls, type BridgeView } from '../../../src/contracts/bridge';
import type { SourceView } from '../../../src/contracts/sources';

const hour = 3_600_000;
const address = 'https://example.com/x1/github?source=shop-repository';

/** @param none shows a site to which nothing is connected yet */
export function sampleSources(now: string, none: boolean): BridgeView<'sources'> {
  const at = (hours: number): string => new Date(Date.parse(now) + hours * hour).toISOString();
  const projects = [
    { id: '10000', key: 'SHOP', name: 'Web shop' },
    { id: '10010', key: 'OPS', name: 'Operations' },
  ];
  const base: SourceView = {
    ...{ id: 'nightly-tests', name: 'Nightly tests', kind: 'holdpoint', projectId: null, createdAt: at(-900) },
    ...{ rotatedAt: at(-2), overlapUntil: at(22), revokedAt: null, lastDeliveryAt: at(-0.1), waiting: 1, unusable: 2 },
    webhookUrl: null,
  };
  const quiet = { rotatedAt: null, overlapUntil: null, waiting: 0, unusable: 0 };
  const sources: SourceView[] = [
    base,
    {
      ...{ ...base, ...quiet, id: 'shop-repository', name: 'Repository of the shop', kind: 'github', projectId: '10000' },
      ...{ lastDeliveryAt: null, webhookUrl: address },
    },
    { ...base, ...quiet, id: 'old-jenkins', name: 'Old Jenkins', revokedAt: at(-100), lastDeliveryAt: at(-200) },
  ];
  const because = 'SHOP has no defect SHOP-99999 that Holdpoint knows.';
  const problems = [
    { at: at(-3), source: 'nightly-tests', type: 'sighting', because },
    { at: at(-30), source: 'nightly-tests', type: 'deployment', because: 'The environment "moon" is no stage.' },
  ];
  return none ? { sources: [], projects, problems: [], now } : { sources, projects, problems, now };
}

/** The answer to a source that was made: whatever is wanted, with a secret that is none. */
export function sampleMade(payload: unknown): BridgeView<'createSource'> {
  const wanted = bridgeCalls.createSource.request.safeParse(payload).data;
  if (wanted?.name === 'refused')
    return { kind: 'refused', because: 'There is, or was, a source called refused. Give this one another name.' };
  const fake = `not-a-secret-${'0'.repeat(40)}`;
  return wanted === undefined || wanted.kind === 'holdpoint'
    ? { kind: 'made', id: 'sample', connection: `holdpoint1.${'c2FtcGxl'.repeat(90)}`, webhookSecret: null, webhookUrl: null }
    : { kind: 'made', id: 'sample', connection: null, webhookSecret: fake, webhookUrl: address };
}

/** Masks what looks like an e-mail address, so that there is something to see. */
export function sampleMasked(payload: unknown): BridgeView<'previewMasking'> {
  const text = bridgeCalls.previewMasking.request.safeParse(payload).data?.text ?? '';
  const parts = text.split(/([\w.]+@[\w.]+)/);
  return {
    parts: parts.map((part, n) => (n % 2 === 0 ? { text: part, masked: false } : { text: '[email 1f09ab77]', masked: true })),
  };
}
