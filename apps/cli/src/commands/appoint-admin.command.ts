import { AdminAppointingService } from '@app/community';
import { Command } from 'commander';
import { passwordHint } from '../support/password-link';
import { withServices } from '../with-services';

/** Makes somebody an admin of a community: one that was imported has none. */
export function appointAdmin(): Command {
  return new Command('appoint-admin')
    .description('makes somebody an admin of a community, and a member of it where they are none')
    .argument('<slug>', 'the community')
    .argument('<email>', 'the address of the admin')
    .action(async (slug: string, email: string) =>
      withServices(async (services, { publicUrl }) => {
        const { displayName, token } = await services.get(AdminAppointingService).appoint(slug, email);
        process.stdout.write(
          `${displayName} (${email}) is an admin of "${slug}".\n${passwordHint(publicUrl, token)}\n`,
        );
      }),
    );
}
