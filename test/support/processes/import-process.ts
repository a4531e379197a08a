import { ImportRun } from '../../../libs/interchange/src/running/import-run';
import { GeneratedSource } from '../interchange/generated-source';

/** Imports a generated source into a community, and says what it does. */
async function main(): Promise<void> {
  const [ownerUrl = '', slug = '', topics = '', pause = '', rejectsFile = ''] = process.argv.slice(2);
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const report = await new ImportRun({
    ownerUrl,
    source: new GeneratedSource({ topics: Number(topics), pause: Number(pause) }),
    community: { slug },
    dryRun: false,
    rejectsFile,
    observer: {
      begin: (position) => say(`from ${position}`),
      read: (position) => say(`read ${position}`),
      publishing: () => undefined,
    },
  }).run();
  say(`done ${report.found}`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(error.stack ?? error.message);
    process.exit(1);
  },
);
