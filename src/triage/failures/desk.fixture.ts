import type { Instant } from '../../kernel/instant';
import { decideRun } from './decide-run';
import type { Decision } from './decision';
import type { FailureFacts, FailureState, FiledDefect } from './facts';
import { aDefect } from './failures.fixture';
import type { FailurePolicy } from './policy';
import { applyRun, pastOf, type RecordedRuns } from './record';
import type { TestRun } from './run';

/** Somebody who does as was decided, in memory, for one suite and environment; issues are there at once. */
export class Desk {
  runs: RecordedRuns = new Map();
  readonly states = new Map<string, FailureState>();
  readonly defects = new Map<string, FiledDefect>();
  /** Every issue that was ever created: what it is about, and whether it is done. */
  readonly issues: { readonly subject: string; done: boolean }[] = [];
  broken: { defect: FiledDefect; runs: string[] } | null = null;
  readonly decided: { readonly run: TestRun; readonly decision: Decision }[] = [];

  constructor(private readonly policy: FailurePolicy) {}

  take(run: TestRun, now: Instant): Decision[] {
    const after = applyRun(this.runs, run);
    const holds = after.get(run.run);
    const isStale = after === this.runs && JSON.stringify(applyRun(new Map(), run).get(run.run)) !== JSON.stringify(holds);
    if (isStale) return [];
    const decisions = decideRun(run, this.facts(run), this.policy, now);
    this.runs = after;
    for (const decision of decisions) {
      this.decided.push({ run, decision });
      this.act(decision, run);
    }
    return decisions;
  }

  facts(run: TestRun): FailureFacts {
    const past = pastOf(this.runs, run.suite, run.environment, this.policy.maxSightingsKept);
    const fingerprints = [...new Set([...past.sightings.keys(), ...this.states.keys()])].map(
      (fingerprint) =>
        [
          fingerprint,
          {
            state: this.states.get(fingerprint) ?? null,
            defect: this.defects.get(fingerprint) ?? null,
            sightings: past.sightings.get(fingerprint) ?? [],
            seenElsewhere: false,
          },
        ] as const,
    );
    return { runs: past.runs, fingerprints: new Map(fingerprints), broken: this.broken, builtAt: null };
  }

  /** Somebody closes the defect of a failure. */
  close(fingerprint: string, doneAt: Instant): void {
    const defect = this.defects.get(fingerprint);
    if (defect?.doneAt === null) this.set(fingerprint, { ...defect, doneAt });
  }

  open(subject: string): number {
    return this.issues.filter((issue) => issue.subject === subject && !issue.done).length;
  }

  private act(decision: Decision, run: TestRun): void {
    switch (decision.kind) {
      case 'create':
        this.states.set(decision.fingerprint, 'filed');
        this.set(decision.fingerprint, this.file(decision.fingerprint));
        return;
      case 'reopen':
        return this.change(decision.fingerprint, { doneAt: null });
      case 'propose-closing':
        return this.change(decision.fingerprint, { closingProposedAt: decision.at });
      case 'track':
      case 'known':
        if (!this.defects.has(decision.fingerprint))
          this.states.set(decision.fingerprint, decision.kind === 'known' ? 'known' : 'tracked');
        return;
      case 'broken-run':
        for (const fingerprint of decision.fingerprints) this.states.set(fingerprint, 'broken-run');
        if (decision.what === 'create' || this.broken === null) this.broken = { defect: this.file('broken'), runs: [] };
        this.broken.runs.push(run.run);
        return;
      case 'sight':
      case 'nothing':
    }
  }

  private file(subject: string): FiledDefect {
    this.issues.push({ subject, done: false });
    return aDefect({ issueId: String(this.issues.length - 1), issueKey: `SHOP-${this.issues.length}` });
  }

  private change(fingerprint: string, parts: Partial<FiledDefect>): void {
    const defect = this.defects.get(fingerprint);
    if (defect !== undefined) this.set(fingerprint, { ...defect, ...parts });
  }

  private set(fingerprint: string, defect: FiledDefect): void {
    this.defects.set(fingerprint, defect);
    const issue = this.issues[Number(defect.issueId)];
    if (issue !== undefined) issue.done = defect.doneAt !== null;
  }
}
