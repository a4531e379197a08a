import { HtmlRewriter } from '../html/html-rewriter';
import { COOKED } from './cooked.rules';

const rewriter = new HtmlRewriter(COOKED);

describe('the HTML of a Discourse post', () => {
  it.each([
    ['<p>a &lt; b &amp; <em>c</em><br>d</p>', '<p>a &lt; b &amp; <em>c</em><br>d</p>'],
    [
      '<p>Hi <img src="/images/emoji/twitter/smile.png?v=12" title=":smile:" class="emoji" alt=":smile:"> all</p>',
      '<p>Hi :smile: all</p>',
    ],
    [
      '<p><a class="mention" href="/u/ann">@ann</a> see <a href="/t/12">that</a></p>',
      '<p>@ann see <a href="/t/12">that</a></p>',
    ],
    [
      '<p>see <a class="hashtag-cooked" href="/c/bug/5"><span class="hashtag-icon-placeholder"><svg><use href="#x"></use></svg></span><span>Bug</span></a></p>',
      '<p>see #Bug</p>',
    ],
    ['<a class="hashtag" href="/c/staff/42">#<span>staff</span></a>', '#staff'],
    ['<h2><a name="x" class="anchor" href="#x"></a>Title</h2>', '<h2>Title</h2>'],
    ['<pre><code class="lang-auto">a  b\n</code></pre>', '<pre><code>a  b\n</code></pre>'],
    ['<pre><code class="lang-ruby">x</code></pre>', '<pre><code class="language-ruby">x</code></pre>'],
  ])('%s becomes %s', (cooked, plain) => expect(rewriter.rewrite(cooked)).toBe(plain));

  it('keeps a quote with who said it', () => {
    const cooked = `<aside class="quote no-group" data-username="bob" data-post="2" data-topic="5">
<div class="title">
<div class="quote-controls"></div>
<img alt="" width="24" height="24" src="/user_avatar/x/bob/48/1.png" class="avatar"> bob:</div>
<blockquote>
<p>Try it <em>twice</em>.</p>
</blockquote>
</aside>
<p>I did.</p>`;
    expect(rewriter.rewrite(cooked).replace(/\n/g, '')).toBe(
      '<blockquote><p>bob:</p><p>Try it <em>twice</em>.</p></blockquote><p>I did.</p>',
    );
  });

  it('makes a link and its words of a card', () => {
    const cooked = `<aside class="onebox allowlistedgeneric" data-onebox-src="https://ex.org/p">
<header class="source"><img src="https://ex.org/i.png" class="site-icon"><a href="https://ex.org/p">ex.org</a></header>
<article class="onebox-body"><div class="aspect-image"><img src="https://ex.org/t.png" class="thumbnail"></div>
<h3><a href="https://ex.org/p">A page</a></h3><p>What it is.</p></article>
<div class="onebox-metadata"></div><div style="clear: both"></div></aside>`;
    expect(rewriter.rewrite(cooked).replace(/\n/g, '')).toBe(
      '<blockquote><p><a href="https://ex.org/p">A page</a></p><p>What it is.</p></blockquote>',
    );
    expect(rewriter.rewrite('<aside class="onebox" data-onebox-src="https://ex.org/q"></aside>')).toBe(
      '<blockquote><p><a href="https://ex.org/q">https://ex.org/q</a></p></blockquote>',
    );
  });

  it('shows the large picture of a lightbox, without its measures', () => {
    const cooked =
      '<p>Here:</p><div class="lightbox-wrapper"><a class="lightbox" href="/uploads/a.png" title="screen &amp; more">' +
      '<img src="/uploads/a_2.png" alt="screen" srcset="/uploads/a_2.png 1x"><div class="meta"><svg><use href="#i"></use></svg>' +
      '<span class="filename">screen</span><span class="informations">800×600 50 KB</span></div></a></div>';
    expect(rewriter.rewrite(cooked)).toBe('<p>Here:</p><img src="/uploads/a.png" alt="screen &amp; more">');
  });

  it('makes a link of a film', () => {
    expect(
      rewriter.rewrite(
        '<div class="youtube-onebox lazy-video-container" data-video-title="How to"><a href="https://youtu.be/1"><img src="x"></a></div>',
      ),
    ).toBe('<p><a href="https://youtu.be/1">How to</a></p>');
  });

  it.each(['<aside class="quote"><div class="title">', '<a class="lightbox">', '</div></p>', '<img class="emoji">'])(
    'takes broken HTML: %s',
    (broken) => expect(typeof rewriter.rewrite(broken)).toBe('string'),
  );

  it('takes elements in elements in elements', () => {
    const deep = '<div><b>'.repeat(20_000);
    expect(rewriter.rewrite(`${deep}x`)).toContain('x');
  });
});
