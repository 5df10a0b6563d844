import { Component, type ReactNode } from 'react';
import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

/** Keeps a fault of one page from showing as an empty one, which could be read as "nothing is wrong". */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <SectionMessage appearance="error" title="This page stopped working">
        <p>The fault is Holdpoint&apos;s. Gates are not affected: they are decided without this page.</p>
        <Button onClick={() => globalThis.location.reload()}>Reload the page</Button>
      </SectionMessage>
    );
  }
}
