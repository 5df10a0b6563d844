import { join } from 'node:path';
import { buildBackend } from '../../build';
import { startDatabase } from '../../database';
import { createFaults } from '../../faults';
import { defaultSwitches } from '../../switches';
import { createClock } from '../../system-clock';
import { createTrace } from '../../trace-log';
import { createForge } from '..';
import { createFunctionLog } from '../function-log';
import { createPlainJira } from './plain-jira';

/** The fixture app on a Forge of its own, with a real worker thread and a real database. */
export async function runFixture(port: number) {
  const repoRoot = join(__dirname, '../../..');
  const home = join(repoRoot, `.sandbox/fixture-${port}`);
  const built = await buildBackend(join(__dirname, 'src/index.ts'), join(home, 'build'));
  const database = await startDatabase({ port, directory: join(repoRoot, `.sandbox/database-${port}`), say: () => undefined });
  const clock = createClock({ start: new Date('2026-11-02T09:00:00.000Z') });
  const trace = createTrace(clock);
  const faults = createFaults();
  const switches = { ...defaultSwitches };
  const jira = createPlainJira();
  const forge = createForge({
    manifestPath: join(__dirname, 'manifest.yml'),
    ...built,
    jira,
    clock,
    trace,
    faults,
    switches,
    database: database.address,
    publicUrl: 'http://127.0.0.1:4750',
    log: createFunctionLog(join(home, 'functions.log'), clock),
    installerAccountId: 'account-admin',
  });
  const view = { moduleKey: 'fixture-page', accountId: 'account-rhea', extension: { type: 'jira:adminPage' }, localId: 'local' };
  return {
    forge,
    jira,
    clock,
    trace,
    faults,
    switches,
    invoke: (key: string, payload: unknown = {}): Promise<unknown> => forge.invokeResolver(view, key, payload),
    async stop() {
      clock.stop();
      await forge.stop();
      await database.stop();
    },
  };
}
