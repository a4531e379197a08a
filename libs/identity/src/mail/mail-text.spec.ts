import { asHtml, asText } from './mail-text';
import { accountExistsText, resetPasswordText, verifyEmailText } from './mail-texts';

describe('the texts of mails', () => {
  const url = 'https://help.example.com/verify?token=ahl_x&y="><script>';

  it.each([verifyEmailText, resetPasswordText, accountExistsText])('say the same in both forms (%p)', (write) => {
    const mail = write(url);
    expect(asText(mail)).toContain(`\n${url}\n`);
    const html = asHtml(mail);
    expect(html).toContain('href="https://help.example.com/verify?token=ahl_x&amp;y=&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script>');
    for (const paragraph of [...mail.before, ...mail.after]) {
      expect(asText(mail)).toContain(paragraph);
      expect(html).toContain(`<p>${paragraph}</p>`);
    }
  });
});
