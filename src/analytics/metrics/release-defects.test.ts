import { day } from '../../kernel/instant';
import { defectsOfReleases, otherStage, releaseWindow, stagePlace, untoldStage } from './release-defects';

const stages = [
  { key: 'staging', name: 'Staging', environments: ['uat'] },
  { key: 'production', name: 'Live shop', environments: ['prod'] },
];
const users = 1;

test.each([
  [null, untoldStage],
  [' ', untoldStage],
  ['uat', 0],
  ['PROD', 1],
  ['live shop', 1],
  ['the trade fair', otherStage],
])('"%s" names the stage at %d', (text, place) => expect(stagePlace(text, stages)).toBe(place));

const at = (date: string) => Date.parse(`${date}T12:00:00.000Z`);
const windows = new Map(
  [
    ['1', '2026-05-07'],
    ['2', '2026-07-20'],
  ].map(([id = '', date = '']) => [id, releaseWindow(date, Date.parse(`${date}T00:00:00.000Z`) + day - 1, 30, users)] as const),
);

interface Told {
  readonly created?: string;
  readonly stage?: number;
  readonly affects?: readonly string[];
  readonly fix?: readonly string[];
  readonly origin?: string;
}

test.each<[string, Told, string[]]>([
  ['the releases that it names as affected', { affects: ['1', '2'] }, ['1', '2']],
  ['the release that brought it in', { origin: '1' }, ['1']],
  ['both, once each', { affects: ['1'], origin: '1' }, ['1']],
  ['the first fix version that was not out, where it names none', { fix: ['2', '1'] }, ['1']],
  ['the next one, where the first was out already', { created: '2026-06-01', fix: ['1', '2'] }, ['2']],
  ['none, where all were out', { created: '2026-08-01', fix: ['1', '2'] }, []],
  ['none by its fix version, where users found it', { stage: users, fix: ['1'] }, []],
  ['none that was never released', { affects: ['9'], fix: ['1'] }, []],
  ['none, where nothing is named', {}, []],
])('a defect was in %s', (_, told, releases) => {
  const { created = '2026-05-01', stage = 0, affects = [], fix = [], origin } = told;
  const places = defectsOfReleases(
    {
      ...{ ids: ['a'], created: Float64Array.of(at(created)), stage: Int16Array.of(stage) },
      named: new Map([['a', { affects, fix }]]),
      origins: new Map(origin === undefined ? [] : [['a', origin]]),
    },
    windows,
  );
  expect([...places].filter(([, own]) => own.length > 0).map(([id]) => id)).toEqual(releases);
});
