import { lookupPaths } from '@app/community';

/** An address that stands in a post, as what it may lead to. */
export interface LinkedAddress {
  /** The host that it names; null where it is an address of our own. */
  readonly host: string | null;
  /** The topic (by its code) or the article (by its slug) of our own community that it leads to. */
  readonly own: { readonly kind: 'TOPIC' | 'ARTICLE'; readonly name: string } | null;
  /** The forms under which it may be kept as an old address, the likeliest first; none where it is one of our own. */
  readonly paths: readonly string[];
}

/** Addresses of one post that are looked at: what has more is no help but a list. */
const MOST = 50;
const LINKS = /<a\b[^>]*?\shref="([^"]*)"/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
};
const OWN = /^\/c\/([^/?#]+)\/(topics|articles)\/([^/?#]+)/;

/** Finds the addresses of a community in safe HTML: those that it has here, and those that it may have had elsewhere. */
export class LinkedAddresses {
  private readonly publicUrl: URL;
  private readonly slug: string;

  /**
   * @param publicUrl where people open this installation
   * @param slug the community's name in addresses
   */
  constructor(publicUrl: string, slug: string) {
    this.publicUrl = new URL(publicUrl);
    this.slug = slug;
  }

  in(html: string): LinkedAddress[] {
    const found = new Map<string, LinkedAddress>();
    for (const [, href = ''] of html.matchAll(LINKS)) {
      const address = this.read(href.replace(/&(?:amp|quot|#39|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity));
      if (address) found.set(href, address);
      if (found.size === MOST) break;
    }
    return [...found.values()];
  }

  private read(href: string): LinkedAddress | null {
    const url = URL.parse(href, this.publicUrl);
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    const host = url.host === this.publicUrl.host ? null : url.host;
    const own = host === null ? this.ownPlace(url.pathname) : null;
    const paths = own ? [] : lookupPaths(url.pathname + url.search);
    return own || paths.length > 0 ? { host, own, paths } : null;
  }

  private ownPlace(path: string): LinkedAddress['own'] {
    const base = this.publicUrl.pathname.replace(/\/$/, '');
    const [, slug, space, name = ''] = OWN.exec(path.startsWith(base) ? path.slice(base.length) : path) ?? [];
    if (slug !== this.slug) return null;
    return { kind: space === 'topics' ? 'TOPIC' : 'ARTICLE', name: decoded(name) };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
