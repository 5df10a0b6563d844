/** A sandbox of its own process, as `npm start` has it, on a free port and with Atlassian's specification as the referee where it is present. */
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { startSandbox } from '../sandbox/compose';
import { emptyProject, generateShop, importSearchJson, withEmptyProject } from '../sandbox/data';
import { createReferee } from '../sandbox/jira/referee';
import type { SiteSeed } from '../sandbox/jira/model';
import { openApiPath } from './shared-material';

function seedOf(kind: string): SiteSeed {
  if (kind === 'empty') return emptyProject();
  if (kind.startsWith('import:'))
    return importSearchJson(readFileSync(kind.slice('import:'.length), 'utf8'), { defectTypes: [] });
  const [size, beside] = kind.split('+');
  const shop = generateShop({ size: Number(size) });
  return beside === undefined ? shop : withEmptyProject(shop, beside, `${beside} project`);
}

async function main(): Promise<void> {
  const referee = process.argv[3] === 'refereed' && existsSync(openApiPath) ? createReferee(openApiPath) : null;
  const seed = seedOf(process.argv[2] ?? '600');
  const sandbox = await startSandbox({
    port: 0,
    seed,
    quiet: true,
    demo: true,
    ...(process.argv[4] === 'lived-in' ? { grants: true, triage: true, deferrals: true } : {}),
    ...(referee === null ? {} : { referee: (...answer) => referee.check(...answer) }),
  });
  console.log(
    JSON.stringify({ url: sandbox.url, notes: seed.notes, database: sandbox.database, connection: sandbox.connection }),
  );
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'findings') console.log(JSON.stringify(sandbox.refereeFindings()));
    if (line === 'log') console.log(JSON.stringify({ log: sandbox.functionLog() }));
  }
  await sandbox.stop();
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
