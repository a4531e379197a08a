import { HtmlRewriter } from '../html/html-rewriter';
import { KHOROS_BODY } from './khoros-body.rules';

const rewriter = new HtmlRewriter(KHOROS_BODY);

describe('the HTML of a Khoros message', () => {
  it.each([
    ['<p>Just <b>this</b></p>', '<p>Just <b>this</b></p>'],
    ['<li-user uid="1" login="@admin"></li-user>, hi', '@admin, hi'],
    ['<li-user uid="1"></li-user>', ''],
    [
      '<p><li-image id="171781i2296" alt="Rufus &quot;1&quot;.png" size="small" align="inline"></li-image></p>',
      '<p><img src="/t5/image/serverpage/image-id/171781i2296/image-size/small" alt="Rufus &quot;1&quot;.png"></p>',
    ],
    ['<li-image id="9i9"/> after', '<img src="/t5/image/serverpage/image-id/9i9/image-size/large" alt=""> after'],
    ['<li-code lang="python">a &lt; b\n  c</li-code>', '<pre><code class="language-python">a &lt; b\n  c</code></pre>'],
    ['<li-code>x</li-code>', '<pre><code>x</code></pre>'],
    ['<li-spoiler>The end</li-spoiler>', '<p>Spoiler:</p><blockquote>The end</blockquote>'],
    [
      '<li-message title="Read me" uid="6" url="https://ex.org/t5/ta-p/6"></li-message>',
      '<a href="https://ex.org/t5/ta-p/6">Read me</a>',
    ],
    [
      '<li-video vid="https://youtu.be/1" url="https://youtu.be/1"></li-video>',
      '<a href="https://youtu.be/1">https://youtu.be/1</a>',
    ],
    ['<li-unknown a="b">kept</li-unknown>', 'kept'],
    [
      '<img class="emoticon emoticon-smileyhappy" id="smileyhappy" src="/i/x.gif" alt="Smiley Happy" title="Smiley Happy">',
      '🙂',
    ],
    ['<img id="catvery-happy" class="emoticon emoticon-catvery-happy" src="/i/x.gif" alt="Cat Very Happy">', '😀'],
    ['<img class="emoticon emoticon-heart" src="/i/x.gif" alt="Heart">', 'Heart'],
    ['<img src="/i/cat.gif" alt="my cat">', '<img src="/i/cat.gif" alt="my cat">'],
    ['<li-emoji id="lia_rocket" title=":rocket:"></li-emoji><li-emoji id="lia_star"></li-emoji>', ':rocket::star:'],
    ['<messagetemplate><p>Body</p></messagetemplate>', '<p>Body</p>'],
  ])('%s becomes %s', (body, plain) => expect(rewriter.rewrite(body)).toBe(plain));
});
