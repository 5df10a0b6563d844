/** How bad such a fault usually is: 1 blocker to 4 minor. */
export type Weight = 1 | 2 | 3 | 4;

/** What goes wrong (completes the sentence that starts with the subject), and what should happen instead. */
export type Fault = readonly [wrong: string, expected: string, weight: Weight];

/** When it goes wrong (completes the title), and the step that brings it about. */
export type Condition = readonly [phrase: string, step: string];

export interface Subject {
  readonly name: string;
  readonly steps: readonly string[];
  readonly faults: readonly Fault[];
  /** Nobody needs a browser to see it; `conditions` then stand in for the area's own. */
  readonly backOffice?: { readonly conditions: readonly Condition[] };
}

/** A part of the web shop with its words: what is reported there, under which circumstances, and whose code fails. */
export interface Area {
  readonly component: string;
  readonly label: string;
  readonly subjects: readonly Subject[];
  readonly conditions: readonly Condition[];
  readonly java: readonly string[];
  readonly python: readonly string[];
  readonly javascript: readonly string[];
}
