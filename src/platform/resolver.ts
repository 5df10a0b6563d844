import Resolver from '@forge/resolver';
import { z } from 'zod';

const contextSchema = z.object({ accountId: z.string().nullish() });

/** Answers a screen's call. @param accountId the person at the screen; null where nobody is logged in */
export type AnswerCall = (name: string, payload: unknown, accountId: string | null) => Promise<object>;

/** The function behind every `invoke(name, payload)`. */
export function resolverOf(names: readonly string[], answer: AnswerCall): ReturnType<Resolver['getDefinitions']> {
  const resolver = new Resolver();
  for (const name of names) {
    resolver.define(name, ({ payload, context }) => {
      const viewer = contextSchema.safeParse(context);
      return answer(name, payload, viewer.success ? (viewer.data.accountId ?? null) : null);
    });
  }
  return resolver.getDefinitions();
}
