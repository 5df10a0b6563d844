import Button from '@atlaskit/button/new';
import { useId, useState, type ReactElement } from 'react';
import { defectColumns, type DefectColumn } from '../route';
import { sortDefects } from './defect-order';
import { DefectCell, type DefectListProps } from './defect-table';

const step = 25;
const orders: readonly { readonly words: string; readonly sort: DefectColumn | null; readonly descending: boolean }[] = [
  { words: 'Worst first', sort: null, descending: false },
  { words: 'Highest score first', sort: 'score', descending: true },
  { words: 'Oldest first', sort: 'age', descending: true },
  { words: 'Due first', sort: 'due', descending: false },
  { words: 'By key', sort: 'key', descending: false },
];
const shownInHead: readonly DefectColumn[] = ['key', 'summary'];

/** The same defects where the screen is too narrow for a table. */
export function DefectCards({ defects, filters, change, caption }: DefectListProps): ReactElement {
  const [count, setCount] = useState(step);
  const orderId = useId();
  const chosen = orders.findIndex(({ sort, descending }) => sort === filters.sort && descending === filters.descending);
  return (
    <div className="stack stack-tight">
      <label className="inline" htmlFor={orderId}>
        Order
        <select
          id={orderId}
          className="select"
          value={Math.max(0, chosen)}
          onChange={(event) => {
            const order = orders[Number(event.target.value)];
            if (order !== undefined) change({ sort: order.sort, descending: order.descending });
          }}
        >
          {orders.map(({ words }, at) => (
            <option key={words} value={at}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <ul className="defect-cards" aria-label={caption}>
        {sortDefects(defects, filters.sort, filters.descending)
          .slice(0, count)
          .map((defect) => (
            <li key={defect.id}>
              <p className="defect-card-title">
                <IssueTitle defect={defect} />
              </p>
              <p className="defect-card-facts">
                {defectColumns
                  .filter((column) => !shownInHead.includes(column))
                  .map((column) => (
                    <span key={column}>
                      {column === 'score' && 'Score '}
                      <DefectCell defect={defect} column={column} />
                    </span>
                  ))}
              </p>
            </li>
          ))}
      </ul>
      {defects.length > count && (
        <Button shouldFitContainer onClick={() => setCount(count + step)}>
          {`Show ${Math.min(step, defects.length - count)} more of ${defects.length}`}
        </Button>
      )}
    </div>
  );
}

function IssueTitle({ defect }: { defect: DefectListProps['defects'][number] }): ReactElement {
  return (
    <>
      <DefectCell defect={defect} column="key" /> {defect.summary}
    </>
  );
}
