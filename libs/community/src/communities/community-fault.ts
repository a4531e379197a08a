import { plainTextFault } from '@app/kernel';
import { isLocale } from 'class-validator';

/** The form of a slug; the database holds it too. */
const SLUG = /^[a-z0-9][a-z0-9-]{1,62}$/;

/** What a community is called, where it is said. */
export interface NamedCommunity {
  readonly slug: string;
  readonly name?: string;
  /** BCP 47. */
  readonly locale?: string;
}

/** What keeps these from being a community, as a sentence; null where nothing does. */
export function communityFault({ slug, name, locale }: NamedCommunity): string | null {
  if (!SLUG.test(slug)) return 'A slug takes 2 to 63 of a-z, 0-9 and -, and begins with none of the last.';
  const nameFault = name === undefined ? null : plainTextFault(name, { min: 1, max: 100 });
  if (nameFault) return `The name ${nameFault}.`;
  if (locale !== undefined && !isLocale(locale))
    return `The locale "${locale}" must be a language tag such as en or pt-BR.`;
  return null;
}
