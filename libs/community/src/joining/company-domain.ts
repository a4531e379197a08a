import type { CommunitySettings } from '../communities/community-settings';

/** Whether an address is of one of the domains by which a community knows the people of its company. */
export function isCompanyAddress(
  email: string,
  { companyEmailDomains }: Pick<CommunitySettings, 'companyEmailDomains'>,
): boolean {
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return companyEmailDomains.some((known) => known.toLowerCase() === domain);
}
