import type { ReactElement } from 'react';
import type { Reader } from '../../../../../src/contracts/decisions';
import { ClockTime } from '../../shared/moment';
import { ScrollRegion } from '../../shared/scroll-region';

interface Props {
  readonly rows: readonly Reader[];
  /** Names by account id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Readers where there is room for a table. */
export function ReaderTable({ rows, names }: Props): ReactElement {
  return (
    <ScrollRegion label="Who has read and exported" className="reader-region">
      <table className="plain-table reader-table">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">About</th>
            <th scope="col">First</th>
            <th scope="col">Last</th>
            <th scope="col">Times</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} data-reader={row.act}>
              <th scope="row">{whoWords(row, names)}</th>
              <td>{whatWords(row)}</td>
              <td>{row.subject}</td>
              <td>
                <ClockTime at={row.firstAt} />
              </td>
              <td>
                <ClockTime at={row.lastAt} />
              </td>
              <td>{row.times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Readers where there is not. */
export function ReaderCards({ rows, names }: Props): ReactElement {
  return (
    <ul className="reader-cards" aria-label="Who has read and exported">
      {rows.map((row, at) => (
        <li key={at} data-reader={row.act}>
          <p>
            <strong>{whoWords(row, names)}</strong>
          </p>
          <p>
            {whatWords(row)} <span className="subtle">· {row.subject}</span>
          </p>
          <p className="subtle small">
            <ReadAt row={row} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function ReadAt({ row: { firstAt, lastAt, times } }: { row: Reader }): ReactElement {
  if (times === 1) return <ClockTime at={lastAt} />;
  return (
    <>
      <ClockTime at={firstAt} /> to <ClockTime at={lastAt} />, {times} times
    </>
  );
}

function whoWords({ who }: Reader, names: ReadonlyMap<string, string>): string {
  if (who.accountId === null) return 'A person whose data was erased';
  return names.get(who.accountId) ?? 'Somebody';
}

function whatWords({ act, what }: Reader): string {
  return `${act === 'exported' ? 'Exported' : 'Opened'} ${what}`;
}
