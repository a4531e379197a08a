/** What a ranking went by: what the community taught, or (too young to have taught anything) shared words alone. */
export type SimilarityBasis = 'LEARNED' | 'WORDS';

/** A text that something like it is looked for: what somebody is about to ask. */
export interface SuggestionQuery {
  readonly title: string;
  /** Plain text or Markdown; empty while only the title is written. */
  readonly body: string;
}

/** An earlier thread that speaks for a candidate. */
export interface SimilarThread {
  readonly topicId: string;
  /** Its share of the votes for this candidate, 0 to 1. */
  readonly weight: number;
  /** The rarest words that it shares with what was asked, rarest first; at most five. */
  readonly sharedWords: readonly string[];
}

/** Why something is suggested. */
export interface SimilarityReasons {
  /** The similar earlier threads in which someone pointed to the candidate, strongest first; at most five. */
  readonly threads: readonly SimilarThread[];
  /** How like the candidate itself is to what was asked, by what was learned: -1 to 1; 0 where nothing was learned. */
  readonly likeness: number;
  /** The rarest words that the candidate itself shares with what was asked, rarest first; at most five. */
  readonly sharedWords: readonly string[];
  /** In how many threads someone pointed to the candidate. */
  readonly links: number;
  /** Whether it is a topic that was solved. */
  readonly solved: boolean;
}

/** Something that may help, or that asks the same. */
export interface SimilarCandidate {
  readonly kind: 'TOPIC' | 'ARTICLE';
  readonly id: string;
  /** Orders the candidates of one answer, highest first; means nothing across answers. */
  readonly score: number;
  /** How sure it is that this helps, 0 to 1, comparable across answers: .5 where half of the right ones of its community stood. */
  readonly confidence: number;
  readonly because: SimilarityReasons;
}

/** What was found, best first. It may be stale: who shows it asks the database again. */
export interface SimilarityFindings {
  readonly basis: SimilarityBasis;
  /** Of the model that was used; null where there is none. */
  readonly version: number | null;
  /** False while the community's threads are still being read: then only a part of them was looked through. */
  readonly complete: boolean;
  /** So many topics were looked through, the most recently active first. */
  readonly topics: number;
  readonly candidates: readonly SimilarCandidate[];
}

/** An earlier thread that is like a topic. */
export interface LikeTopic {
  readonly topicId: string;
  /** -1 to 1, by what was learned; where nothing was, 1 for the one that shares most rare words. */
  readonly likeness: number;
}

/** The port of likeness: which earlier threads and articles belong to a text, or to a topic. */
export abstract class Similarity {
  /** Topics and articles that may answer what somebody is about to ask. Never waits for what is still being read. */
  abstract suggest(communityId: string, query: SuggestionQuery, count: number): Promise<SimilarityFindings>;

  /** Topics like one that was asked, and articles that may help there; nothing for a topic that nobody may find. */
  abstract related(communityId: string, topicId: string, count: number): Promise<SimilarityFindings>;

  /**
   * The threads in which somebody has replied that are likest to a text, likest first; none while nothing is known yet.
   * @param except a topic that is not to be found: the one that is asked about
   */
  abstract threadsLike(
    communityId: string,
    query: SuggestionQuery & { readonly except: string | null },
    count: number,
  ): Promise<readonly LikeTopic[]>;
}
