/** A stage and what pipelines call it. */
interface NamedStage {
  readonly key: string;
  readonly environments: readonly string[];
}

/** The stage that an environment is, by its key or by what pipelines call it, in any case of letters; null where it is none. */
export function stageOf<Stage extends NamedStage>(environment: string, stages: readonly Stage[]): Stage | null {
  const called = plain(environment);
  const byKey = stages.find(({ key }) => key === called);
  return byKey ?? stages.find(({ environments }) => environments.some((name) => plain(name) === called)) ?? null;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
