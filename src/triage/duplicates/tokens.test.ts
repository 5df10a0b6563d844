import { stem } from './stem';
import { tokens } from './tokens';

test.each([
  ['identifiers whole and in parts', 'loadUserName', ['loadusernam', 'load', 'user', 'nam']],
  ['the same written otherwise', 'load_user_name', ['loadusernam', 'load', 'user', 'nam']],
  ['abbreviations in identifiers', 'HTTPServer', ['httpserv', 'http', 'serv']],
  ['paths', 'src/app/main.ts', ['src', 'app', 'main', 'ts', 'maint']],
  ['versions', 'since 4.2', ['sinc', '4', '2', '4.2']],
  ['error codes', 'error 404', ['error', '404']],
  ['nothing of addresses, hashes and long numbers', '0xdeadbeef 3f2a9c1d8e77 20261102090500', []],
  ['apostrophes', "doesn't", ['doesnt']],
  ['accents and case', 'Öffnen CAFÉ', ['offnen', 'caf']],
  ['full width', 'ＡＰＩ', ['api']],
  ['Russian', 'Ошибка входа', ['ошибка', 'входа']],
  ['Chinese', '登录失败', ['登录', '录失', '失败']],
  ['Japanese beside Latin', 'Loginできない', ['login', 'でき', 'きな', 'ない']],
  ['Korean', '결제', ['결제']],
  ['nothing', ' — … ', []],
])('reads %s', (_name, text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

test.each([
  [['crash', 'crashes', 'crashed', 'crashing']],
  [['stop', 'stops', 'stopped', 'stopping']],
  [['category', 'categories']],
  [['save', 'saves', 'saved', 'saving']],
  [['initialise', 'initialize', 'initialization', 'initialised']],
])('%j have one stem', (words) => {
  expect(new Set(words.map(stem)).size).toBe(1);
});

test('a hostile text takes no longer than its length', () => {
  for (const text of [
    'a'.repeat(200_000),
    'aB'.repeat(100_000),
    'a.'.repeat(100_000),
    '_'.repeat(200_000),
    '字'.repeat(100_000),
    "'".repeat(200_000),
  ])
    expect(Array.isArray(tokens(text))).toBe(true);
});
