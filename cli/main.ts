import { commands } from './commands';
import { Misuse, print } from './command';

function overview(): string {
  const width = Math.max(...Object.keys(commands).map(({ length }) => length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `holdpoint: Holdpoint's release gates, for pipelines

Usage
  holdpoint COMMAND [options]
  holdpoint COMMAND --help

Commands
${lines.join('\n')}

Example
  holdpoint gate --project SHOP --version 4.2.0 --stage production
`;
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await print(overview());
    return name === undefined ? 2 : 0;
  }
  const offer = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (offer === undefined) throw new Misuse(`"${name}" is not a command.`);
  const command = await offer.load();
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--help') || options.includes('-h')) {
    await print(command.help);
    return 0;
  }
  return command.run(args);
}

/** What node:util's parseArgs throws for an option that it does not know, or one without its value. */
const misusedOption = (error: Error) => 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

function ended(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  const misused = error instanceof Misuse || (error instanceof Error && misusedOption(error));
  process.stderr.write(`holdpoint: ${message}${misused ? ' See holdpoint --help.' : ''}\n`);
  return 2;
}

// Whoever reads the output may stop early, as `head` does: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.exitCode = ended(error);
  },
);
