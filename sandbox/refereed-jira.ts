import type { Jira } from './jira/jira';

/** Judges an answer of the REST API; gives what is wrong with it (tests hand in one made from Atlassian's OpenAPI). */
export type Referee = (method: string, path: string, status: number, body: unknown) => readonly string[];

/** The same Jira, with every answer before the referee, whose findings are collected. */
export function refereedJira(jira: Jira, referee: Referee, findings: string[]): Jira {
  return {
    cloudId: jira.cloudId,
    startedAt: jira.startedAt,
    onEvent: (listener) => jira.onEvent(listener),
    installApp: (app) => jira.installApp(app),
    uninstallApp: () => jira.uninstallApp(),
    saveRuleConfig: (ruleUseId, configJson) => jira.saveRuleConfig(ruleUseId, configJson),
    mail: () => jira.mail(),
    accountIdOf: (emailAddress) => jira.accountIdOf(emailAddress),
    async handle(request) {
      const answer = await jira.handle(request);
      for (const finding of referee(request.method, request.path, answer.status, answer.body)) {
        findings.push(`${request.method} ${request.path} -> ${answer.status}: ${finding}`);
      }
      return answer;
    },
  };
}
