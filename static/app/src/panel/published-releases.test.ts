import { shownVerdict } from '../shared/shown-verdict';
import { publishedRelease } from './published-releases';

const version = { id: '10002', name: '4.2.0' };
const property = {
  ...{ schema: 1, version: '10002', name: '4.2.0', head: 'abc' },
  ...{ at: '2026-11-02T09:00:00.000Z', until: '2026-11-02T09:15:00.000Z' },
  stages: {
    production: {
      ...{
        mode: 'enforce',
        state: 'open',
        sentence: '4.2.0 may enter production.',
        rule: null,
        value: null,
        limit: null,
        jql: '',
        build: null,
      },
      ...{ at: '2026-11-02T09:00:00.000Z', until: '2026-11-02T09:15:00.000Z' },
    },
  },
};

test('shows the published verdict while it is good, and as stale afterwards', () => {
  const [stage] = publishedRelease(version, property).stages;
  if (stage === undefined) throw new Error('no stage');
  expect(stage.stage).toStrictEqual({ key: 'production', name: 'Production' });
  expect(shownVerdict(stage, Date.parse('2026-11-02T09:14:59.000Z')).words).toBe('Open');
  expect(shownVerdict(stage, Date.parse('2026-11-02T09:15:00.000Z')).words).toBe('Stale');
});

test.each([
  ['nothing', null],
  ['text', 'open'],
  ['another version', { ...property, version: '10003' }],
  ['an unknown state', { ...property, stages: { production: { ...property.stages.production, state: 'green' } } }],
  ['a later shape', { ...property, schema: 2 }],
])('shows no stage for %s', (_, value) => {
  expect(publishedRelease(version, value)).toStrictEqual({ versionId: '10002', name: '4.2.0', until: null, stages: [] });
});
