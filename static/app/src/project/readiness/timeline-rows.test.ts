import type { Decision } from '../../../../../src/contracts/decisions';
import type { Deployed } from '../../../../../src/contracts/release-history';
import { deployedWords, timelineRows } from './timeline-rows';
import { liveWords } from './track-words';

const at = (hour: number) => `2026-11-02T${String(hour).padStart(2, '0')}:00:00.000Z`;
const decision = (seq: number): Decision => ({
  ...{
    seq,
    at: at(seq),
    kind: 'verdict-changed',
    title: 'Gate held',
    tone: 'bad',
    sentence: 's',
    who: { kind: 'app', rule: null },
  },
  ...{ version: null, stage: null, facts: [], issues: [], hidden: 0, app: '1', settings: 1, hash: 'h' },
});
const deployed = (hour: number, parts: Partial<Deployed> = {}): Deployed => ({
  ...{ id: `d${hour}`, service: 'shop', environment: 'stage-1', stage: 'Staging', build: '7', state: 'successful', at: at(hour) },
  ...parts,
});

test('entries and deployments stand in one order, the newest first', () => {
  const rows = timelineRows({ decisions: [decision(9), decision(5)], deployments: [deployed(7), deployed(2)], next: null });
  expect(rows.map((row) => row.at)).toEqual([at(9), at(7), at(5), at(2)]);
});

test('a deployment of before the oldest entry waits for the entries that are older', () => {
  const rows = timelineRows({ decisions: [decision(9), decision(5)], deployments: [deployed(7), deployed(2)], next: 5 });
  expect(rows.map((row) => row.at)).toEqual([at(9), at(7), at(5)]);
  expect(timelineRows({ decisions: [], deployments: [], next: null })).toEqual([]);
});

test.each([
  [{}, 'shop, build 7, was deployed to Staging.'],
  [{ build: null, stage: null, state: 'failed' }, 'shop failed to deploy to stage-1.'],
] as const)('a deployment is told: %#', (parts, words) => {
  expect(deployedWords(deployed(3, parts))).toBe(words);
});

test('what stands in a stage is told by this release first, then by the newest', () => {
  const live = (hour: number, isRelease: boolean, build: string | null = null) => ({
    ...{ service: 'shop', version: isRelease ? '4.2.0' : '4.1.0', build, at: at(hour), isRelease },
  });
  expect(liveWords([])).toBeNull();
  expect(liveWords([live(9, false)])).toEqual({ what: 'shop 4.1.0', since: at(9), more: 0 });
  expect(liveWords([live(9, false), live(3, true, '7')])).toEqual({ what: 'shop 4.2.0, build 7', since: at(3), more: 1 });
});
