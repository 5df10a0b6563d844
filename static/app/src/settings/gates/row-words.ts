import { anySeverity, anyTier, type GateRow } from '../../../../../src/contracts/gate-settings';
import type { Settings } from '../../../../../src/contracts/settings';

export const rollbackItems = [
  { item: 'target', label: 'What would be put back is known and not too old' },
  { item: 'returning', label: 'Not too many defects would come back' },
  { item: 'migrations', label: 'Every migration can be taken back' },
  { item: 'dependants', label: 'No service is new to the stage' },
] as const;

/** What a row asks for, as a sentence without its stop. Its stage is not named; the one before is, where the row is about it. */
export function rowSentence(row: GateRow, stages: Settings['stages']): string {
  const asked = asks(row, stages[stages.findIndex(({ key }) => key === row.stage) - 1]?.name ?? 'the stage before');
  if (!('releaseAt' in row) || row.releaseAt === null) return asked;
  const at = row.releaseAt === 0 ? 'only when there is none' : `at ${amount(row.releaseAt)}`;
  return `${asked}; once held, it opens again ${at}`;
}

function asks(row: GateRow, before: string): string {
  // Told apart before the compiler knows that every rule has its words: one of a newer Holdpoint has only its name.
  const name: string = row.rule;
  switch (row.rule) {
    case 'open-defects': {
      const customers = row.tier === anyTier ? '' : ` of ${row.tier} customers`;
      return atMost(row.most, `open ${row.severity} defect${customers}`, `open ${row.severity} defects${customers}`);
    }
    case 'missing-severity':
      return atMost(row.most, 'open defect without a severity', 'open defects without a severity');
    case 'score-ceiling': {
      const heavy = `scoring more than ${amount(row.ceiling)}`;
      return atMost(row.most, `open defect ${heavy}`, `open defects ${heavy}`);
    }
    case 'sla-breached': {
      const severity = severityWords(row);
      return atMost(row.most, `${severity}defect past its resolution target`, `${severity}defects past their resolution target`);
    }
    case 'aging': {
      const old = `older than ${row.percentile} % of the closed ones were`;
      return atMost(row.most, `open ${severityWords(row)}defect ${old}`, `open ${severityWords(row)}defects ${old}`);
    }
    case 'no-worse-than-last': {
      const defects = `open ${severityWords(row)}defects`;
      return row.byHowMany === 0
        ? `No more ${defects} than the release before had`
        : `At most ${amount(row.byHowMany)} ${row.byHowMany === 1 ? defects.slice(0, -1) : defects} more than the release before had`;
    }
    case 'escape-rate':
      return `At most ${amount(row.atMost)} % of the release before escaped within ${row.windowDays} days, or the causes are analysed`;
    case 'freeze-violations': {
      if (row.admits === null)
        return `${atMost(row.most, 'defect came in after the freeze', 'defects came in after the freeze')} that may not`;
      const may = row.admits.length === 0 ? '' : `; ${listed([...row.admits].sort())} may`;
      return `${atMost(row.most, 'defect came in after the freeze', 'defects came in after the freeze')}${may}`;
    }
    case 'soak-time':
      return `At least ${amount(row.hours)} ${row.hours === 1 ? 'hour' : 'hours'} in ${before} without a new S1 or S2`;
    case 'unverified-fixes':
      return row.most === 0
        ? `Every fix is verified in ${before}`
        : `At most ${amount(row.most)} ${row.most === 1 ? 'fix is' : 'fixes are'} not verified in ${before}`;
    case 'promotion-order':
      return `It comes from ${before}, or from the nearest stage before it that is in use`;
    case 'train-members':
      return 'It goes together with the other releases of its trains';
    case 'change-since':
      return `Nothing has changed since it ran green in ${before}`;
    case 'manual-check': {
      const name = row.name.trim() === '' ? '…' : row.name.trim();
      const good = row.hours === null ? '' : `, good for ${amount(row.hours)} ${row.hours === 1 ? 'hour' : 'hours'}`;
      const shown = row.evidence === 'link' ? 'a link' : 'a few words';
      return `“${name}” is confirmed by the role ${row.role.trim() === '' ? '…' : row.role.trim()} with ${shown}${good}`;
    }
    case 'rollback-readiness':
      return `It can be taken back: ${wayBack(row)}`;
    case 'blockers-nominated':
      return `No nominated blocker is open that was granted${row.undecided === 'holds' ? ' or is not decided yet' : ''}`;
    case 'deferrals-valid': {
      const spare = row.daysLeft === 0 ? '' : ` for more than ${days(row.daysLeft)} more`;
      return `Every deferral is approved and holds${spare}`;
    }
    default:
      return name;
  }
}

function wayBack({ items, targetDays, mostReturning }: Extract<GateRow, { rule: 'rollback-readiness' }>): string {
  const words = {
    target: `what would be put back is at most ${days(targetDays)} old`,
    returning:
      mostReturning === 0
        ? 'no defect would come back'
        : `at most ${amount(mostReturning)} ${mostReturning === 1 ? 'defect' : 'defects'} would come back`,
    migrations: 'every migration is reversible',
    dependants: 'no service is new here',
  };
  return items.length === 0
    ? 'nothing is asked yet'
    : listed(rollbackItems.flatMap(({ item }) => (items.includes(item) ? [words[item]] : [])));
}

function atMost(most: number, one: string, many: string): string {
  return most === 0 ? `No ${one}` : `At most ${amount(most)} ${most === 1 ? one : many}`;
}

/** A field that was emptied is no number. */
export function amount(number: number): string {
  return Number.isNaN(number) ? '…' : String(number);
}

function days(number: number): string {
  return `${amount(number)} ${number === 1 ? 'day' : 'days'}`;
}

function severityWords({ severity }: { readonly severity: string }): string {
  return severity === anySeverity ? '' : `${severity} `;
}

export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
