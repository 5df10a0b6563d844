import { Excerpt } from './excerpt';

test('a short output is kept whole', () => {
  const excerpt = new Excerpt();
  const lines = Array.from({ length: 5_000 }, (_, line) => `line ${line}\n`);
  for (const line of lines) excerpt.add(line);
  expect(excerpt.text === lines.join('')).toBe(true);
});

test('of a long output the beginning and the end are kept', () => {
  const excerpt = new Excerpt();
  excerpt.add('first\n');
  for (let line = 0; line < 100_000; line += 1) excerpt.add(`line ${line}\n`);
  excerpt.add('last');
  expect(excerpt.text).toMatch(/^first\nline 0\n/);
  expect(excerpt.text).toMatch(/\n\[…\]\n/);
  expect(excerpt.text).toMatch(/line 99999\nlast$/);
  expect(excerpt.text.length).toBeLessThan(200_000);
});
