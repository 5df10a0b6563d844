import { useState, type ReactElement } from 'react';
import type { Settings } from '../../../../../src/contracts/settings';
import { ScrollRegion } from '../../shared/scroll-region';
import { exampleLog } from './example-log';
import { maskedWords } from './masking-words';
import { useMaskingPreview } from './use-masking-preview';

const mostText = 50_000;
const forAll = '';

interface Props {
  readonly masking: Settings['masking'];
  /** Whether the rules cannot stand as they are, so that nothing can be shown. */
  readonly isWrong: boolean;
}

/** Shows what would be stored of a text, by the rules as they are on the screen. The text is kept nowhere. */
export function MaskingPreview({ masking, isWrong }: Props): ReactElement {
  const [text, setText] = useState(exampleLog);
  const [place, setPlace] = useState(forAll);
  const environments = Object.keys(masking.environments);
  const own = place === forAll ? undefined : masking.environments[place];
  const { preview, problem } = useMaskingPreview(text, isWrong ? null : (own ?? masking.standard));
  return (
    <div className="masking-preview wide">
      <h3>See what would be stored</h3>
      {environments.length > 0 && (
        <label className="inline">
          By the rules of
          <select
            className="select"
            value={own === undefined ? forAll : place}
            onChange={(event) => setPlace(event.target.value)}
          >
            <option value={forAll}>all other environments</option>
            {environments.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="masking-sides">
        <label className="masking-side">
          A piece of a log
          <textarea
            className="input log-text"
            autoComplete="off"
            spellCheck={false}
            rows={8}
            maxLength={mostText}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <span className="subtle small">It is masked now and kept nowhere.</span>
        </label>
        <div className="masking-side">
          <span>What Holdpoint would store</span>
          <ScrollRegion label="What Holdpoint would store" className="log-text log-masked">
            <pre>
              {preview?.parts.map(({ text: part, masked }, at) =>
                masked ? (
                  <mark key={at} className="masked">
                    <span className="unseen">masked: </span>
                    {part}
                  </mark>
                ) : (
                  <span key={at}>{part}</span>
                ),
              )}
            </pre>
          </ScrollRegion>
          <p className="small" role="status">
            {isWrong
              ? 'Put right what is marked above to see more.'
              : problem !== null
                ? `${problem.title}. ${problem.message}`
                : preview !== null && maskedWords(preview.parts)}
          </p>
        </div>
      </div>
    </div>
  );
}
