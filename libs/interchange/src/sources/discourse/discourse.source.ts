import { SourceFolder } from '../../reading/source-folder';
import type { SourceOptions } from '../source-options';
import type { Found, Source, SourceFile } from '../source';
import { DiscourseFiles, requireTopics, type TopicFiles } from './discourse-files';
import { DiscourseMapper } from './discourse.mapper';

/**
 * A folder of files as a Discourse site serves them: `/t/<id>.json`, where topics are long also `/t/<id>/posts.json` or
 * further pages of the topic, and perhaps `/site.json` or `/categories.json` for the names of categories. All files are
 * read twice: first to see which belong to the same topic, and that none is broken.
 */
export class DiscourseSource implements Source {
  readonly origin: string;
  readonly baseUrl?: string;
  private folder: SourceFolder | null = null;
  private done = 0;

  constructor(
    private readonly path: string,
    { origin = 'discourse', site }: SourceOptions = {},
  ) {
    this.origin = origin;
    this.baseUrl = site;
  }

  async files(): Promise<readonly SourceFile[]> {
    const folder = await this.opened();
    for (const name of await folder.names(/\.json$/i)) await folder.need(name);
    return folder.files();
  }

  async *records(): AsyncGenerator<Found> {
    const folder = await this.opened();
    const names = await folder.names(/\.json$/i);
    const files = new DiscourseFiles(folder);
    const mapper = new DiscourseMapper();
    const topics = new Map<string, TopicFiles>();
    for (const [index, name] of names.entries()) {
      const { topicId, hasTopic, categories } = await files.read(name);
      for (const [at, category] of categories.entries()) yield* mapper.category(category, { file: name, line: at + 1 });
      if (topicId !== null) addFile(topics, topicId, name, hasTopic);
      else if (categories.length === 0) yield { at: { file: name, line: 1 }, leftOut: 'files without topics' };
      this.done = (index + 1) / names.length / 2;
    }
    requireTopics(topics, this.path);
    for (const [index, topic] of [...topics.values()].entries()) {
      yield* await this.topic(topic, files, mapper);
      this.done = 0.5 + (index + 1) / topics.size / 2;
    }
    yield* mapper.rest({ file: names.at(-1) ?? this.path, line: 1 });
  }

  progress(): number {
    return this.done;
  }

  private async topic({ first, more }: TopicFiles, files: DiscourseFiles, mapper: DiscourseMapper): Promise<Found[]> {
    const { value, posts } = await files.read(first);
    const others = [];
    for (const name of more) others.push(...(await files.read(name)).posts);
    return mapper.topic(value, { file: first, line: 1 }, [...posts, ...others]);
  }

  private async opened(): Promise<SourceFolder> {
    return (this.folder ??= await SourceFolder.at(this.path));
  }
}

function addFile(topics: Map<string, TopicFiles>, id: string, name: string, hasTopic: boolean): void {
  const known = topics.get(id);
  if (!known) topics.set(id, { id, first: name, more: [], hasTopic });
  else if (hasTopic && !known.hasTopic)
    topics.set(id, { id, first: name, more: [known.first, ...known.more], hasTopic });
  else topics.set(id, { ...known, more: [...known.more, name] });
}
