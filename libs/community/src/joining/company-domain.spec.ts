import { isCompanyAddress } from './company-domain';

describe('the addresses of a company', () => {
  const settings = { companyEmailDomains: ['acme.example', 'Acme.co.example'] };

  it.each(['ann@acme.example', 'ann@acme.co.example', '"a@b"@acme.example'])('are such as %s', (email) => {
    expect(isCompanyAddress(email, settings)).toBe(true);
  });

  it.each([
    'ann@sub.acme.example',
    'ann@notacme.example',
    'ann@acme.example.evil.com',
    'acme.example@evil.com',
    'acme',
  ])('are not such as %s', (email) => {
    expect(isCompanyAddress(email, settings)).toBe(false);
  });

  it('are none where no domain is given', () => {
    expect(isCompanyAddress('ann@acme.example', { companyEmailDomains: [] })).toBe(false);
  });
});
