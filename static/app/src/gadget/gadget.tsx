import type { ReactElement } from 'react';
import { savedGadget } from '../bridge/gadget';
import { usePage } from '../shared/page-context';
import { GadgetForm } from './gadget-form';
import { NextRelease, OneRelease } from './release-glance';
import '../project/project-page.css';
import './gadget.css';

/** A release on a dashboard: what its stages say, why, and how its open defects have moved. */
export function Gadget(): ReactElement {
  const { context } = usePage();
  const saved = savedGadget(context);
  if (context.extension.entryPoint === 'edit') return <GadgetForm saved={saved} />;
  if (saved === null) {
    return (
      <main className="gadget">
        <p>Choose a release: open this gadget&apos;s menu and pick Configure.</p>
      </main>
    );
  }
  const { projectId, projectKey, versionId } = saved;
  return (
    <main className="gadget">
      {versionId === 'next' ? (
        <NextRelease projectId={projectId} projectKey={projectKey} />
      ) : (
        <OneRelease projectId={projectId} projectKey={projectKey} versionId={versionId} />
      )}
    </main>
  );
}
