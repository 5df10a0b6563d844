import '../bridge/parse-without-eval';
import './page.css';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { readContext } from '../bridge/context';
import { enableTheme } from '../bridge/theme';
import { ErrorBoundary } from './error-boundary';
import { PageProvider } from './page-context';
import { printInLight } from './printing';

/** Starts a page once its theme and context are there. */
export async function startPage(page: ReactElement): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) return;
  const context = await readContext();
  await enableTheme(context.theme?.colorMode);
  document.documentElement.lang = 'en';
  printInLight();
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <PageProvider context={context}>{page}</PageProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}
