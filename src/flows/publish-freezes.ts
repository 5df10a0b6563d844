import { z } from 'zod';
import { freezesProperty } from '../contracts/published-freezes';
import { toldFreezes } from '../gates';
import { freezesOfProject } from '../gates/shell';
import { canonical } from '../kernel/json';
import { readKey, writeKey } from '../platform/key-value';
import { isFinal, ok, readProjectProperty, removeProjectProperty, writeProjectProperty } from '../platform/jira';
import type { JiraOutcome } from '../platform/jira';
import { logInfo } from '../platform/log';
import type { Settings } from '../settings';
import { readSettings } from '../settings/shell';
import { keptOutOf } from './freeze-evidence';

/** After so many changes in a row while publishing, whoever made the last one publishes it. */
const mostRounds = 3;

/**
 * Publishes to the project which releases are frozen and which defects their freezes keep out, for `holdpoint check-commits`, which asks
 * Jira alone. Writes where something has changed; looks again afterwards, so that of two who publish at once the newer state stays.
 * @param trust false where Jira is asked what stands there, because somebody may have changed it
 */
export async function publishFreezes(projectId: string, trust = true): Promise<JiraOutcome<null>> {
  const settings = await readSettings();
  if (settings.kind !== 'ok') return ok(null);
  for (let round = 0; round < mostRounds; round += 1) {
    const wanted = await wantedOf(projectId, settings.settings);
    const text = wanted === null ? '' : canonical({ ...wanted });
    const there = round === 0 && !trust && wanted !== null ? await foundText(projectId) : ok(await lastText(projectId));
    if (there.kind !== 'ok') return there;
    if (there.value === text) return ok(null);
    const written =
      wanted === null
        ? await removeProjectProperty(projectId, freezesProperty)
        : await writeProjectProperty(projectId, freezesProperty, wanted);
    if (written.kind !== 'ok') {
      logInfo('freezes-not-published', { project: projectId, because: written.because });
      return isFinal(written) ? ok(null) : written;
    }
    await writeKey(memory(projectId), { text });
  }
  return ok(null);
}

async function wantedOf(projectId: string, settings: Settings) {
  const standing = (await freezesOfProject(projectId)).filter(({ state }) => state === 'standing');
  if (standing.length === 0) return null;
  return toldFreezes(standing, await keptOutOf(standing, settings));
}

const memory = (projectId: string) => `freezes-published-${projectId}`;

async function lastText(projectId: string): Promise<string> {
  const kept = await readKey(memory(projectId));
  return typeof kept === 'object' && kept !== null && 'text' in kept && typeof kept.text === 'string' ? kept.text : '';
}

async function foundText(projectId: string): Promise<JiraOutcome<string>> {
  const found = await readProjectProperty(projectId, freezesProperty);
  if (found.kind !== 'ok') return found;
  const value = z.json().catch(null).parse(found.value);
  return ok(value === null ? '' : canonical(value));
}
