import { parseArgs } from 'node:util';
import { Misuse } from '../command';
import type { Command } from '../command';

const help = `holdpoint fingerprint: which failures are the same?

Usage
  holdpoint fingerprint FILE...

Prints one JSON line for each failure: two failures with the same fingerprint
are the same one, whatever their line numbers, addresses, ids, dates, ports,
directories, thread names and values say.

FILE is
  a text       one failure: a message, a stack trace or a part of a log
  JSON lines   one failure in each line, an object with its text under "text";
               what else the object has, such as "id", is passed on
  -            standard input, either of them

What is printed
  fingerprint  the date of the algorithm and 32 hexadecimal digits; null for an
               empty text
  language     of the stack trace: java (also Kotlin and Scala), javascript
               (also TypeScript), python, csharp (all of .NET), go, ruby, php,
               rust, cpp (also C), kernel (Linux), dart, elixir; null where
               there is no trace
  message      what the root cause says, with <n>, <q>, <path> and others in
               the place of what differs each time
  frames       calls of the root cause, innermost first: function, file, line,
               inApp (the team's own code, not a library or a test runner)
  kind         class or category of the root cause, or null

Exit code: 0 all read, 1 a file or a line could not be read (standard error
says which; the others are printed), 2 the command was called wrongly.

Examples
  holdpoint fingerprint failure.txt
  holdpoint fingerprint monday.log tuesday.log
  holdpoint fingerprint failures.jsonl > fingerprints.jsonl
  kubectl logs deploy/shop --tail 200 | holdpoint fingerprint -
`;

export const fingerprint: Command = {
  help,
  async run(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    if (positionals.length === 0) throw new Misuse('fingerprint needs at least one file.');
    const { fingerprintFiles } = await import('../fingerprint-files');
    return (await fingerprintFiles(positionals)) ? 0 : 1;
  },
};
