import type { ReactElement } from 'react';
import type { AgingReference, DefectAgingView } from '../../../../src/contracts/aging';
import { daysWords, referenceWords } from '../shared/aging-words';
import { Roomy } from './roomy';
import { mostParts, statusParts } from './status-days';

type Open = Extract<DefectAgingView, { kind: 'open' }>;

const expected: AgingReference = { p50: 100, p85: 100, p95: 100, restsOn: 1000 };

/** The age as a bar on the scale of the closed ones, with a tick at each percentile and the percentiles in words. @param view null takes the room */
export function AgeBar({ view }: { view: Open | null }): ReactElement {
  const { p50, p85, p95 } = view?.reference ?? expected;
  const days = view?.days ?? 0;
  const ticks = p50 === null || p85 === null || p95 === null ? [] : [p50, p85, p95];
  const end = Math.max(days, ...ticks) * 1.05;
  const at = (value: number): string => `${end === 0 ? 0 : (100 * value) / end}%`;
  return (
    <>
      <div className={view === null ? 'age-scale' : 'age-scale age-bar'} aria-hidden="true">
        {view !== null && <span className="age-bar-days" data-late={p85 !== null && days > p85} style={{ width: at(days) }} />}
        {view !== null &&
          ticks.map((value, n) => <span key={n} className="age-bar-tick" style={{ insetInlineStart: at(value) }} />)}
      </div>
      <Roomy room={referenceWords(expected)} className="small subtle">
        {view !== null && capital(referenceWords(view.reference))}
      </Roomy>
    </>
  );
}

/** Where its days went: one bar of its statuses, each with its days in words. @param view null takes the room */
export function StatusDays({ view }: { view: Open | null }): ReactElement {
  const parts = statusParts(view?.spent ?? []);
  const empty = Array.from({ length: mostParts - parts.length }, (_, n) => n);
  return (
    <>
      <div className="status-bar" aria-hidden="true">
        {parts.map(({ name, share }) => (
          <span key={name} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className="status-days small" aria-label="Days in each status">
        {parts.map(({ name, days }) => (
          <li key={name} title={name}>
            <span className="status-swatch" aria-hidden="true" />
            <span className="status-name">{name}</span> {daysWords(days)}
          </li>
        ))}
        {empty.map((n) => (
          <li key={n} aria-hidden="true">
            &nbsp;
          </li>
        ))}
      </ul>
    </>
  );
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
