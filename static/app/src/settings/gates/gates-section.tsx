import { useRef, useState, type ReactElement, type RefObject } from 'react';
import { FieldProblem } from '../field-problem';
import { PreviewWords } from '../preview-words';
import type { SettingsEditor } from '../use-settings';
import { rowsWithoutGate } from './edit-gates';
import { allProjects, DelegationField, ForChoice, OneProject } from './for-projects';
import { Freshness } from './freshness';
import { Freezes } from './freezes';
import { Overrides } from './overrides';
import { OwnRowsRefused } from './own-rows-refused';
import { GateRows, StageGate, type OpenRow } from './stage-gate';
import { StopTheLine } from './stop-the-line';
import './gates.css';

/** What releases must meet, stage by stage in promotion order, and beside it what the changes would hold and open. */
export function GatesSection({ editor }: { editor: SettingsEditor }): ReactElement {
  const [projectId, setProjectId] = useState(allProjects);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="gates-heading">
      <h2 id="gates-heading" ref={heading} tabIndex={-1}>
        Gates
      </h2>
      <p className="subtle">
        What a release must meet to enter a stage. A defect without a severity counts as S1; one without a customer tier counts in
        the strictest row.
      </p>
      <ForChoice editor={editor} chosen={projectId} onChoose={setProjectId} />
      {projectId === allProjects ? (
        <AllProjects editor={editor} heading={heading} />
      ) : (
        <OneProject editor={editor} projectId={projectId} />
      )}
    </section>
  );
}

interface AllProps {
  readonly editor: SettingsEditor;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

function AllProjects({ editor, heading }: AllProps): ReactElement {
  const { draft, problems } = editor;
  const [at, set] = useState<number | null>(null);
  const open: OpenRow = { at, set };
  const astray = rowsWithoutGate(draft);
  return (
    <div className="gates">
      <div className="gates-stages">
        {draft.stages.flatMap((stage) =>
          stage.gated ? [<StageGate key={stage.key} stage={stage} editor={editor} open={open} />] : [],
        )}
        {astray.length > 0 && (
          <div className="stage-gate">
            <h3>Of stages without a gate</h3>
            <GateRows
              editor={editor}
              open={open}
              rows={astray}
              of="stages without a gate"
              onRemoved={() => heading.current?.focus()}
            />
          </div>
        )}
        <FieldProblem problems={problems} path="gates.rows" />
        <OwnRowsRefused editor={editor} onTakenOut={() => heading.current?.focus()} />
        <DelegationField editor={editor} />
        <Freshness editor={editor} />
        <Overrides editor={editor} />
        <Freezes editor={editor} />
        <StopTheLine editor={editor} />
      </div>
      <div className="gates-preview" role="group" aria-labelledby="gates-preview-heading">
        <h3 id="gates-preview-heading">What your changes would do</h3>
        <Preview editor={editor} />
      </div>
    </div>
  );
}

function Preview({ editor: { dirty, problems, preview } }: { editor: SettingsEditor }): ReactElement {
  if (!dirty)
    return <p className="subtle">Change a rule, and here stands which releases it would hold or open, before you save it.</p>;
  if (problems.length > 0) return <p className="subtle">It is worked out once everything is put right.</p>;
  return <PreviewWords preview={preview} />;
}
