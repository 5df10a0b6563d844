import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';
import { useEffect, useState, type ReactElement } from 'react';
import { Loading } from '../shared/loading';
import { ClockTime } from '../shared/moment';
import { useServerNow } from '../shared/server-clock';
import { PanelRelease } from './panel-release';
import { readPublished } from './read-published';
import type { PublishedRelease } from './published-releases';

interface Props {
  readonly project: { readonly id: string; readonly key: string };
  readonly issueId: string;
  readonly retry: () => Promise<void>;
}

/** What was published last, while Holdpoint itself does not answer. */
export function LastPublished({ project, issueId, retry }: Props): ReactElement {
  const [releases, setReleases] = useState<PublishedRelease[] | 'reading' | null>('reading');
  useEffect(() => {
    void readPublished(project.id, issueId).then(setReleases);
  }, [project.id, issueId]);

  if (releases === 'reading') return <Loading what="the last published verdict" heights={[48, 72]} />;
  return (
    <>
      <SectionMessage appearance="warning" title="Holdpoint is not answering" headingLevel="h2">
        {releases === null ? (
          <p>Jira could not be read either. Gates that are enforced stay shut meanwhile.</p>
        ) : (
          <p>This is the last published verdict. Gates that are enforced go on refusing what it does not let through.</p>
        )}
        <div className="actions">
          <Button spacing="compact" onClick={() => void retry()}>
            Try again
          </Button>
        </div>
      </SectionMessage>
      {releases?.map((release) => (
        <div key={release.versionId} className="stack stack-tight">
          {release.until === null ? (
            <p>
              <strong>{release.name}</strong>: no readable verdict has been published, so enforced gates are shut.
            </p>
          ) : (
            <>
              <PanelRelease
                projectKey={project.key}
                version={{ id: release.versionId, name: release.name }}
                stages={release.stages}
              />
              <GoodUntil until={release.until} />
            </>
          )}
        </div>
      ))}
      {releases?.length === 0 && <p>This issue names no unreleased fix version.</p>}
    </>
  );
}

function GoodUntil({ until }: { until: string }): ReactElement {
  const past = Date.parse(until) <= useServerNow();
  return (
    <p className="subtle small">
      {past ? 'It was good until' : 'Good until'} <ClockTime at={until} />
      {past ? '; it may no longer be true.' : '.'}
    </p>
  );
}
