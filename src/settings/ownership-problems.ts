import { calendarProblems, dayNumberOf, isZone } from '../governance';
import type { OwnershipSettings, Rota } from '../triage';
import type { Problem } from './problem';

/**
 * What is wrong with what a well-formed document says of who owns what. Whether people and components are there is for Jira to say, and
 * for the screen to ask: they may go any day, and a document that stood yesterday has to stand today.
 */
export function ownershipProblems(ownership: OwnershipSettings): Problem[] {
  const { calendars, rotas, defaultRota, absences } = ownership;
  return [
    ...calendars.flatMap((calendar, n) =>
      calendarProblems(calendar).map(({ path, message }) => ({ path: `ownership.calendars.${n}.${path}`, message })),
    ),
    ...repeated(
      calendars.map(({ name }) => name),
      (n) => `ownership.calendars.${n}.name`,
      'Another calendar has this name.',
    ),
    ...rotas.flatMap((rota, n) => [
      ...(rota.component === ''
        ? [{ path: `ownership.rotas.${n}.component`, message: 'Name the component that the rota is for.' }]
        : []),
      ...rotaProblems(rota, `ownership.rotas.${n}`, ownership),
    ]),
    ...repeated(
      rotas.map(({ component }) => component),
      (n) => `ownership.rotas.${n}.component`,
      'Another rota is for this component.',
    ),
    ...(defaultRota === null ? [] : rotaProblems(defaultRota, 'ownership.defaultRota', ownership)),
    ...absences.flatMap(({ from, to }, n) => absenceProblems(from, to, `ownership.absences.${n}`)),
    ...zoneProblems(ownership.zone, 'ownership.zone'),
  ];
}

function rotaProblems(
  { calendar, members, rotation, deputies, ladder }: Rota,
  path: string,
  { calendars }: OwnershipSettings,
): Problem[] {
  const isThere = calendar === '' || calendars.some(({ name }) => name === calendar);
  return [
    ...(isThere
      ? []
      : [{ path: `${path}.calendar`, message: `There is no calendar "${calendar}". Add it above, or choose another.` }]),
    ...(members.length > 0 ? [] : [{ path: `${path}.members`, message: 'Name at least one person.' }]),
    ...repeated(members.map(known), (n) => `${path}.members.${n}`, 'This person is on the rota already.'),
    ...(dayNumberOf(rotation.start) === null ? [{ path: `${path}.rotation.start`, message: 'There is no such day.' }] : []),
    ...zoneProblems(rotation.zone, `${path}.rotation.zone`),
    ...deputies.flatMap(({ accountId, of }, n) => {
      if (of === accountId && known(of) !== '')
        return [{ path: `${path}.deputies.${n}`, message: 'Nobody stands in for themselves.' }];
      const on = of === null || members.includes(of) || deputies.some((other) => other.accountId === of);
      return on ? [] : [{ path: `${path}.deputies.${n}.of`, message: 'That person is not on the rota.' }];
    }),
    ...ladder.flatMap(({ afterMinutes }, n) => {
      const before = ladder[n - 1];
      if (before === undefined || afterMinutes > before.afterMinutes) return [];
      return [{ path: `${path}.ladder.${n}.afterMinutes`, message: 'Each step has to come later than the one before.' }];
    }),
  ];
}

/** Several people whose data was erased stand under the same word, and are no mistake. */
function known(accountId: string): string {
  return accountId === 'erased' ? '' : accountId;
}

function absenceProblems(from: string, to: string, path: string): Problem[] {
  const missing = [['from', from] as const, ['to', to] as const].filter(([, day]) => dayNumberOf(day) === null);
  if (missing.length > 0) return missing.map(([end]) => ({ path: `${path}.${end}`, message: 'There is no such day.' }));
  return to < from ? [{ path: `${path}.to`, message: 'It ends before it begins.' }] : [];
}

function zoneProblems(zone: string, path: string): Problem[] {
  return isZone(zone) ? [] : [{ path, message: `“${zone}” is no time zone we know. Choose one such as Europe/Berlin.` }];
}

function repeated(values: readonly string[], path: (n: number) => string, message: string): Problem[] {
  return values.flatMap((value, n) => (value !== '' && values.indexOf(value) < n ? [{ path: path(n), message }] : []));
}
