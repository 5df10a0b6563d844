import { useCallback, useEffect, useId, useState, type ReactElement } from 'react';
import { call, type Problem } from '../bridge/call';
import { onRuleSaved, savedStage } from '../bridge/workflow-rule';
import type { BridgeView } from '../../../../src/contracts/bridge';
import type { Answer } from '../../../../src/contracts/screen';
import { Loading } from '../shared/loading';
import { usePage } from '../shared/page-context';
import { ProblemNotice } from '../shared/problem-notice';
import './rule-page.css';

type Choices = BridgeView<'stageChoices'>['choices'];

/** What each rule does; its module key in manifest.yml comes as the page's own. */
const ruleMeanings: Record<string, string> = {
  'gate-open-condition':
    'Hides this transition while the gate of the stage is held, for every fix version of the release ticket.',
  'gate-open-published':
    'Refuses this transition while the gate of the stage is held, and says why. It works from the published verdict, even when Holdpoint cannot run.',
  'gate-open-decided':
    'Decides from the newest evidence at the moment of this transition, and refuses it while the gate of the stage is held.',
};
const anyRule = 'Guards this transition with the gate of a stage.';

/** The configuration of a workflow rule: which stage the transition leads into. */
export function RulePage(): ReactElement {
  const { context } = usePage();
  const [choices, setChoices] = useState<Choices | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const take = useCallback((answer: Answer<BridgeView<'stageChoices'>>) => {
    setProblem(answer.kind === 'ok' ? null : answer);
    if (answer.kind === 'ok') setChoices(answer.view.choices);
  }, []);
  const load = useCallback(() => call('stageChoices', {}).then(take), [take]);
  useEffect(() => {
    void call('stageChoices', {}).then(take);
  }, [take]);

  const saved = savedStage(context);
  const viewing = context.extension.entryPoint === 'view';
  return (
    <main className="rule stack">
      <p>{ruleMeanings[context.moduleKey] ?? anyRule}</p>
      {viewing && <RuleInWords stage={saved} choices={choices} />}
      {!viewing && problem !== null && <ProblemNotice problem={problem} retry={() => void load()} />}
      {!viewing && problem === null && choices === null && <Loading what="the stages" heights={[52]} />}
      {!viewing && choices !== null && <StagePicker choices={choices} saved={saved} />}
      {!viewing && choices === null && <NothingToSave saved={saved} />}
    </main>
  );
}

function RuleInWords({ stage, choices }: { stage: string | null; choices: Choices | null }): ReactElement {
  if (stage === null) return <p>No stage has been picked: the transition is refused until an admin picks one.</p>;
  return (
    <p>
      Stage: <strong>{choices?.find(({ value }) => value === stage)?.label ?? stage}</strong>
    </p>
  );
}

/** Saving while the stages cannot be read keeps what was there. */
function NothingToSave({ saved }: { saved: string | null }): null {
  useEffect(() => void onRuleSaved(() => saved), [saved]);
  return null;
}

function StagePicker({ choices, saved }: { choices: Choices; saved: string | null }): ReactElement {
  const id = useId();
  const [stage, setStage] = useState(saved ?? '');
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    void onRuleSaved(() => {
      setMissing(stage === '');
      return stage === '' ? null : stage;
    });
  }, [stage]);
  const gone = saved !== null && !choices.some(({ value }) => value === saved);
  return (
    <div className="stack stack-tight">
      <label htmlFor={id}>Stage that this transition leads into</label>
      <select
        id={id}
        className="select"
        value={stage}
        aria-invalid={missing}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          setStage(event.target.value);
          setMissing(false);
        }}
      >
        <option value="">Pick a stage</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {gone && <option value={saved}>{saved} (no longer has a gate)</option>}
      </select>
      <p id={`${id}-help`} className={missing ? 'problem' : 'subtle'} role={missing ? 'alert' : undefined}>
        {missing ? 'Pick a stage first: without one the rule cannot know which gate to ask.' : help(choices, gone)}
      </p>
    </div>
  );
}

function help(choices: Choices, gone: boolean): string {
  if (choices.length === 0) return 'No stage has a gate yet. An admin adds them in Holdpoint’s settings.';
  if (gone) return 'The saved stage has no gate any more, so this rule refuses every transition that is enforced. Pick another.';
  return 'The stages come from Holdpoint’s settings. Whether a held gate blocks is set there for each project.';
}
