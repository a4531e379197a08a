import type { ArticleDocument, NameDocument, SearchDocument, TopicDocument } from '../documents/search-document';
import { wordsOf } from '../words/words-of';
import { bandsOf } from './bands';
import { dictionaryOf } from './dictionaries';
import { textsOf, type WeighedText } from './document-texts';
import { nameWord, ofKind, titleWord, wholeName, withValue } from './lexemes';
import type { Entry } from './lexicon';
import { VectorBuilder } from './vector-builder';

/** A document taken apart into words, which the lexicon has yet to be asked for. */
export interface ReadDocument {
  readonly document: SearchDocument;
  readonly dictionary: string;
  readonly texts: readonly WeighedText[];
}

/** A document of whose words the lexicon has learnt. */
export interface LearntDocument extends ReadDocument {
  readonly lexicon: ReadonlyMap<string, Entry>;
}

/** The two vectors of a document, and the names of its forms. */
export interface IndexedDocument {
  readonly document: SearchDocument;
  readonly title: VectorBuilder;
  readonly whole: VectorBuilder;
  readonly names: readonly string[];
}

/** Takes a document apart. Names are not stemmed: they are nobody's language. */
export function readDocument(document: SearchDocument): ReadDocument {
  if (document.kind === 'TOPIC' || document.kind === 'ARTICLE')
    return { document, dictionary: dictionaryOf(document.locale), texts: textsOf(document) };
  const texts = document.names.map((name): WeighedText => ({ words: wordsOf(name), weight: 'A' }));
  return { document, dictionary: 'simple', texts };
}

/** Puts a document together again as it is found. */
export function indexDocument({ document, texts, lexicon }: LearntDocument): IndexedDocument {
  const entries = texts.map(({ words }) => entriesOf(words, lexicon));
  if (document.kind !== 'TOPIC' && document.kind !== 'ARTICLE') return indexName(document, entries);
  const title = new VectorBuilder();
  const whole = new VectorBuilder();
  title.text(entries[0] ?? [], 'A');
  texts.forEach(({ weight }, i) => whole.text(entries[i] ?? [], weight));
  for (const entry of entries[0] ?? []) {
    // Words that say nothing are found in titles only, for those who look for nothing else.
    whole.add(titleWord(entry.word));
    if (entry.stem) whole.add(titleWord(entry.stem));
  }
  for (const filter of filtersOf(document)) whole.add(filter);
  return { document, title, whole, names: [] };
}

/** A loop: it runs for each word of everything that is indexed. */
function entriesOf(words: readonly string[], lexicon: ReadonlyMap<string, Entry>): Entry[] {
  const entries: Entry[] = [];
  for (const word of words) {
    const entry = lexicon.get(word);
    if (entry) entries.push(entry);
  }
  return entries;
}

function filtersOf(document: TopicDocument | ArticleDocument): string[] {
  const common = [
    ofKind(document.kind),
    ...bandsOf(document),
    ...document.productIds.map((id) => withValue('product', id)),
  ];
  if (document.kind === 'ARTICLE') return common;
  return [
    ...common,
    withValue('kind', document.topicKind),
    withValue('status', document.status),
    withValue('resolution', document.resolution),
    ...document.tagIds.map((id) => withValue('tag', id)),
  ];
}

function indexName(document: NameDocument, entries: readonly (readonly Entry[])[]): IndexedDocument {
  const whole = new VectorBuilder();
  const names = entries.map((words) => words.map(({ word }) => word)).filter(({ length }) => length > 0);
  for (const words of names) {
    whole.add(wholeName(document.kind, words));
    for (const word of words) whole.add(nameWord(document.kind, word));
  }
  whole.add(ofKind(document.kind));
  return { document, title: new VectorBuilder(), whole, names: names.map((words) => words.join(' ')) };
}
