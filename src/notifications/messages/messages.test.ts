import { tellableEvents } from '../../contracts/notification-settings';
import { aGate, aRelease, start } from '../notifications.fixture';
import {
  deliveryUnusable,
  deploymentStep,
  eventWords,
  incidentReported,
  releasedPastGate,
  runBroken,
  severeDefect,
  verdictChanged,
} from '.';
import type { Told } from '.';

const happening = { id: 'h', at: start, projectId: '10000' };
const release = aRelease();
const defect = { id: '30001', key: 'SHOP-1', severity: 'S1', securityLevel: null } as const;

const cases: [string, Told, Partial<Told>][] = [
  [
    'a gate that turned to held',
    verdictChanged(happening, release, aGate(), 'S1'),
    { event: 'gate-held', severity: 'S1', issueId: null, sentence: 'The gate of 4.2.0 for Production is held.' },
  ],
  [
    'a gate that opened',
    verdictChanged(happening, release, aGate({ to: 'open' }), null),
    { event: 'gate-opened', severity: null },
  ],
  ['a gate that cannot be judged', verdictChanged(happening, release, aGate({ to: 'unknown' }), null), { event: 'gate-unknown' }],
  [
    'a new defect',
    severeDefect(happening, defect, [release]),
    { event: 'defect-created', severity: 'S1', issueId: '30001', sentence: 'The defect SHOP-1 was reported with S1.' },
  ],
  [
    'a defect without a severity counts as S1',
    severeDefect(happening, { ...defect, severity: null }, [release]),
    { severity: 'S1', sentence: 'The defect SHOP-1 was reported with no severity yet, which counts as S1.' },
  ],
  [
    'a defect that became worse',
    severeDefect(happening, defect, [release], 'S3'),
    { event: 'defect-raised', sentence: 'The defect SHOP-1 was raised from S3 to S1.' },
  ],
  [
    'a defect that not everybody may see is not named',
    severeDefect(happening, { ...defect, securityLevel: '10400' }, [release]),
    { sentence: 'A defect that not everybody may see was reported with S1.' },
  ],
  [
    'a rollback',
    deploymentStep(happening, { event: 'deployment-rolled-back', environment: 'Production', what: '4.2.0' }, [release]),
    { event: 'deployment-rolled-back', sentence: '4.2.0 was rolled back in Production.' },
  ],
  [
    'an incident whose title hides something',
    incidentReported(happening, { title: 'Down\n\u202Etxt.exe\u0000', environment: 'EU', severity: 'S1' }, [release]),
    { event: 'incident', sentence: 'Incident in EU: Down txt.exe' },
  ],
  [
    'a run that broke off',
    runBroken(happening, { run: 'nightly', because: 'it ended early.' }, [release]),
    { event: 'run-broken', sentence: 'The test run nightly cannot be counted: it ended early.' },
  ],
  [
    'a release past its gate that is taken back',
    releasedPastGate(
      happening,
      { stage: 'Production', verdict: '4.2.0 may not enter production: it is held by hand.', takenBack: true, people: ['p'] },
      release,
    ),
    {
      event: 'released-while-held',
      people: ['p'],
      sentence:
        '4.2.0 was released in Jira although its gate for Production did not let it: 4.2.0 may not enter production: it is held by hand. Holdpoint takes it back in Jira, as this project wants.',
    },
  ],
  [
    'a delivery that is no use',
    deliveryUnusable(happening, { source: 'CI', because: 'it is no JSON.' }, null),
    { event: 'delivery-unusable', releases: [], sentence: 'What CI sent could not be used: it is no JSON.' },
  ],
];

test.each(cases)('%s', (_what, made, expected) => {
  expect(made).toMatchObject({ ...happening, ...expected });
});

test('an endless text is cut', () => {
  const { sentence } = incidentReported(
    happening,
    { title: 'x'.repeat(9999), environment: 'y'.repeat(9999), severity: null },
    [],
  );
  expect(sentence.length).toBeLessThan(300);
});

test('the settings know everything that can be told, and nothing else', () => {
  expect([...tellableEvents].sort()).toEqual(Object.keys(eventWords).sort());
});
