import { Lexer, Source, TokenKind } from 'graphql';
import { refusal } from '../errors/refusal';
import type { GuardLimits } from './limits';

/** Open brackets at once. Far above what a document within the limits needs, far below what a parser's stack holds. */
const MAX_OPEN_BRACKETS = 64;

const OPENING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_L, TokenKind.BRACE_L, TokenKind.BRACKET_L]);
const CLOSING: ReadonlySet<TokenKind> = new Set([TokenKind.PAREN_R, TokenKind.BRACE_R, TokenKind.BRACKET_R]);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkTokens(document: string, limit: number): void {
  const lexer = new Lexer(new Source(document));
  let open = 0;
  for (let tokens = 1; ; tokens++) {
    let kind: TokenKind;
    try {
      kind = lexer.advance().kind;
    } catch {
      return; // no GraphQL: the parser says so, and where
    }
    if (kind === TokenKind.EOF) return;
    if (tokens > limit) throw refusal('QUERY_TOO_COMPLEX', 'This document is too long: ask for less in one document.');
    if (CLOSING.has(kind)) open--;
    if (OPENING.has(kind) && ++open > MAX_OPEN_BRACKETS) {
      throw refusal('BAD_USER_INPUT', 'This document is nested too deep: send a flatter one.');
    }
  }
}

/** Walks without recursion: the value may be nested deeper than a stack. */
function isNestedDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue;
      if (depth >= limit) return true;
      for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) next.push(child);
    }
    level = next;
  }
  return false;
}

function checkValues(values: unknown, limits: GuardLimits): void {
  if (!isRecord(values)) return;
  if (isNestedDeeper(values, limits.nesting + 1)) {
    throw refusal('BAD_USER_INPUT', 'The variables are nested too deep: send flatter values.');
  }
  if (Buffer.byteLength(JSON.stringify(values)) > limits.variablesBytes) {
    throw refusal('QUERY_TOO_COMPLEX', 'The variables are too large: send less in one request.');
  }
}

/**
 * Turns away what is too large to be worth parsing. `body` is the JSON of the request; what is wrong with it
 * otherwise is left to the GraphQL server. Throws a refusal.
 */
export function checkRequestSize(body: unknown, limits: GuardLimits): void {
  if (Array.isArray(body)) throw refusal('BAD_USER_INPUT', 'Send one operation per request, not a list of them.');
  if (!isRecord(body)) return;
  if (typeof body['query'] === 'string') {
    if (Buffer.byteLength(body['query']) > limits.documentBytes) {
      throw refusal('QUERY_TOO_COMPLEX', 'This document is too long: ask for less in one document.');
    }
    checkTokens(body['query'], limits.documentTokens);
  }
  checkValues(body['variables'], limits);
  checkValues(body['extensions'], limits);
}
