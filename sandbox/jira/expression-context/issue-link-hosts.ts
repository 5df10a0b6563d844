import { linkTypeHost } from './option-hosts';
import { expensive, host, plain } from './members';
import type { Permissions } from '../site/permissions';
import type { Site } from '../site/site';
import type { HostObject } from '../expressions';
import type { Issue, IssueLink } from '../model';

type MakeIssue = (site: Site, issue: Issue, viewer: Permissions) => HostObject;

/** An issue's links to issues that the viewer sees; loading the issue at the other end is one more expensive operation each. */
export function issueLinkHosts(site: Site, issue: Issue, viewer: Permissions, makeIssue: MakeIssue): HostObject[] {
  return [...site.issueLinks.values()].flatMap((link) => {
    const outward = link.inwardIssueId === issue.id;
    if (!outward && link.outwardIssueId !== issue.id) {
      return [];
    }
    const other = site.issues.get(outward ? link.outwardIssueId : link.inwardIssueId);
    const type = site.issueLinkTypes.get(link.typeId);
    return other === undefined || type === undefined || !viewer.sees(other)
      ? []
      : [linkHost(link, linkTypeHost(type), outward, () => makeIssue(site, other, viewer))];
  });
}

function linkHost(link: IssueLink, type: HostObject, outward: boolean, load: () => HostObject): HostObject {
  const other = expensive(load);
  return host({
    typeName: 'IssueLink',
    identity: link.id,
    members: {
      ...plain({ id: Number(link.id), type, direction: outward ? 'outward' : 'inward' }),
      linkedIssue: other,
      outwardIssue: outward ? other : () => null,
      inwardIssue: outward ? () => null : other,
    },
  });
}
