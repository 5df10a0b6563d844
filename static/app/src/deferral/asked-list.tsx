import type { ReactElement, ReactNode } from 'react';
import { ScrollRegion } from '../shared/scroll-region';

interface Props {
  readonly label: string;
  /** So many entries. */
  readonly count: number;
  readonly children: ReactNode;
}

const mostAtFullLength = 8;

/** Defects of a request, one below the other; a long list scrolls in its place. */
export function AskedList({ label, count, children }: Props): ReactElement {
  const list = (
    <ul className="asked-defects" aria-label={label}>
      {children}
    </ul>
  );
  if (count <= mostAtFullLength) return list;
  return (
    <ScrollRegion label={label} className="asked-scroll">
      {list}
    </ScrollRegion>
  );
}
