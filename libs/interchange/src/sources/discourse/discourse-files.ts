import type { SourceFolder } from '../../reading/source-folder';
import { valueOfJson } from '../../reading/value-of-json';
import { SourceFault } from '../source.fault';
import type { PostFound } from './discourse.mapper';

/** The files of one topic: the first tells about the topic, all have posts of it. */
export interface TopicFiles {
  readonly id: string;
  readonly first: string;
  readonly more: readonly string[];
  /** Whether any of them tells about the topic itself. */
  readonly hasTopic: boolean;
}

/** What a file of a folder is about. */
export interface DiscourseFile {
  readonly name: string;
  /** Null where it is about something else. */
  readonly topicId: string | null;
  /** Whether it tells about the topic itself, and not of posts alone. */
  readonly hasTopic: boolean;
  readonly posts: readonly PostFound[];
  readonly categories: readonly unknown[];
  readonly value: unknown;
}

/** Reads the files of a folder, whatever of Discourse's addresses they were fetched from. */
export class DiscourseFiles {
  constructor(private readonly folder: SourceFolder) {}

  /** @throws SourceFault where it cannot be read, or is no JSON */
  async read(name: string): Promise<DiscourseFile> {
    const value = await valueOfJson(await this.folder.need(name));
    const posts = listAt(value, 'post_stream', 'posts').map((post, index) => ({
      at: { file: name, line: index + 1 },
      value: post,
    }));
    const categories = [...listAt(value, 'category_list', 'categories'), ...listAt(value, 'categories')];
    const id = memberOf(value, 'id') ?? memberOf(posts[0]?.value, 'topic_id');
    const isTopic = memberOf(value, 'post_stream') !== null && (typeof id === 'number' || typeof id === 'string');
    return {
      name,
      topicId: isTopic ? String(id) : null,
      hasTopic: isTopic && memberOf(value, 'title') !== null,
      posts,
      categories,
      value,
    };
  }
}

/** @throws SourceFault where there is nothing to import */
export function requireTopics(topics: ReadonlyMap<string, TopicFiles>, path: string): void {
  if (topics.size > 0) return;
  throw new SourceFault({ file: path }, 'No file holds a topic as Discourse serves it at /t/<id>.json.');
}

function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const found = keys.reduce<unknown>(memberOf, value);
  return Array.isArray(found) ? found : [];
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, key) ?? null) : null;
}
