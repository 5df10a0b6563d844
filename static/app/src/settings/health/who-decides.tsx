import type { ReactElement } from 'react';
import type { ProjectHealth } from '../../../../../src/contracts/health';

type Authority = ProjectHealth['authority'][number];

const deeds: Record<Authority['permission'], string> = {
  'override-gates': 'Overriding a gate',
  'lift-holds': 'Lifting a hold',
  'approve-deferrals': 'Approving a deferral',
};

/** Who may decide what in a project. */
export function WhoDecides({ authority }: { authority: readonly Authority[] }): ReactElement | null {
  if (authority.length === 0) return null;
  return (
    <section className="health-part">
      <h4>Who decides</h4>
      <dl className="authority">
        {authority.map(({ permission, title, granted }) => (
          <div key={permission} data-permission={permission}>
            <dt>{deeds[permission]}</dt>
            <dd>
              {granted ? (
                <>
                  People with the permission <em>{title}</em>
                </>
              ) : (
                <>
                  Project administrators, until you grant the permission <em>{title}</em>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
