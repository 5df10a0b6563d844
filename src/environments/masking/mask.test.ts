import fc from 'fast-check';
import { cleanLines } from './logs.fixture';
import { Masker } from './mask';
import { patternProblem } from './national-ids';
import { cards, emails, ibans, phones } from './people.fixture';
import { defaultMaskingRules, defaultMaskingSettings, rulesFor } from './rules';
import { StreamMasker } from './stream';
import { assignments, filled, namedForms, numbersFrom, standaloneForms } from './tokens.fixture';

const masker = new Masker(defaultMaskingRules, 'key');
const masked = (text: string) => masker.mask(text).text;
const counts = (text: string) => masker.mask(text).counts;
const begin = (name: string) => `-----BEGIN ${name}-----`;
const end = (name: string) => `-----END ${name}-----`;
const next = numbersFrom(23);
const keyLines = Array.from({ length: 12 }, () => filled('{b64:64}', next));

test('ordinary log lines stay as they are', () => {
  const lines = cleanLines(100);
  expect(lines.length).toBe(2_000);
  const changed = lines.filter((line) => masked(line) !== line);
  expect(changed.slice(0, 20)).toEqual([]);
  expect(changed.length).toBeLessThanOrEqual(lines.length * 0.005);
});

test('passwords and credentials are masked in the forms of files, commands, headers and addresses', () => {
  const said = 'Tr0ub4dor-3x';
  const texts = [
    ...[
      `password=${said}`,
      `password: ${said}`,
      `"password": "${said}"`,
      `PASSWORD='${said}'`,
      `passwd = ${said}`,
      `db.pwd=${said}`,
      `PGPASSWORD=${said} psql`,
      `--password ${said}`,
    ],
    ...[
      `--password=${said}`,
      `mysql -uroot -p${said} shop`,
      `sshpass -p ${said} ssh x`,
      `docker login -u bot -p ${said} registry.example.com`,
      `curl -u bot:${said} https://example.com`,
    ],
    ...[
      `postgres://app:${said}@db:5432/shop`,
      `mongodb+srv://app:${said}@cluster.example.com/x`,
      `redis://:${said}@cache:6379`,
      `amqp://app:${said}@mq/v`,
      `https://bot:${said}@example.com/x.git`,
    ],
    ...[
      `jdbc:postgresql://db/shop?user=app&password=${said}`,
      `jdbc:oracle:thin:scott/${said}@//db:1521/x`,
      `Server=db;User Id=sa;Password=${said};Encrypt=true`,
      `AccountName=a;AccountKey=${said}${said}==;X=1`,
    ],
    ...[
      `Endpoint=sb://x;SharedAccessKeyName=a;SharedAccessKey=${said}${said}=`,
      `Authorization: Bearer ${said}`,
      `authorization: Basic ${said}=`,
      `"Authorization": "Token ${said}"`,
      `Proxy-Authorization: Basic ${said}==`,
    ],
    ...[
      `Authorization: Digest username="x", response="${said}"`,
      `-H 'X-Api-Key: ${said}'`,
      `X-Auth-Token: ${said}`,
      `Cookie: session=${said}; lang=de`,
      `Set-Cookie: sid=${said}; Path=/; HttpOnly`,
      `JSESSIONID=${said}`,
    ],
    ...[
      `<password>${said}</password>`,
      `<add key="Password" value="${said}"/>`,
      `IDENTIFIED BY '${said}'`,
      `machine example.com login bot password ${said}`,
      `requirepass ${said}`,
      `?sig=${said}${said}&se=2026`,
    ],
    ...[
      `client_secret=${said}`,
      `"secret": "${said}"`,
      `my_pass: ${said}`,
      `DB_PASS=${said}`,
      `spring.datasource.password=${said}`,
      `secretKey: "${said}"`,
      `{\\"password\\":\\"${said}\\"}`,
      `password is ${said}`,
    ],
    ...[
      `passphrase: "${said}"`,
      `ENV API_TOKEN ${said}${said}`,
      `:password => "${said}"`,
      `Passwort: ${said}`,
      `pwd=${said}`,
      `access_token=${said}${said}`,
      `token: ${said}`,
    ],
  ];
  expect(texts.filter((text) => masked(text).includes(said.slice(3)) || counts(text).secret === undefined)).toEqual([]);
  expect(
    ['password=letmein', "password: 'hunter'", 'password: changeme', 'PASSWORD=secretword'].filter(
      (text) => masked(text) === text,
    ),
  ).toEqual([]);
});

test('passwords are masked behind their name in other languages and scripts', () => {
  const said = 'Tr0ub4dor-3x';
  const names = ['Passwort', 'Kennwort', 'mot de passe', 'contraseña', 'senha', 'wachtwoord', 'hasło', 'lösenord', 'пароль'];
  const others = ['密码', '密碼', 'パスワード', '비밀번호', 'סיסמה', 'κωδικός', 'पासवर्ड', 'şifre', 'jelszó'];
  const texts = [...names, ...others].flatMap((name) => [`${name}: ${said}`, `${name}=${said}`, `"${name}": "${said}"`]);
  expect(texts.filter((text) => masked(text).includes(said.slice(3)))).toEqual([]);
});

test('words about secrets are left', () => {
  const texts = [
    ...[
      'password: ',
      'password=',
      'password=null',
      'password=${DB_PASSWORD}',
      'password: {{ vault }}',
      'password=********',
      'Password must have eight characters',
      'Wrong password: try again later',
    ],
    ...[
      'token count: 4096',
      'token=null',
      'Unexpected token: expected a comma here',
      'tokenizer: whitespace',
      'keyword: release',
      'primaryKey = id',
      'key=user_id',
      'author: somebody',
      'PWD=/home/dev',
      'secretName: shop-tls',
    ],
    ...[
      'Authorization: none',
      'auth=true',
      'passwordPolicy=strong',
      'access: public',
      'Basic authentication is off',
      'bearer token missing',
      'the secret of success: patience and work',
      'api_version=v1',
    ],
    ...[
      'https://example.com/a/b?c=d',
      'https://$USER:$PASS@example.com',
      'ssh://git@example.com/x',
      'login(username=username, password=password)',
      'label="Password:", next="Remember me:"',
      'text("Password: " + read() + ",")',
      'def open(self, password = ""):',
      '"/forms/a-strong-password":"/en/forms/strong"',
      'pwd = (char *) (p + 2);',
      'if (this->password->isValid()) return token->value;',
      'curl -u "$USER:$TOKEN" https://example.com',
      'docker run --user 1000:1000 app',
      'password for user admin is required',
      's.AcceptanceTimeoutSeconds = 3',
      '<password>{min length 12}</password>',
      'gitlab commit 3af0b286b668d9636fd68076d6c87a33',
    ],
    ...[begin('CERTIFICATE'), 'x-request-id: 4bf92f3577b34da6a3ce929d0e0e4736'],
  ];
  expect(texts.filter((text) => masked(text) !== text)).toEqual([]);
});

test('private keys are masked whole: in lines, in one line, cut off; certificates are left', () => {
  for (const name of [
    'RSA PRIVATE KEY',
    'PRIVATE KEY',
    'EC PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'DSA PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ]) {
    const whole = [begin(name), ...keyLines, end(name)];
    for (const text of [
      whole.join('\n'),
      whole.join('\r\n'),
      whole.join('\\n'),
      whole.join(' '),
      `key: "${whole.join('\\n')}"`,
      whole.map((line) => `  ${line}`).join('\n'),
    ]) {
      const left = masked(`a\n${text}\nb`);
      expect(keyLines.filter((line) => left.includes(line.slice(0, 20)))).toEqual([]);
      expect(left).toMatch(/^a\n[^\n]*\[secret:[0-9a-f]{8}\][^\n]*\nb$/);
    }
    expect(keyLines.filter((line) => masked(`${whole.slice(0, -1).join('\n')}\nthen an ordinary line`).includes(line))).toEqual(
      [],
    );
  }
  const certificate = [begin('CERTIFICATE'), ...keyLines, end('CERTIFICATE')].join('\n');
  expect(masked(certificate)).toBe(certificate);
  const putty = [
    'PuTTY-User-Key-File-3: ssh-rsa',
    'Private-Lines: 12',
    ...keyLines,
    `Private-MAC: ${filled('{hex:64}', next)}`,
  ].join('\n');
  expect(keyLines.filter((line) => masked(putty).includes(line))).toEqual([]);
});

test('equal values get equal pseudonyms however they are written, other keys give others', () => {
  const of = (text: string) => /\[\w+:[0-9a-f]{8}\]/.exec(masked(text))?.[0];
  expect(of('4111 1111 1111 1111')).toBe(of('card 4111-1111-1111-1111'));
  expect(of('Jane@Example.com')).toBe(of('jane@example.com'));
  expect(of('jane%40example.com')).toBe(of('jane@example.com'));
  expect(of('DE89 3704 0044 0532 0130 00')).toBe(of('de89370400440532013000'));
  expect(of('+49 30 1234567')).toBe(of('0049 30 1234567'));
  expect(of('jane@example.com')).toMatch(/^\[email:[0-9a-f]{8}\]$/);
  expect(of('jane@example.com')).not.toBe(
    /\[.*\]/.exec(new Masker(defaultMaskingRules, 'other').mask('jane@example.com').text)?.[0],
  );
  expect(counts('a@example.com, b@example.com, 4111111111111111')).toEqual({ email: 2, card: 1 });
});

const pieces = fc.oneof(
  fc.constantFrom(...emails, ...phones, ...cards(), ...ibans()),
  fc.constantFrom(...standaloneForms.map((form) => filled(form, next))),
  fc.constantFrom(
    ...namedForms.slice(0, 20).flatMap(([name, form]) =>
      assignments.map((text) =>
        text
          .replaceAll('{n}', name)
          .replaceAll('{N}', name)
          .replace('{v}', () => filled(form, next)),
      ),
    ),
  ),
  fc.constantFrom(
    ...cleanLines(2),
    'password=',
    'token: ',
    '"',
    "'",
    '=',
    ':',
    '@',
    '-----BEGIN RSA PRIVATE KEY-----',
    '\n',
    ' ',
    ',',
    'Authorization: ',
    'Cookie: a=',
    '://',
    '%40',
    '[',
    ']',
    '[email:3f9a2c1b]',
    '\\n',
    '+',
    '(',
  ),
  fc.string(),
  fc.string({ unit: 'binary' }),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

test('masking what is masked changes nothing', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = masked(text);
      expect(masked(once)).toBe(once);
    }),
    { numRuns: 1_500 },
  );
});

test('a text is never much longer than before, and findings never overlap', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const findings = masker.findings(text);
      expect(masked(text).length).toBeLessThanOrEqual(text.length + findings.length * 17);
      findings.forEach(({ start, end: until }, n) => {
        expect(start).toBeGreaterThanOrEqual(findings[n - 1]?.end ?? 0);
        expect(until).toBeGreaterThan(start);
      });
    }),
  );
});

test('words of small letters with spaces and full stops stay as they are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}[.,;!?]?$/)).map((words) => words.join(' ')),
      (text) => masked(text) === text,
    ),
  );
});

test('a text in pieces is masked as it is whole, and no piece gives out a part of a secret', () => {
  const block = [begin('RSA PRIVATE KEY'), ...keyLines, end('RSA PRIVATE KEY')].join('\n');
  const whole = [
    ...cleanLines(3),
    block,
    'password=hunter2',
    'mail jane@example.com',
    `token ${filled('ghp_{any:36}', next)}`,
    ...cleanLines(1),
  ].join('\n');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 }), (sizes) => {
      const stream = new StreamMasker(masker);
      let given = '';
      for (let at = 0, n = 0; at < whole.length; at += sizes[n % sizes.length] ?? 1, n += 1)
        given += stream.push(whole.slice(at, at + (sizes[n % sizes.length] ?? 1)));
      expect(given + stream.end()).toBe(masked(whole));
    }),
    { numRuns: 60 },
  );
});

test('one very long line is given out in pieces', () => {
  const stream = new StreamMasker(masker);
  let given = '';
  for (let n = 0; n < 40; n += 1) given += stream.push(`${'word '.repeat(20_000)}password=hunter${n}x `);
  expect(given.length).toBeGreaterThan(1_000_000);
  given += stream.end();
  expect(given).not.toContain('hunter');
  expect(given.match(/\[secret:/g)?.length).toBe(40);
});

test('no text takes long, whatever it repeats', () => {
  const repeated = [
    ...[
      'a',
      '1',
      '=',
      '@',
      'a@',
      'a@a.',
      '-',
      begin('RSA PRIVATE KEY'),
      '-----BEGIN',
      'eyJ',
      'eyJ.',
      '"',
      "'",
      ' ',
      '\\',
      'password=',
      'token="',
      'a=',
      ':',
      '://',
      'a://b:',
      '$',
      '$1$',
      '+1',
      '(',
      '1 ',
      '1-',
      '1.',
      '+1 (2',
      '%40',
    ],
    ...[
      '[',
      '[email:',
      '[email:3f9a2c1b]',
      'Authorization: ',
      'Authorization:x',
      'Cookie:a=',
      'sc_-',
      '.',
      'a.',
      '~',
      '|',
      '1|',
      'GB82 ',
      '-p ',
      '--password ',
      'curl -u ',
      ',',
      '",',
      "'a','",
      'é',
      '田',
      'é@',
      '\u{1f600}',
      'AAAA',
      'Bearer ',
      '\n',
      'a\n',
      'phone ',
    ],
    ...['u+', 'sk-', '-pa', 'ext_-', 'b.AAAAAQ', '1\u00a0', '1\u2009', '1234 ', '4111 ', '(030) ', 'mysql -p', 'token=\\"'],
  ];
  for (const part of repeated) {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    expect(masked(text).length).toBeGreaterThan(0);
  }
  expect(masked('a'.repeat(5_000_000)).length).toBe(5_000_000);
});

test('the rules turn kinds off, allow values and domains, and add words and forms of ids', () => {
  const text =
    'mail jane@example.com, noreply@example.org, x@ci.example.net; card 4111111111111111; 10.0.0.1; Project BlueFin; id AB-123456-C';
  const of = (rules: Partial<typeof defaultMaskingRules>) =>
    new Masker({ ...defaultMaskingRules, ...rules }, 'key').mask(text).counts;
  expect(of({})).toEqual({ email: 3, card: 1 });
  expect(of({ emails: false, cards: false })).toEqual({});
  expect(of({ allow: ['NoReply@example.org', '*.example.net'] })).toEqual({ email: 1, card: 1 });
  expect(of({ allow: ['example.com', '4111 1111 1111 1111'], ips: true })).toEqual({ email: 2, card: 1, ip: 1 });
  expect(of({ allow: ['4111111111111111'], emails: false, words: ['bluefin', 'jan'] })).toEqual({ word: 1 });
  expect(of({ emails: false, cards: false, nationalIdPatterns: ['AA-999999-A'] })).toEqual({ id: 1 });
  expect(
    new Masker({ ...defaultMaskingRules, ips: true }, 'key').mask(
      '::1 fe80::1ff:fe23:4567:890a 2001:db8::1 09:05:00 00:16:3e:5e:6c:00',
    ).counts,
  ).toEqual({ ip: 2 });
});

test('forms of ids are checked before they are used', () => {
  expect(['999-99-9999', 'AA999999A', '99.99.99-999.99'].map(patternProblem)).toEqual([null, null, null]);
  expect(
    ['', '9', 'AAAAAA', ' 999999', '9'.repeat(50), '-99999', 'é99999'].filter((form) => patternProblem(form) === null),
  ).toEqual([]);
});

test('an environment has its own rules where there are some', () => {
  const own = { ...defaultMaskingRules, ips: true };
  const settings = { ...defaultMaskingSettings, environments: { test: own } };
  expect(rulesFor('test', settings)).toBe(own);
  expect(rulesFor('staging', settings)).toBe(defaultMaskingRules);
  expect(rulesFor(null, settings)).toBe(defaultMaskingRules);
  expect(rulesFor('constructor', settings)).toBe(defaultMaskingRules);
});
