import type { ReactElement } from 'react';
import { scoreTermNames } from '../../../../../src/contracts/score';
import type { Settings } from '../../../../../src/contracts/settings';
import { termLabels } from '../../panel/score-words';
import type { Edit } from '../edit-settings';
import { FieldProblem } from '../field-problem';
import { FoldedSection } from '../fold';
import { NumberField } from '../number-field';
import { countUnder } from '../problems-under';
import type { SettingsEditor } from '../use-settings';
import { ScorePreview } from './score-preview';
import { WeightSliders } from './weight-sliders';
import './scoring.css';

type Scoring = Settings['scoring'];

const changeScoring =
  (change: Partial<Scoring>): Edit =>
  (settings) => ({ ...settings, scoring: { ...settings.scoring, ...change } });

/** How urgent a defect is: what the score weighs, and what other weights would change. */
export function ScoringSection({ editor: { saved, draft, problems, edit } }: { editor: SettingsEditor }): ReactElement {
  const { scoring } = draft;
  const wrong = countUnder(problems, 'scoring');
  return (
    <FoldedSection id="score" title="Score" summary={summary(scoring)} problems={wrong}>
      <p className="subtle">
        Every open defect has a score from 0 to 100, in the field Holdpoint score, by which a search can be sorted. What nobody
        said counts as middling.
      </p>
      <WeightSliders weights={scoring.weights} onChange={(weights) => edit(changeScoring({ weights }))} />
      <FieldProblem problems={problems} path="scoring.weights" />
      <ul className="sentences wide" aria-label="How values are worked out">
        <li>
          A sighting counts half after{' '}
          <NumberField
            label="Days after which a sighting counts half"
            path="scoring.halfLifeDays"
            value={scoring.halfLifeDays}
            onChange={(halfLifeDays) => edit(changeScoring({ halfLifeDays }))}
            problems={problems}
          />{' '}
          days.
        </li>
        <li className="score-users">
          A defect that reaches{' '}
          <NumberField
            label="How many users there are"
            path="scoring.users"
            value={scoring.users}
            onChange={(users) => edit(changeScoring({ users }))}
            problems={problems}
          />{' '}
          users or more reaches all of them.
        </li>
      </ul>
      <ScorePreview projects={saved.projects} saved={saved.settings.scoring} draft={scoring} isWrong={wrong > 0} />
    </FoldedSection>
  );
}

function summary({ weights }: Scoring): string {
  const byWeight = scoreTermNames.filter((name) => weights[name] > 0).sort((a, b) => weights[b] - weights[a]);
  return byWeight.map((name) => `${termLabels[name]} ${weights[name]} %`).join(', ');
}
