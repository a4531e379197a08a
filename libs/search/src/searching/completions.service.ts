import { Injectable } from '@nestjs/common';
import {
  MemberLoader,
  ProductLoader,
  TagLoader,
  type Member,
  type ProductRow,
  type TagRow,
  type Viewer,
} from '@app/community';
import type { NameDocument } from '../documents/search-document';
import { EngineChain } from '../engine/engine-chain';
import { searchText } from './search-text';

/** Asked for beyond what is wanted, for what is gone by now. */
const SPARE = 5;

/** Completes a name that somebody is typing: of a tag, a product, a member to mention. */
@Injectable()
export class CompletionsService {
  constructor(
    private readonly engines: EngineChain,
    private readonly tagLoader: TagLoader,
    private readonly productLoader: ProductLoader,
    private readonly memberLoader: MemberLoader,
  ) {}

  /** Tags, best first; a synonym leads to the tag that it stands for. */
  async tags(viewer: Viewer, text: string, most: number): Promise<TagRow[]> {
    const found = await this.complete(viewer, 'TAG', text, most);
    const tags = await Promise.all(found.map((id) => this.tagLoader.load(viewer, id)));
    return tags.flatMap((tag) => (tag && tag.synonymOfId === null ? [tag] : [])).slice(0, most);
  }

  /** Products that are offered for new topics, best first. */
  async products(viewer: Viewer, text: string, most: number): Promise<ProductRow[]> {
    const found = await this.complete(viewer, 'PRODUCT', text, most);
    const products = await Promise.all(found.map((id) => this.productLoader.load(viewer, id)));
    return products.flatMap((product) => (product && product.archivedAt === null ? [product] : [])).slice(0, most);
  }

  /** Members, best first; none who have left. */
  async members(viewer: Viewer, text: string, most: number): Promise<Member[]> {
    const found = await this.complete(viewer, 'MEMBER', text, most);
    const members = await Promise.all(found.map((id) => this.memberLoader.load(viewer, id)));
    return members.flatMap((member) => (member && member.erasedAt === null ? [member] : [])).slice(0, most);
  }

  private async complete(
    { communityId }: Viewer,
    kind: NameDocument['kind'],
    typed: string,
    most: number,
  ): Promise<readonly string[]> {
    const text = searchText(typed).replace(kind === 'MEMBER' ? /^@/ : '', '');
    if (!text) return [];
    return (await this.engines.complete({ communityId, kind, text, limit: most + SPARE })).answer;
  }
}
