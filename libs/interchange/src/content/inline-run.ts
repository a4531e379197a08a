/** What a stretch of text is marked with; `href` is that of a link, and '' otherwise. */
export interface Mark {
  readonly name: 'A' | 'STRONG' | 'EM' | 'DEL' | 'CODE';
  readonly href: string;
}

/** An image within a line. */
export interface Image {
  readonly src: string;
  readonly alt: string;
  readonly title: string;
}

/** A stretch of one line of text under the same marks, without white space at its ends; or an image. */
export interface Run {
  readonly marks: readonly Mark[];
  /** What separates it from the run before: nothing, a space, or a line break. */
  readonly before: '' | ' ' | '\n';
  /** What that space is marked with. */
  readonly spaceMarks: readonly Mark[];
  readonly image: Image | null;
  text: string;
}

/** How a text is written as Markdown: a stricter way is tried where the one before reads differently. */
export interface Writing {
  /** Every punctuation mark is escaped, not only those that may mean something where they stand. */
  readonly escapeAll: boolean;
  /** Without marks, headings, lists and tables: words and paragraphs, links, images and code blocks. */
  readonly plain: boolean;
}
