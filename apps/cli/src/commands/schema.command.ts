import { writeFileSync } from 'node:fs';
import { StartFault } from '@app/environment';
import { Command } from 'commander';

/** Writes the GraphQL schema that the code makes. */
export function writeSchema(): Command {
  return new Command('schema')
    .description('writes schema.graphql from the code')
    .option('--out <file>', 'where to', 'schema.graphql')
    .action(async ({ out }: { out: string }) => {
      // The whole API, which no other command needs in memory.
      const { schemaText } = await import('../../../api/src/schema-text.ts');
      const text = await schemaText();
      try {
        writeFileSync(out, text);
      } catch {
        throw new StartFault(`${out} cannot be written: name a file that can with --out.`);
      }
    });
}
