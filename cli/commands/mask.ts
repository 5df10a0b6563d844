import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { defaultMaskingRules, Masker, patternProblem, StreamMasker } from '../../src/environments/masking';
import type { MaskingRules } from '../../src/environments/masking';
import { Misuse } from '../command';
import type { Command } from '../command';

const help = `holdpoint mask: takes secrets and personal data out of logs

Usage
  holdpoint mask [options] < LOG > MASKED
  holdpoint mask [options] FILE...

Reads logs and writes them to standard output with pseudonyms in place of
tokens, passwords, private keys, e-mail addresses, phone numbers, payment
cards, IBANs and social security numbers, e.g. [email:3f9a2c1b]. Equal values
get equal pseudonyms under the same key. Without a key, one is made up for
this run: equal values are equal within this run only.
Exit code: 0 masked, 2 not readable.

Options
  --key KEY         what the pseudonyms depend on; default HOLDPOINT_MASK_KEY.
                    Prefer the variable: other users of a machine can see
                    the options of a command
  --ips             mask addresses of machines, too
  --keep KIND       leave one kind alone: secrets, emails, phones, cards,
                    ibans, ids (may be repeated)
  --allow VALUE     never mask this value or e-mail domain, e.g.
                    noreply@example.com, example.org, *.example.org (may be
                    repeated)
  --id FORM         mask national ids of this form: 9 is a digit, A a letter,
                    anything else is itself, e.g. AA-999999-A (may be repeated)
  --word WORD       mask this word wherever it stands alone (may be repeated)

Environment
  HOLDPOINT_MASK_KEY  the key

Examples
  kubectl logs deploy/shop | holdpoint mask > shop.log
  holdpoint mask --allow '*.example.org' build.log test.log > masked.log
`;

const options = {
  key: { type: 'string' },
  ips: { type: 'boolean' },
  keep: { type: 'string', multiple: true },
  allow: { type: 'string', multiple: true },
  id: { type: 'string', multiple: true },
  word: { type: 'string', multiple: true },
} as const;

const kinds: Readonly<Record<string, Partial<MaskingRules>>> = {
  secrets: { secrets: false },
  emails: { emails: false },
  phones: { phones: false },
  cards: { cards: false },
  ibans: { ibans: false },
  ids: { nationalIds: false },
};

function leftAlone(kind: string): Partial<MaskingRules> {
  const found = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (found === undefined) throw new Misuse(`--keep takes ${Object.keys(kinds).join(', ')}, not "${kind}".`);
  return found;
}

function idForm(form: string): string {
  const problem = patternProblem(form);
  if (problem !== null) throw new Misuse(`"${form}" is no form of an id: ${problem}`);
  return form;
}

/** Writes without holding more in memory than the reader takes. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
}

async function pipe(input: Readable, masker: Masker): Promise<void> {
  const stream = new StreamMasker(masker);
  input.setEncoding('utf8');
  for await (const piece of input) await write(stream.push(String(piece)));
  await write(stream.end());
}

export const mask: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const rules: MaskingRules = {
      ...defaultMaskingRules,
      ...{ ips: values.ips === true, allow: values.allow ?? [], words: values.word ?? [] },
      nationalIdPatterns: (values.id ?? []).map(idForm),
      ...(values.keep ?? []).map(leftAlone).reduce((all, one) => ({ ...all, ...one }), {}),
    };
    const key = values.key ?? process.env['HOLDPOINT_MASK_KEY'] ?? '';
    if (key === '')
      process.stderr.write('holdpoint: no key is given, so equal values get equal pseudonyms within this run only.\n');
    const masker = new Masker(rules, key === '' ? randomBytes(32).toString('hex') : key);
    if (positionals.length === 0) await pipe(process.stdin, masker);
    for (const path of positionals)
      await pipe(path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 262_144 }), masker);
    return 0;
  },
};
