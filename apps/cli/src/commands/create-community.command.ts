import { CommunityFoundingService } from '@app/community';
import { Command } from 'commander';
import { passwordHint } from '../support/password-link';
import { withServices } from '../with-services';

interface Options {
  readonly admin: string;
  readonly name?: string;
  readonly locale: string;
}

/** Founds a community with its first admin, and tells how they set a password. */
export function createCommunity(): Command {
  return new Command('create-community')
    .description('founds a community with its first admin')
    .argument('<slug>', 'its name in addresses: a-z, 0-9 and -')
    .requiredOption('--admin <email>', 'the address of its first admin')
    .option('--name <name>', 'the name that people read; the slug when nothing is said')
    .option('--locale <locale>', 'its language, BCP 47', 'en')
    .action(async (slug: string, { admin, name = slug, locale }: Options) =>
      withServices(async (services, { publicUrl }) => {
        const { token } = await services.get(CommunityFoundingService).found({ slug, name, locale, adminEmail: admin });
        process.stdout.write(
          `The community "${slug}" is there, and ${admin} is its admin.\n${passwordHint(publicUrl, token)}\n`,
        );
      }),
    );
}
