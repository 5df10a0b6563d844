import type { Deployment } from '../../environments';
import { dayOf } from '../../kernel/instant';
import { defaultSettings } from '../../settings';
import { flowMarkers } from './markers';

const { stages } = defaultSettings;
const dayIn = (text: string): number => dayOf(`${text}T00:00:00.000Z`);
const deployment = (parts: Partial<Deployment>): Deployment => ({
  ...{ id: 'd', service: 'shop', environment: 'prod', state: 'successful', at: '2026-10-20T09:00:00.000Z', version: '4.2.0' },
  ...{ build: 'b7', commit: null, startedAt: null, finishedAt: null, exposure: 100, rolledBack: null, restores: null },
  ...parts,
});
const markers = (parts: Partial<Parameters<typeof flowMarkers>[0]>) =>
  flowMarkers(
    { releases: [], freezes: {}, frozen: [], deployments: [], stages, ...parts },
    dayIn('2026-10-01'),
    dayIn('2026-10-31'),
  );

test('releases are marked on their dates, as far as the chart reaches', () => {
  const releases = [
    { id: '1', name: '4.1.0', releaseDate: '2026-09-30', released: true },
    { id: '2', name: '4.2.0', releaseDate: '2026-10-01', released: true },
    { id: '3', name: '4.3.0', releaseDate: '2026-10-31', released: false },
    { id: '4', name: '4.4.0', releaseDate: null, released: false },
    { id: '5', name: '4.5.0', releaseDate: '2026-11-01', released: false },
  ];
  expect(markers({ releases }).map(({ kind, name }) => [kind, name])).toEqual([
    ['release', '4.2.0'],
    ['planned-release', '4.3.0'],
  ]);
});

test('a freeze is marked on its day', () => {
  const releases = [{ id: '3', name: '4.3.0', releaseDate: null, released: false }];
  const freezes = { '3': { day: '2026-10-24' }, '9': { day: '2026-10-25' } };
  expect(markers({ releases, freezes })).toEqual([{ day: dayIn('2026-10-24'), kind: 'freeze', name: '4.3.0' }]);
});

test('a freeze is marked when it began and when it was over, and a planned day that began it not twice', () => {
  const releases = [
    { id: '3', name: '4.3.0', releaseDate: null, released: false },
    { id: '4', name: '4.4.0', releaseDate: null, released: false },
  ];
  const freezes = { '3': { day: '2026-10-24' }, '4': { day: '2026-10-28' } };
  const event = (act: 'began' | 'ended' | 'released', day: string) => ({
    ...{ act, at: `${day}T12:00:00.000Z`, who: null, because: '' },
  });
  const frozen = [
    {
      ...{ version: { id: '3', name: '4.3.0' }, cause: 'day' as const, since: '2026-10-24T00:00:00.000Z' },
      events: [event('began', '2026-10-24'), event('released', '2026-10-26')],
    },
    {
      ...{ version: { id: '4', name: '4.4.0' }, cause: 'ticket' as const, since: '2026-10-20T09:00:00.000Z' },
      events: [event('began', '2026-10-20'), event('ended', '2026-10-21')],
    },
  ];
  expect(
    markers({ releases, freezes, frozen }).map(({ day, kind, name, how }) => [day - dayIn('2026-10-01'), kind, name, how]),
  ).toEqual([
    [19, 'frozen', '4.4.0', 'by its release ticket'],
    [20, 'unfrozen', '4.4.0', 'lifted'],
    [23, 'frozen', '4.3.0', 'by its day'],
    [25, 'unfrozen', '4.3.0', 'by the release'],
    [27, 'freeze', '4.4.0', undefined],
  ]);
});

test('what reached the last stage is marked once a day and version', () => {
  const deployments = [
    deployment({}),
    deployment({ service: 'cart' }),
    deployment({ version: null, at: '2026-10-19T09:00:00.000Z' }),
    deployment({ environment: 'staging', version: '5' }),
    deployment({ environment: 'elsewhere', version: '6' }),
    deployment({ state: 'failed', version: '7' }),
  ];
  expect(markers({ deployments }).map(({ day, name }) => [day, name])).toEqual([
    [dayIn('2026-10-19'), 'shop b7'],
    [dayIn('2026-10-20'), '4.2.0'],
  ]);
});

test('only the newest sixty are marked', () => {
  const deployments = Array.from({ length: 90 }, (_, n) =>
    deployment({ version: `4.${n}`, at: `2026-10-${String(1 + (n % 30)).padStart(2, '0')}T09:00:00.000Z` }),
  );
  const found = markers({ deployments });
  expect([found.length, found[0]?.day, found.at(-1)?.day]).toEqual([60, dayIn('2026-10-11'), dayIn('2026-10-30')]);
});
