import { passesMod97 } from './ibans';
import { passesLuhn } from './cards';
import { numbersFrom } from './tokens.fixture';

/** Addresses, each alone in a text that also says where it stands. */
export const emails: readonly string[] = `
jane@example.com jane.doe@example.com jane+tag@example.com JANE.DOE@EXAMPLE.COM jane_doe@mail.example.com j@example.com jane-doe@example.co.uk
1234567890@example.com jane%doe@example.org o'brien@example.com first.middle.last@sub.mail.example.com jane@example-one.com jane@123.example.com
jane@example.museum jane@example.travel jane@example.name jane@xn--bcher-kva.example jane@bücher.example jürgen@example.de jane@例子.公司 用户@例子.广告 почта@пример.рф
josé.garcía@example.es jane@example.io jane@example.dev jane@example.info jane@example.academy very.common@example.com a.little.lengthy.but.fine@dept.example.com
disposable.style.email.with+symbol@example.com other.email-with-hyphen@example.com user.name+tag+sorting@example.com x@example.com example-indeed@strange-example.com
user%40example.com jane.doe%40mail.example.org "john.doe"@example.com "much.more unusual"@example.com jane@[192.0.2.1] j.doe@s.example admin@intranet.example.org
support@shop.example.net no-reply@accounts.example.com dev.team+ci@build.example.org q.w.e.r.t.y@example.com jane2026@example.com 2jane@example.com _jane_@example.com
jane@example.email jane@example.photography jane@sub-domain.example.com jane@a.b.c.d.example.com jane@example.com.au jane@example.org.uk jane@example.edu JaNe@ExAmPlE.CoM
bob.o'neil@example.com info@müller.example kontakt@straße.example 田中@example.jp test.user@example.cloud sales@example.shop ops@example.systems
`
  .trim()
  .split(/\n| (?=[^ ]*@)| (?=[^ ]*%40)/)
  .map((entry) => entry.trim())
  .reduce<string[]>((all, entry) => {
    // A quoted name may hold a space.
    const last = all[all.length - 1];
    if (last !== undefined && (last.match(/"/g)?.length ?? 0) % 2 === 1) all[all.length - 1] = `${last} ${entry}`;
    else all.push(entry);
    return all;
  }, []);

export const emailSurroundings: readonly string[] = [
  '{v}',
  'From: {v}',
  '<{v}>',
  'mail to {v}, please',
  'user={v};',
  '"email":"{v}"',
  'Ask {v}.',
  'mailto:{v}?subject=x',
  '/search?mail={v}&a=1',
  '({v})',
  '{v}: refused',
  '请联系 {v} 谢谢',
  '[{v}]',
  '|{v}|',
];

/** Telephone numbers that are told by their form. */
export const phones: readonly string[] = [
  ...[
    '+1 415 555 2671',
    '+14155552671',
    '+1 (415) 555-2671',
    '+1-415-555-2671',
    '+1.415.555.2671',
    '(415) 555-2671',
    '(415)555-2671',
  ],
  ...[
    '415-555-2671',
    '415.555.2671',
    '1-415-555-2671',
    '1 (415) 555-2671',
    '415-555-2671 ext. 123',
    '(415) 555-2671 x99',
    '415 555 2671',
  ],
  ...[
    '+44 20 7946 0958',
    '+442079460958',
    '020 7946 0958',
    '(020) 7946 0958',
    '07700 900123',
    '07700 900 123',
    '+44 (0)20 7946 0958',
    '0161 496 0123',
  ],
  ...[
    '+49 30 1234567',
    '+49 (30) 1234567',
    '030 1234567',
    '030/1234567',
    '0171 1234567',
    '0171-1234567',
    '+49-171-1234567',
    '089 / 123 456 78',
    '(030) 1234567',
  ],
  ...[
    '0049 30 1234567',
    '+33 1 23 45 67 89',
    '01 23 45 67 89',
    '01.23.45.67.89',
    '06-12-34-56-78',
    '+33 (0)6 12 34 56 78',
    '0033 1 23 45 67 89',
  ],
  ...[
    '+86 138 0013 8000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 10 1234 5678',
    '010-12345678',
    '+81 3-1234-5678',
    '03-1234-5678',
    '090-1234-5678',
  ],
  ...[
    '+81 90 1234 5678',
    '+91 98765 43210',
    '98765 43210',
    '98765-43210',
    '+91-22-12345678',
    '022-12345678',
    '+61 2 1234 5678',
    '(02) 1234 5678',
    '0412 345 678',
  ],
  ...[
    '+61 412 345 678',
    '1300 123 456',
    '1800 123 456',
    '+55 11 91234-5678',
    '(11) 91234-5678',
    '+34 612 345 678',
    '+34 91 123 45 67',
    '+39 06 1234 5678',
  ],
  ...[
    '06 1234 5678',
    '+31 20 123 4567',
    '020-1234567',
    '+32 2 123 45 67',
    '02 123 45 67',
    '+41 44 668 18 00',
    '044 668 18 00',
    '+43 1 123 45 67',
    '+45 12 34 56 78',
  ],
  ...[
    '+46 8 123 456 78',
    '08-123 456 78',
    '+47 22 12 34 56',
    '+48 22 123 45 67',
    '+7 495 123-45-67',
    '+7 (495) 123-45-67',
    '+90 212 123 45 67',
    '+82 2-1234-5678',
  ],
  ...[
    '02-1234-5678',
    '010-1234-5678',
    '+65 6123 4567',
    '+852 2123 4567',
    '+971 4 123 4567',
    '+972 3-123-4567',
    '+20 2 12345678',
    '+27 21 123 4567',
    '021 123 4567',
  ],
  ...[
    '+52 55 1234 5678',
    '+54 11 1234-5678',
    '+353 1 123 4567',
    '+351 21 123 4567',
    '+30 21 0123 4567',
    '+420 123 456 789',
    '+358 9 1234567',
    '+380 44 123 4567',
  ],
  ...[
    '00441214960123',
    '+1 800 555 0199',
    '1-800-555-0199',
    '800-555-0199',
    '(800) 555 0199',
    '+1 415 555 2671 ext 5',
    '+442079460958;ext=12',
    '+84 24 1234 5678',
  ],
  ...[
    '415-5552671',
    '4155552671 x 123',
    '(415)555-2671EXT99',
    '415-555-2671 , ext 7246433',
    '011 44 20 7946 0958',
    '01 (55) 1234 5678',
    '044 (55) 1234-5678',
    '0343 15 555 1212',
    '045 55 1234-5678',
    '0900-1 123 123',
    '495 123-45-67',
  ],
];

/** Numbers that a word must tell of. */
export const labelledPhones: readonly string[] = [
  ...[
    'phone: 4155552671',
    'Phone number: 13800138000',
    'tel:4155552671',
    'tel. 0301234567',
    'mobile=9876543210',
    '"phone":"4155552671"',
    "phone_number='612345678'",
  ],
  ...[
    'phoneNumber: 0612345678',
    'Fax: 5551234',
    'cell 4155552671',
    'Handy: 01711234567',
    'call me at 4155552671',
    'My phone number is 4155552671',
    'whatsapp 5511912345678',
  ],
  ...[
    '手机号：13800138000',
    '电话: 01012345678',
    'msisdn=491711234567',
    'contact no. 9876543210',
    'Telefon 12345678',
    '携帯 09012345678',
  ],
  ...['my number is 033316005', 'her new number: 4155552671', 'Call 033316005 now', 'amounts 20 415-555-2671'],
];

/** Numbers that are no cards by their check digit or their range, behind a word for a card. */
export const labelledCards: readonly string[] = [
  'my card: 1234 5678 8765 4321.',
  'credit card number is 4012-8888-8888-1882',
  'Amex card 1234 567890 12345',
  'card number: 1234567890123456',
  '"card": "4111 1111 1111 1112"',
];

/** How account numbers are written: {v} without spaces, {g} in groups of four. */
export const ibanWritings: readonly string[] = ['{v}', '{g}', 'IBAN{v}', 'IBAN: {g}', 'iban={v};', '{g2}', '{g-}', '{g/}'];

/** Account numbers of many countries; the bank and the account are made up, the check digits are right. */
export function ibans(): readonly string[] {
  const next = numbersFrom(5);
  const lengths =
    'AD24 AE23 AT20 BE16 BG22 BR29 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IL23 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SA24 SE24 SI19 SK24 SM27 TR26 UA29';
  return lengths.split(' ').map((entry) => {
    const country = entry.slice(0, 2);
    const account = Array.from({ length: Number(entry.slice(2)) - 4 }, () => String(next(10))).join('');
    const checks = Array.from({ length: 97 }, (_, n) => String(n + 2).padStart(2, '0'));
    return `${country}${checks.find((digits) => passesMod97(`${country}${digits}${account}`)) ?? ''}${account}`;
  });
}

/** Card numbers by scheme, with and without groups. */
export function cards(): readonly string[] {
  const next = numbersFrom(3);
  const schemes: readonly (readonly [string, number])[] = [
    ...([
      ['4', 16],
      ['4', 13],
      ['51', 16],
      ['53', 16],
      ['55', 16],
      ['2221', 16],
      ['2720', 16],
      ['34', 15],
      ['37', 15],
      ['300', 14],
      ['305', 14],
    ] as const),
    ...([
      ['36', 14],
      ['38', 14],
      ['6011', 16],
      ['644', 16],
      ['65', 16],
      ['3528', 16],
      ['3589', 16],
      ['62', 16],
      ['62', 19],
      ['2200', 16],
      ['5018', 16],
    ] as const),
    ...([
      ['6304', 16],
      ['6759', 16],
      ['6062', 16],
      ['5067', 16],
      ['81', 16],
      ['9792', 16],
    ] as const),
  ];
  return schemes.flatMap(([prefix, length]) => {
    const some = prefix + Array.from({ length: length - prefix.length - 1 }, () => String(next(10))).join('');
    const number = Array.from({ length: 10 }, (_, n) => `${some}${n}`).find(passesLuhn) ?? '';
    const groups =
      length === 15 ? /^(\d{4})(\d{6})(\d{5})$/ : length === 14 ? /^(\d{4})(\d{6})(\d{4})$/ : /^(\d{4})(\d{4})(\d{4})(\d+)$/;
    return ['', ' ', '-', '.', '\u00a0'].map((sign) =>
      number.replace(groups, (_all, ...parts: readonly string[]) =>
        parts
          .filter((part) => /^\d+$/.test(part) && part.length < 8)
          .slice(0, length > 15 || length === 13 ? 4 : 3)
          .join(sign),
      ),
    );
  });
}
