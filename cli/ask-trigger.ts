import type { Connection } from '../src/contracts/connection';
import { exchange } from './exchange';
import { rollbackAnswer, unknown } from './gate-answer';
import type { GateAnswer } from './gate-answer';
import type { Asked, GateQuestion } from './ask-gate';
import { persist, usualPatience } from './patience';
import type { Patience } from './patience';
import { realWorld } from './world';
import type { World } from './world';

/** Static answers say no reasons. */
const details = 'For the reasons and the defects set JIRA_BASE_URL, JIRA_EMAIL and JIRA_API_TOKEN.';

/** Asks the gate by the web trigger, which says open, held or unknown and nothing else. */
export async function askTrigger(
  { project, version, stage, train = false, build = null, rollback = false }: GateQuestion,
  connection: Connection,
  patience: Patience = { ...usualPatience, tries: 3 },
  world: World = realWorld,
): Promise<Asked> {
  const url = new URL(connection.urls.gate);
  const about = train ? { train: version } : { project, version };
  const told = { ...about, stage, ...(build === null ? {} : { build }), ...(rollback ? { rollback: 'true' } : {}) };
  for (const [name, value] of Object.entries(told)) url.searchParams.set(name, value);
  const headers = { authorization: `Bearer ${connection.gateToken.trim()}` };
  const reply = await persist(() => exchange({ method: 'GET', url: url.href, headers, limit: 30_000 }), patience, world);
  const asked = (answer: GateAnswer, lasting = false): Asked => ({ answer, projectId: null, lasting });
  const where = `${train ? 'the train ' : ''}${version}${build === null ? '' : `, build ${build}`} and the stage "${stage}"`;

  // What Holdpoint could not judge must not stop a rollback; where it did judge, its word counts.
  const notJudged = (because: string) => asked(rollback ? rollbackAnswer(unknown(because)) : unknown(because));
  if (reply.kind === 'silent') return notJudged(`${url.host} could not be asked: ${reply.because}.`);
  const { status, movedTo } = reply;
  if (status === 200 && reply.text.startsWith('rollback'))
    return asked({
      ...unknown(`${where}: it goes back to what was there before, and a rollback is never held.`),
      exitCode: 0,
      state: 'open',
    });
  if (status === 200) return asked({ ...unknown(`The gate for ${where} lets pass. ${details}`), exitCode: 0, state: 'open' });
  if (status === 409) return asked({ ...unknown(`The gate for ${where} is held. ${details}`), exitCode: 1, state: 'held' });
  if (status === 401) return asked(unknown(`${url.host} does not know this source: set HOLDPOINT_CONNECTION anew.`), true);
  if (status === 400) return asked(unknown(`${url.host} knows no gate for ${where}${train ? '' : ` in ${project}`}.`), true);
  if (status === 404) return asked(unknown(`${url.host} has no such web trigger: was Holdpoint uninstalled?`), true);
  if (movedTo !== null) return asked(unknown(`${url.host} points to ${movedTo}, where nothing is asked.`), true);
  if (status === 503)
    return asked(
      unknown(
        `No verdict is known for ${where}, or none that is in date${build === null ? '' : ', or it is about another build'}. ${details}`,
      ),
    );
  return notJudged(`${url.host} answered ${status}; try again in a minute.`);
}
