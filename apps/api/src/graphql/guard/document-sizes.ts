import { Lexer, parse, Source, TokenKind, type DocumentNode, type OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refusal } from '../errors/refusal';
import { checkOperationCount, checkShape, fragmentsOf, operationsOf } from './document-limits';
import { DocumentMeasure, type DocumentShape } from './document-shape';
import type { GuardLimits } from './limits';

/** How large a document is, by its text alone. */
interface DocumentSize {
  readonly tokens: number;
  readonly operations: readonly { readonly kind: `${OperationTypeNode}`; readonly shape: DocumentShape }[];
}

/** Open brackets at once. Far above what a document within the limits needs, far below what a parser's stack holds. */
const MAX_OPEN_BRACKETS = 64;
/** Characters of the documents whose sizes are kept. */
const KEPT_CHARACTERS = 8_000_000;

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACE_L, TokenKind.BRACKET_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACE_R, TokenKind.BRACKET_R]);

function tooLong(): Error {
  return refusal('QUERY_TOO_COMPLEX', 'This document is too long: ask for less in one document.');
}

/** Undefined where the text is no GraphQL. */
function countTokens(text: string, limit: number): number | undefined {
  const lexer = new Lexer(new Source(text));
  let open = 0;
  for (let tokens = 1; ; tokens++) {
    let kind: TokenKind;
    try {
      kind = lexer.advance().kind;
    } catch {
      return undefined;
    }
    if (kind === TokenKind.EOF) return tokens - 1;
    if (tokens > limit) throw tooLong();
    if (CLOSING.has(kind)) open--;
    if (OPENING.has(kind) && ++open > MAX_OPEN_BRACKETS) {
      throw refusal('BAD_USER_INPUT', 'This document is nested too deep: send a flatter one.');
    }
  }
}

function sizeOf(document: DocumentNode, tokens: number): DocumentSize {
  const measure = new DocumentMeasure(fragmentsOf(document));
  const operations = operationsOf(document).map(({ operation, selectionSet }) => ({
    kind: operation,
    shape: measure.measure(selectionSet),
  }));
  return { tokens, operations };
}

/**
 * Turns documents away that are too large to be worth validating, which takes longer than anything else that is done
 * with a document. Sizes are kept by text, so that a page that is asked again is not read again.
 */
export class DocumentSizes {
  private readonly known = new LRUCache<string, DocumentSize>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (_, text) => text.length + 1,
  });

  /** Throws a refusal where the document is beyond `limits`. What is no GraphQL passes: the parser tells where. */
  check(text: string, limits: GuardLimits): void {
    if (Buffer.byteLength(text) > limits.documentBytes) throw tooLong();
    const size = this.known.get(text) ?? this.measure(text, limits);
    if (!size) return;
    if (size.tokens > limits.documentTokens) throw tooLong();
    checkOperationCount(size.operations.length, limits);
    for (const { kind, shape } of size.operations) checkShape(shape, kind, limits);
  }

  private measure(text: string, limits: GuardLimits): DocumentSize | undefined {
    let document: DocumentNode;
    const tokens = countTokens(text, limits.documentTokens);
    if (tokens === undefined) return undefined;
    try {
      document = parse(text, { noLocation: true });
    } catch {
      return undefined;
    }
    const size = sizeOf(document, tokens);
    this.known.set(text, size);
    return size;
  }
}
