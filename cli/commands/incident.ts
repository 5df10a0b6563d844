import { parseArgs } from 'node:util';
import { Misuse, oneOf } from '../command';
import type { Command } from '../command';
import { deliveryOf, keyOf } from '../delivery';
import { given } from '../environment';
import { envelopeOf, instantOf, originOf, ownCiRun, sendOne, tellingHelp, tellingOptions, wholeNumber } from '../sending-options';

const help = `holdpoint incident: tell of an incident

Usage
  holdpoint incident --project KEY --incident KEY --title TEXT --severity S1
                     --environment NAME --started TIME [options]

Sends an incident as it is known now. Call it again when more is known: the
newest word counts, and replaces the one before.

Options
  --incident KEY      e.g. INC-7
  --title TEXT        one line
  --severity S        S1, S2, S3 or S4
  --environment NAME  where, e.g. production
  --started TIME      when it began, e.g. 2026-11-02T09:00:00Z
  --detected TIME     when it was noticed
  --resolved TIME     when it was over
  --users N           how many users it affected
  --issue KEY         the Jira issue that stands for it
${tellingHelp}

The idempotency key is made of everything that is told, and of when.

Example
  holdpoint incident --project SHOP --incident INC-7 --title "Checkout is down" \\
    --severity S1 --environment production --started 2026-11-02T09:00:00Z
`;

const options = {
  ...tellingOptions,
  incident: { type: 'string' },
  title: { type: 'string' },
  severity: { type: 'string' },
  environment: { type: 'string' },
  started: { type: 'string' },
  detected: { type: 'string' },
  resolved: { type: 'string' },
  users: { type: 'string' },
  issue: { type: 'string' },
} as const;

export const incident: Command = {
  help,
  async run(args) {
    const { values } = parseArgs({ args: [...args], options });
    const needed = (name: 'incident' | 'title' | 'severity' | 'environment' | 'started'): string => {
      const text = given(values[name]);
      if (text === null) throw new Misuse(`incident needs --${name}.`);
      return text;
    };
    // What the build server says of its own commit says nothing of the incident.
    const origin = { ...originOf(values, { ...ownCiRun(), build: null, commit: null, branch: null }) };
    const users = given(values.users);
    const payload = {
      ...envelopeOf(values, process.env, new Date()),
      ...origin,
      incident: needed('incident'),
      title: needed('title'),
      severity: oneOf('--severity', needed('severity').toUpperCase(), ['S1', 'S2', 'S3', 'S4']),
      environment: needed('environment'),
      startedAt: instantOf('--started', needed('started')),
      detectedAt: instantOf('--detected', given(values.detected)),
      resolvedAt: instantOf('--resolved', given(values.resolved)),
      usersAffected: users === null ? null : wholeNumber('--users', users, 0),
      issue: given(values.issue),
    };
    const key = given(values.key) ?? keyOf('incident', { ...payload });
    const delivery = await deliveryOf('incident', `incident ${payload.incident}`, { ...payload, key });
    return sendOne(delivery, values);
  },
};
