import { Masker } from './mask';
import { defaultMaskingRules } from './rules';
import { assignments, filled, namedForms, numbersFrom, standaloneForms, surroundings } from './tokens.fixture';

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
