import { Masker } from './mask';
import { defaultMaskingRules } from './rules';
import {
  assignments,
  bareForms,
  filled,
  looseAssignments,
  namedForms,
  numbersFrom,
  spokenPasswords,
  standaloneForms,
  surroundings,
} from './tokens.fixture';

const masker = new Masker(defaultMaskingRules, 'key');

/** At most a third of the value is left: the longest piece of it that still stands in the text. */
export function isMasked(masked: string, value: string): boolean {
  const most = Math.floor(value.length / 3) + 1;
  for (let at = 0; at + most <= value.length; at += 1) if (masked.includes(value.slice(at, at + most))) return false;
  return true;
}

/** Those that are left, as they are written. */
const left = (cases: readonly (readonly [text: string, value: string])[]) =>
  cases.filter(([text, value]) => !isMasked(masker.mask(text).text, value)).map(([text]) => text);

test('every form of a token of its own is masked wherever it stands', () => {
  const next = numbersFrom(7);
  const cases = standaloneForms.flatMap((form) =>
    surroundings.map((surrounding): readonly [string, string] => {
      const value = filled(form, next);
      return [surrounding.replace('{v}', () => value), value];
    }),
  );
  expect(standaloneForms.length + namedForms.length).toBeGreaterThan(250);
  expect(left(cases)).toEqual([]);
});

test('tokens that only a name tells of are masked in every way of giving a value', () => {
  const next = numbersFrom(11);
  const cases = namedForms.flatMap(([name, form]) =>
    assignments.map((assignment): readonly [string, string] => {
      const value = filled(form, next);
      const text = assignment
        .replaceAll('{n}', name)
        .replaceAll('{N}', name.toUpperCase())
        .replace('{v}', () => value);
      return [text, value];
    }),
  );
  expect(left(cases)).toEqual([]);
});

test('long keys of one case are masked without a name', () => {
  const next = numbersFrom(13);
  const cases = bareForms.flatMap((form) =>
    Array.from({ length: 40 }, (): readonly [string, string] => {
      const value = filled(form, next);
      return [`got ${value} back`, value];
    }),
  );
  expect(left(cases)).toEqual([]);
});

test('a key in base64 with signs of its own stands alone; lines of data, sums and paths do not count', () => {
  const next = numbersFrom(19);
  const keys = [32, 40, 64].flatMap((length) =>
    Array.from({ length: 20 }, () => `${filled(`Q7x{any:${length / 2 - 4}}`, next)}+${filled(`{any:${length / 2}}`, next)}`),
  );
  // One in ten holds what could be a word.
  expect(left(keys.map((key) => [`got ${key} back`, key])).length).toBeLessThanOrEqual(keys.length / 10);
  const data = Array.from({ length: 6 }, () => filled('{b64:64}', next)).join('\n');
  const others = [
    `build/libs/Shop2/Order4Service/v1Beta2/Foo9Bar/QxZ12/abCdEf/gh34`,
    `example.org/x/oauth2 v0.15.0 h1:${filled('{any:43}', next)}=`,
    `bafy${filled('{old32:55}', next)}`,
    filled('{hex:64}', next),
  ];
  expect(others.filter((text) => masker.mask(text).text !== text)).toEqual([]);
  expect(masker.mask(`-----BEGIN CERTIFICATE-----\n${data}`).counts).toEqual({});
});

test('keys are masked in the loose ways that texts give them', () => {
  const next = numbersFrom(29);
  const forms = ['{low:40}', '{hex:32}', '{any:32}', '{low:80}'];
  const cases = ['heroku', 'algolia', 'mapbox'].flatMap((name) =>
    looseAssignments.flatMap((text) =>
      forms.map((form): readonly [string, string] => {
        const value = filled(form, next);
        return [text.replaceAll('{n}', name).replace('{v}', () => value), value];
      }),
    ),
  );
  // A number in base 16 behind a word alone may be a sum.
  expect(left(cases).filter((text) => !/(?:token|->) [\da-f]{32}$/.test(text))).toEqual([]);
});

test('passwords are masked in sentences and commands', () => {
  const value = `Tr0ub4dor${'-'}3x`;
  expect(left(spokenPasswords.map((text) => [text.replace('{v}', () => value), value]))).toEqual([]);
});
