import { parseArgs } from 'node:util';
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

export const mask: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { maskLogs } = await import('../mask-logs');
    const wish = {
      key: values.key ?? process.env['HOLDPOINT_MASK_KEY'] ?? '',
      ips: values.ips === true,
      keep: values.keep ?? [],
      allow: values.allow ?? [],
      ids: values.id ?? [],
      words: values.word ?? [],
    };
    await maskLogs(wish, positionals);
    return 0;
  },
};
