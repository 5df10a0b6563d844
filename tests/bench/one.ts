/** One benchmark in a process of its own: its whole name, then what it takes. Started by `measure.ts`. */
import { benches, learning } from './benches';

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const run = { ...benches, ...learning }[name];
  if (run === undefined) throw new Error(`There is no benchmark "${name}".`);
  await run();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
