import { Masker } from './mask';
import { cards, emails, emailSurroundings, ibans, ibanWritings, labelledCards, labelledPhones, phones } from './people.fixture';
import { defaultMaskingRules } from './rules';

const masker = new Masker(defaultMaskingRules, 'key');
const masked = (text: string) => masker.mask(text).text;
const kinds = (text: string) => Object.keys(masker.mask(text).counts);

test('addresses are masked wherever they stand', () => {
  expect(emails.length).toBeGreaterThanOrEqual(60);
  const left = emails.flatMap((email) =>
    emailSurroundings
      .map((around) => around.replace('{v}', () => email))
      .filter((text) => masked(text).includes(email.slice(-Math.ceil(email.length / 2)))),
  );
  expect(left).toEqual([]);
});

test('what only looks like an address is left', () => {
  const texts = [
    ...[
      'user@host',
      'root@server1:~#',
      'react@18.2.0',
      '@types/node@20.19.43',
      'git@github.com:team/app.git',
      'logo@2x.png',
      'BinderProxy@2bd79ce',
    ],
    ...[
      'getty@tty1.service',
      'akka.tcp://sparkExecutor@worker-07:4000',
      '@Override',
      'a @ b.c',
      'x@',
      '@example.com',
      'sparkDriver@10.10.34.11:48069',
      'name@1.0.0-beta.rc',
    ],
  ];
  expect(texts.filter((text) => masked(text) !== text)).toEqual([]);
});

test('telephone numbers are masked by their form', () => {
  expect(phones.length).toBeGreaterThanOrEqual(100);
  const around = ['{v}', 'Call {v} now', '"{v}"', 'tel: {v}.', 'at {v}, or', '<{v}>', '({v})'];
  const left = phones.flatMap((phone) =>
    around
      .map((text) => text.replace('{v}', () => phone))
      .filter((text) => (masked(text).match(/\d/g)?.length ?? 0) - 8 > phone.length / 3 || kinds(text).join() !== 'phone'),
  );
  expect(left).toEqual([]);
});

test('numbers without a form are masked behind a word that tells of them', () => {
  expect(labelledPhones.filter((text) => kinds(text).join() !== 'phone')).toEqual([]);
});

test('other numbers are no telephone numbers', () => {
  const texts = [
    ...[
      '2026-11-02 09:05:00',
      '02.11.2026 09:05',
      '11/02/2026 09:05:01',
      '1762074300',
      '1762074300123',
      '10.0.0.1:8080',
      '192.168.100.200',
      'block 160899968791',
      'v1.2.3-4567890',
    ],
    ...[
      'took 1234567 ms',
      'Seq: 3226706533, Ack: 3871687177',
      'size 1024 2048 4096',
      '0x00544eb8',
      '+0100',
      '+1s0ms',
      'PID 1702 2395',
      '51.507351, -0.127758',
      '+51.507351',
      'ISBN 978-3-16-148410-0',
    ],
    ...[
      '081109 203615 148 INFO',
      '(0.14.0.20230218+dfsg1-1)',
      '00:16:3e:5e:6c:00',
      'total=12345678',
      'R02-M1-N0-C:J12-U11',
      '123-45',
      'order 1234-5678-90',
      '1,234,567,890',
      '03-17 16:13:38.811  1702  2395 D',
    ],
  ];
  expect(texts.filter((text) => masked(text) !== text)).toEqual([]);
});

test('card numbers are masked with and without groups', () => {
  const numbers = cards();
  expect(numbers.length).toBeGreaterThanOrEqual(140);
  const left = numbers
    .flatMap((number) =>
      ['{v}', 'card {v} refused', '"pan":"{v}"', '{v},12/29', 'cc={v}&x=1'].map((text) => text.replace('{v}', () => number)),
    )
    .filter((text) => kinds(text).join() !== 'card');
  expect(left).toEqual([]);
});

test('a number behind a word for a card is masked in the groups of cards, whatever its check digit', () => {
  expect(labelledCards.filter((text) => kinds(text).join() !== 'card')).toEqual([]);
  const others = ['4012-8888-8888-1882', 'SD card: 12345678901234 sectors', 'card number is missing', 'graphics card: 8 GB'];
  expect(others.filter((text) => masked(text) !== text)).toEqual([]);
});

test('account numbers are masked however they are grouped', () => {
  const left = ibans().flatMap((iban) =>
    ibanWritings
      .map((text) =>
        text
          .replace('{v}', iban)
          .replace(/\{g(.?)\}/, (_, sign: string) => iban.replace(/(.{4})(?=.)/g, `$1${sign === '2' ? '  ' : sign || ' '}`)),
      )
      .filter((text) => kinds(text).join() !== 'iban'),
  );
  expect(left).toEqual([]);
});

test('other long numbers are no cards', () => {
  const texts = [
    '1762074300123',
    '4111111111111112',
    'blk_-1608999687919862906',
    '0.4111111111111111',
    'trace_id=4111111111111111',
    '4111111111111111.5',
    '9780306406157',
    '00000000000000',
  ];
  expect(texts.filter((text) => masked(text) !== text)).toEqual([]);
});

test('account numbers are masked with groups, in either case', () => {
  const numbers = ibans();
  expect(numbers.length).toBeGreaterThanOrEqual(30);
  const written = numbers.flatMap((iban) => [
    iban,
    iban.toLowerCase(),
    iban.replace(/(.{4})(?=.)/g, '$1 '),
    iban.replace(/(.{4})(?=.)/g, '$1-'),
  ]);
  expect(
    written.filter((iban) => kinds(`IBAN: ${iban}.`).join() !== 'iban' || masked(`IBAN: ${iban}.`).includes(iban.slice(-9))),
  ).toEqual([]);
  expect(masked('GB82 WEST 1234 5698 7654 33')).toBe('GB82 WEST 1234 5698 7654 33');
});

test('social security numbers are masked in their form or behind their name', () => {
  expect(
    ['123-45-6789', 'SSN: 123456789', 'ssn=123 45 6789', '"ssn":"078-05-1120"'].filter((text) => kinds(text).join() !== 'id'),
  ).toEqual([]);
  const texts = ['000-12-3456', '666-12-3456', '912-34-5678', '123-00-4567', '123456789', '123-45-67890'];
  expect(texts.filter((text) => masked(text) !== text)).toEqual([]);
});
