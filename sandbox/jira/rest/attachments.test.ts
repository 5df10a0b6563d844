import { z } from 'zod';
import { aBench } from '../jira.fixture';

const path = '/rest/api/3/issue/SHOP-1/attachments';
const form = (content: string, boundary = 'b-1') =>
  [
    `--${boundary}`,
    'Content-Disposition: form-data; name="file"; filename="run.log"',
    'Content-Type: text/plain; charset=utf-8',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
const usual = { 'content-type': 'multipart/form-data; boundary=b-1', 'x-atlassian-token': 'no-check' };
const attach = (bench: ReturnType<typeof aBench>, body: string, headers: Record<string, string> = usual) =>
  bench.jira.handle({ method: 'POST', path, headers, body, actor: { kind: 'user', accountId: 'dev' }, scopes: null });

test('a file is on the issue, in its history, and its content comes back as it was', async () => {
  const bench = aBench({ refereed: true });
  const content = 'first line\r\n--b-2\r\nümlaut and the end';
  const { status, body } = await attach(bench, form(content));
  expect(status).toBe(200);
  const [made] = z.array(z.object({ id: z.string(), filename: z.string(), size: z.number() })).parse(body);
  expect(made).toMatchObject({ filename: 'run.log', size: Buffer.byteLength(content) });
  const issue = await bench.call('dev', 'GET', '/rest/api/3/issue/SHOP-1?fields=attachment&expand=changelog', undefined);
  expect(JSON.stringify(issue.body)).toContain('"field":"Attachment"');
  expect(z.object({ fields: z.object({ attachment: z.array(z.unknown()) }) }).parse(issue.body).fields.attachment).toHaveLength(
    1,
  );
  const read = await bench.call('dev', 'GET', `/rest/api/3/attachment/content/${made?.id ?? ''}`, undefined);
  expect(read.body).toBe(content);
  const outsider = await bench.call('outsider', 'GET', `/rest/api/3/attachment/${made?.id ?? ''}`, undefined);
  expect(outsider.status).toBe(404);
  expect(bench.findings).toEqual([]);
});

test.each([
  ['without the word that no page of another site sent it', form('x'), { 'content-type': usual['content-type'] }, 403],
  ['without a boundary', form('x'), { ...usual, 'content-type': 'multipart/form-data' }, 400],
  ['that does not end', form('x').replace('--b-1--', ''), usual, 400],
  ['without a file', '--b-1--\r\n', usual, 403],
  ['of more than ten megabytes', form('x'.repeat(10 * 1024 * 1024 + 1)), usual, 413],
])('a form %s is refused', async (_, body, headers, status) => {
  expect((await attach(aBench(), body, headers)).status).toBe(status);
});
