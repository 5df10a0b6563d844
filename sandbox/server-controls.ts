import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { parseDuration } from './duration';
import { readBody, readJson, Refused, sendJson } from './server-exchange';
import type { Site } from './site';
import { setSwitches } from './switch-settings';

const advanceSchema = z.strictObject({ advance: z.string() });
const sqlSchema = z.strictObject({ reset: z.literal(true) });

type Control = (site: Site, body: unknown, url: URL, reset: () => Promise<void>) => unknown;

const clockOf = (site: Site): unknown => ({ now: site.clock.now().toISOString() });

/** `/sandbox/...`: how tests and people move the sandbox's time, ask whether it rests, and make things go wrong. */
const controls: Readonly<Record<string, Control>> = {
  'GET clock': clockOf,
  'POST clock': async (site, body) => {
    const parsed = advanceSchema.safeParse(body);
    if (!parsed.success) throw new Refused(400, 'Write {"advance":"2h"}.');
    await site.clock.advance(parseDuration(parsed.data.advance));
    return clockOf(site);
  },
  'GET idle': (site) => (site.forge.idle() ? { idle: true } : { idle: false, busy: site.clock.busy() }),
  'GET faults': (site) => site.faults.settings(),
  'POST faults': (site, body) => {
    site.faults.set(body);
    return site.faults.settings();
  },
  'GET trace': (site, _body, url) => site.trace.since(Number(url.searchParams.get('since') ?? 0)),
  'GET switches': (site) => site.switches,
  'POST switches': (site, body) => {
    setSwitches(site.switches, body);
    return site.switches;
  },
  'GET sql': (site) => site.forge.sqlUse.report(),
  'POST sql': (site, body) => {
    if (!sqlSchema.safeParse(body).success) throw new Refused(400, 'Write {"reset":true}.');
    site.forge.sqlUse.reset();
    return site.forge.sqlUse.report();
  },
  'GET mail': (site) => site.jira.mail(),
  'GET accounts': (site) => site.forge.accounts.view(),
  'POST accounts': (site, body) => {
    site.forge.accounts.mark(body);
    return site.forge.accounts.view();
  },
  'GET installed': (site) => site.forge.state(),
  'POST install': async (site) => {
    await site.forge.install();
    return site.forge.state();
  },
  'POST uninstall': async (site) => {
    await site.forge.uninstall();
    return site.forge.state();
  },
  'POST reset': async (_site, _body, _url, reset) => {
    await reset();
    return { reset: true };
  },
};

export async function answerControl(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  reset: () => Promise<void>,
): Promise<void> {
  const name = `${request.method} ${url.pathname.slice('/sandbox/'.length)}`;
  const control = controls[name];
  if (!control) throw new Refused(404, `The sandbox has no control "${name}"; it has ${Object.keys(controls).join(', ')}.`);
  const body = readJson(await readBody(request));
  try {
    const answered = await control(site, body, url, reset);
    sendJson(response, 200, answered, { date: site.clock.now().toUTCString() });
  } catch (error) {
    if (error instanceof RangeError) throw new Refused(400, error.message);
    throw error;
  }
}
