const LINKING_TAG = /<(?:a|img)\b[^<>]*>/gi;
const ROOTED = /(\s(?:href|src)\s*=\s*["']?)\/(?!\/)/gi;

/** HTML in which links and images that name no host lead to the site that it comes from. */
export function withSite(html: string, site: string | null): string {
  if (site === null) return html;
  const start = site.replace(/\/+$/, '');
  return html.replace(LINKING_TAG, (tag) => tag.replace(ROOTED, (_, before: string) => `${before}${start}/`));
}
