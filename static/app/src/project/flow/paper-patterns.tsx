import type { ReactElement } from 'react';

/** So many patterns tell neighbours apart where colours are not printed; the first is none. */
export const papers = 4;

const lines = ['', 'M0,6L6,0', 'M0,0L6,6', 'M0,3H6'];

/** Patterns that lie over bands on paper. @param id their ids begin with it; a dash and their number follow */
export function PaperPatterns({ id }: { id: string }): ReactElement {
  return (
    <defs>
      {lines.slice(0, papers).map((line, n) => (
        <pattern key={line} id={`${id}-${n}`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path className="flow-hatch" d={line} />
        </pattern>
      ))}
    </defs>
  );
}
