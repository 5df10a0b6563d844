import type { ReactElement } from 'react';
import { lockWords } from './lock-words';

/** The way to put the gate on a transition, in the words of Jira's workflow editor. */
export function HowToAttach({ open }: { open: boolean }): ReactElement {
  return (
    <details className="how-to" open={open}>
      <summary>How to attach a gate to a transition</summary>
      <ol className="how-to-steps">
        <li>In Jira&apos;s settings, open Workflows and edit the workflow that the release tickets of this project follow.</li>
        <li>
          Choose the transition into the stage and add these three rules:
          <ul>
            {lockWords.map(({ lock, rule, does }) => (
              <li key={lock}>
                <strong>{rule}</strong> {does}
              </li>
            ))}
          </ul>
        </li>
        <li>Pick the stage in each of them, then publish the workflow. This page shows it at its next look.</li>
      </ol>
    </details>
  );
}
