import { htmlText } from './html-text';

describe('the text of HTML', () => {
  it.each([
    ['', ''],
    ['<p>Hello &amp; <strong>wel</strong>come</p>\n<p>again</p>', 'Hello & welcome again'],
    ['<ul><li>one</li><li>two</li></ul>three', 'one two three'],
    ['line<br>break', 'line break'],
    ['<pre><code class="language-js">let x = 1 &lt; 2;\n  y();</code></pre>', 'let x = 1 < 2; y();'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    [
      '<a href="https://example.com">a link</a>, <img alt="not said" src="https://example.com/x.png">seen',
      'a link, seen',
    ],
    ['日本語&nbsp;と <em>é</em>&#39;s &#x1F600;', "日本語 と é's 😀"],
    ['5 < 6 and <p unclosed', '5 < 6 and'],
    [' one\t\ttwo \n three \u00a0 four\u2003five ', 'one two three four five'],
  ])('%s', (html, text) => expect(htmlText(html)).toBe(text));

  it('is not changed by what was read before', () => {
    htmlText('<p>unclosed <a href="');
    htmlText('<script>let x = "<p>"');
    expect(htmlText('<p>after &am</p>')).toBe('after &am');
  });
});
