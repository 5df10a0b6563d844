import { parseArgs } from 'node:util';
import { Misuse, print } from '../command';
import type { Command } from '../command';

const help = `holdpoint verify: is this ledger as it was written?

Usage
  holdpoint verify LEDGER.json [--head HASH] [--heads FILE]

Checks a file that "Export JSON" on the screen Decisions made, without asking
anybody. Exit code: 0 whole, 1 broken (names the first entry), 2 not readable.

Options
  --head HASH       a hash of the ledger that you kept elsewhere; some entry of
                    the file must have it
  --heads FILE      what "holdpoint gate --heads FILE" kept: every head of this
                    ledger's project must be the hash of some entry, so that not
                    even who writes the ledger can write it anew unnoticed

Examples
  holdpoint verify holdpoint-ledger-SHOP.json
  holdpoint verify holdpoint-ledger-SHOP.json --heads holdpoint-heads.jsonl
`;

const options = { head: { type: 'string' }, heads: { type: 'string' } } as const;

export const verify: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) throw new Misuse('verify needs one file.');
    if (values.head !== undefined && !/^[0-9a-f]{64}$/i.test(values.head))
      throw new Misuse(`"${values.head}" is not a hash: it has 64 hexadecimal digits.`);
    const heads = values.heads === undefined ? null : (await import('../heads-file')).readHeads(values.heads);
    const { verifyFile } = await import('../verify-file');
    const { exitCode, sentence } = verifyFile(path, values.head?.toLowerCase() ?? null, heads);
    if (exitCode === 2) throw new Misuse(sentence);
    await print(sentence);
    return exitCode;
  },
};
