import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { addWords, manifestKinds } from '../src/governance/manifest';
import type { IssueManifest, Vocabulary } from '../src/governance/manifest';
import { Misuse } from './command';
import { messageOf } from './thrown';

const itemSchema = z.object({
  at: z.string().nullable(),
  labels: z.array(z.string()),
  refs: z.array(z.string()),
  bag: z.array(z.string()),
  hash: z.string(),
});
const partSchema = z.object({ count: z.number(), hash: z.string(), items: z.array(itemSchema) });
const issueSchema = z.object({
  key: z.string(),
  created: z.string().nullable(),
  gist: z.string(),
  ...{ statuses: partSchema, comments: partSchema, links: partSchema, attachments: partSchema, fields: partSchema },
});

/** The first line of a manifest. */
const headSchema = z.object({ holdpointManifest: z.literal(1), site: z.string(), jql: z.string(), at: z.string() });
export type ManifestHead = z.infer<typeof headSchema>;
/** The last line: a manifest that was cut off lacks it. */
const endSchema = z.object({ end: z.literal(true), issues: z.number() });

/** The lines of a manifest: what it is, one for each issue, and how many there were. */
export async function* manifestLines(head: ManifestHead, issues: AsyncIterable<IssueManifest>): AsyncGenerator<string> {
  yield `${JSON.stringify(head)}\n`;
  let count = 0;
  for await (const issue of issues) {
    count += 1;
    yield `${JSON.stringify(issue)}\n`;
  }
  yield `${JSON.stringify({ end: true, issues: count })}\n`;
}

/** @yields each issue with its line @throws Misuse where the file is no whole manifest */
async function* readManifest(path: string): AsyncGenerator<{ readonly line: string; readonly issue: IssueManifest }> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  let count = -1;
  let ended = false;
  try {
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const value = jsonOf(line);
      if (count === -1) {
        if (!headSchema.safeParse(value).success) throw new Misuse(`${path} is no manifest that "holdpoint manifest" wrote.`);
        count = 0;
        continue;
      }
      const end = endSchema.safeParse(value).data;
      if (end !== undefined) {
        if (end.issues !== count)
          throw new Misuse(`${path} lacks ${end.issues - count} of its ${end.issues} issues: make it anew.`);
        ended = true;
        continue;
      }
      const issue = issueSchema.safeParse(value).data;
      count += 1;
      if (issue === undefined || ended) throw new Misuse(`${path}, issue ${count}, cannot be read: make the manifest anew.`);
      if (manifestKinds.some((kind) => issue[kind].count !== issue[kind].items.length))
        throw new Misuse(`${path}, ${issue.key}: its counts and its items differ. The file was changed.`);
      yield { line, issue };
    }
  } catch (error) {
    if (error instanceof Misuse) throw error;
    throw new Misuse(`${path} cannot be read: ${messageOf(error)}.`);
  }
  if (!ended) throw new Misuse(`${path} is cut off: its last line is missing. Make the manifest anew.`);
}

/** Two manifests, without the issues that are the same in both to the letter; those are only counted. */
export interface TwoManifests {
  readonly source: readonly IssueManifest[];
  readonly target: readonly IssueManifest[];
  readonly same: number;
  readonly words: { readonly source: Vocabulary; readonly target: Vocabulary };
}

/** @throws Misuse where either cannot be read */
export async function readTwo(source: string, target: string): Promise<TwoManifests> {
  const words = { source: new Set<string>(), target: new Set<string>() };
  const left = new Map<string, { line: string; issue: IssueManifest }>();
  for await (const { line, issue } of readManifest(source)) {
    addWords(words.source, issue);
    left.set(issue.key, { line, issue });
  }
  const others: IssueManifest[] = [];
  let same = 0;
  for await (const { line, issue } of readManifest(target)) {
    addWords(words.target, issue);
    // One that refers to issues may be the same and yet mean others, where keys were given anew.
    if (left.get(issue.key)?.line === line && !/"(issue|text):/.test(line)) {
      left.delete(issue.key);
      same += 1;
    } else others.push(issue);
  }
  return { source: [...left.values()].map(({ issue }) => issue), target: others, same, words };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
