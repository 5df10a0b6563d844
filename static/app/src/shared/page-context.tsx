import { createContext, useContext, useMemo, type ReactElement, type ReactNode } from 'react';
import type { PageContext } from '../bridge/context';
import { makeTimeFormat, type TimeFormat } from './time-format';

interface Page {
  readonly context: PageContext;
  readonly format: TimeFormat;
}
const pageContext = createContext<Page | null>(null);

export function PageProvider({ context, children }: { context: PageContext; children: ReactNode }): ReactElement {
  const page = useMemo(() => ({ context, format: makeTimeFormat(context.locale, context.timezone) }), [context]);
  return <pageContext.Provider value={page}>{children}</pageContext.Provider>;
}

/** What Forge told the page, and how its viewer reads times. */
export function usePage(): Page {
  const page = useContext(pageContext);
  if (page === null) throw new Error('This part stands outside a page.');
  return page;
}
