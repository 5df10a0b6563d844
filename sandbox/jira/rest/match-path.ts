export interface PathTemplate<T> {
  readonly method: string;
  readonly template: string;
  readonly value: T;
}

export interface PathMatch<T> {
  readonly template: string;
  readonly value: T;
  readonly params: Readonly<Record<string, string>>;
}

interface Compiled<T> extends PathTemplate<T> {
  readonly segments: readonly string[];
  readonly placeholders: number;
}

/** Finds the template of a concrete path; where several fit, the one with the fewest placeholders (`issue/bulkfetch` before `issue/{id}`). */
export function pathMatcher<T>(templates: readonly PathTemplate<T>[]): (method: string, path: string) => PathMatch<T> | null {
  const compiled: Compiled<T>[] = templates.map((entry) => {
    const segments = entry.template.split('/');
    return { ...entry, segments, placeholders: segments.filter(isPlaceholder).length };
  });
  compiled.sort((a, b) => a.placeholders - b.placeholders);
  return (method, path) => {
    const segments = path.split('/');
    const found = compiled.find((entry) => entry.method === method && fits(entry.segments, segments));
    return found === undefined
      ? null
      : { template: found.template, value: found.value, params: paramsOf(found.segments, segments) };
  };
}

function isPlaceholder(segment: string): boolean {
  return segment.startsWith('{');
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  return (
    template.length === path.length &&
    template.every((segment, index) => (isPlaceholder(segment) ? path[index] !== '' : segment === path[index]))
  );
}

function paramsOf(template: readonly string[], path: readonly string[]): Record<string, string> {
  const entries = template.flatMap((segment, index) =>
    isPlaceholder(segment) ? [[segment.slice(1, -1), decoded(path[index] ?? '')] as const] : [],
  );
  return Object.fromEntries(entries);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
