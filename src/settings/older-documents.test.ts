import { z } from 'zod';
import { settingsSchema } from '../contracts/settings';
import type { Json } from '../kernel/json';
import { defaultSettings } from './defaults';
import { upToDate } from './older-documents';

const json = z.record(z.string(), z.json());
const today = json.parse(JSON.parse(JSON.stringify(defaultSettings)));
const older = Object.fromEntries(Object.entries(today).filter(([name]) => name !== 'gates'));

test('limits that stood in two lists become rows that hold', () => {
  const document = {
    ...older,
    openDefects: [{ stage: 'production', severity: 'S2', tier: 'enterprise', most: 1 }],
    slaBreached: [{ stage: 'staging', severity: 'any', most: 0 }],
  };
  expect(settingsSchema.parse(upToDate(document)).gates.rows).toEqual([
    { rule: 'open-defects', stage: 'production', breach: 'holds', severity: 'S2', tier: 'enterprise', most: 1, releaseAt: null },
    { rule: 'sla-breached', stage: 'staging', breach: 'holds', severity: 'any', most: 0, releaseAt: null },
  ]);
});

test('a document of today stays as it is', () => {
  expect(upToDate(today)).toBe(today);
});

test.each<[Json]>([[null], ['x'], [[]], [{}], [{ ...older, openDefects: 3 }], [{ ...older, openDefects: [3], slaBreached: {} }]])(
  'what was damaged stays damaged (%#)',
  (document) => {
    expect(settingsSchema.safeParse(upToDate(document)).success).toBe(false);
  },
);
