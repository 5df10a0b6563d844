import { dayWords } from '../../kernel/day-words';
import type { FreezeViolationsRow } from '../policy';
import { rule } from './rule';

/**
 * Stage -> most defects that were given the release as their fix version on the day of its freeze or later, are still in it, and are of no
 * severity that may still come in, nor let in by an exception. Leaving the severity empty is no way around the freeze. A release without a freeze meets it.
 */
export const freezeViolations = rule<'freeze-violations', 'freeze'>({
  name: 'freeze-violations',
  needs: ['freeze'],
  describe: (row) => ({
    id: 'freeze-violations',
    title: 'Defects that came in after the freeze',
    definition: `Defects, done or not, that were given this release as their fix version from its freeze on and still have it. ${admitted(row)}`,
    limit: row.most,
    unit: 'items',
    atLeast: false,
    clause: null,
  }),
  find(row, { freeze: { facts } }, { now, before }) {
    if (facts === null) return { value: 0, met: true, defectIds: [], reason: 'this release has no freeze' };
    const on = dayWords(facts.day);
    if (facts.day > now.slice(0, 10)) return { value: 0, met: true, defectIds: [], reason: `the freeze begins on ${on}` };
    const held = row.releaseAt !== null && before.has('freeze-violations');
    const limit = held ? Math.min(row.most, row.releaseAt) : row.most;
    const admits = row.admits ?? facts.admits ?? [];
    const defectIds = facts.entered
      .filter(({ severity, excepted }) => excepted !== true && (severity === null || !admits.includes(severity)))
      .map(({ id }) => id);
    const value = defectIds.length;
    const others = facts.entered.length - value;
    const admittedToo = others === 0 ? '' : `, and ${others} that may`;
    const allowed = limit === 0 ? 'none' : `at most ${limit}`;
    const until = limit < row.most ? `before it opens again, because there were more than ${row.most}` : 'allowed';
    const came = `${value} ${value === 1 ? 'defect' : 'defects'} came in since the freeze of ${on}${admittedToo}`;
    return { value, limit, met: value <= limit, defectIds, reason: `${came}, ${allowed} ${until}` };
  },
});

function admitted({ admits }: FreezeViolationsRow): string {
  const none = 'One without a severity may not come in, unless an exception lets it.';
  if (admits === null) return `What the freeze admits may still come in. ${none}`;
  if (admits.length === 0) return `Nothing may come in. ${none}`;
  return `${admits.join(', ')} may still come in. ${none}`;
}
