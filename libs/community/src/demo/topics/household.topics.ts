import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** The app, the account, all devices together. */
export const HOUSEHOLD: readonly TopicDraft[] = [
  {
    key: 'wren-family-phones',
    kind: 'QUESTION',
    by: 'nandi',
    at: day(99, '19:19'),
    title: 'Doorbell on the phones of the whole family, but only I may delete',
    body: 'My sister and my two teenagers should see who is at the door and be able to answer. They should not be able to delete recordings or change anything. Do I have to give them my password?',
    products: 'wren',
    tags: 'account app privacy',
    meToos: 'lucia leila',
    answers: [
      {
        by: 'priya',
        after: hours(1.5),
        body: 'Never give away the password! *Home › People › Invite*, and choose **Guest**. Guests see live pictures and can answer. *Resident* can also see recordings. Only *Owner* can delete. And it can be limited to certain days, which I use for the cat-sitter.',
        stars: 'nandi lucia leila olena yuna',
        solved: hours(20),
        official: { by: 'olena', after: days(1), owner: 'annika' },
      },
    ],
    statuses: [['COMPLETE', 'olena', days(1)]],
  },
  {
    key: 'app-matter',
    kind: 'IDEA',
    by: 'bao',
    at: day(49, '23:23'),
    title: 'Matter support for all three devices',
    body: 'Is Matter coming, and for which of the three? At the moment I have one app for the lamps and one for everything with a bird or a Latin name on it. A local protocol without a cloud in between would be even better than an official cloud link.',
    products: 'pilo caldo wren',
    tags: 'integrations api',
    feels: ['HAPPY', 'cautiously'],
    meToos: 'emeka jonas erik priya marek hiroshi sofia',
    followers: 'kwame',
    answers: [
      {
        by: 'kwame',
        after: days(6),
        body: `By device, since the answers differ:

| device | Matter | when |
| --- | --- | --- |
| Caldo (revision C and D) | yes, local | with 2.3, next spring |
| Pilo | yes, start, stop, rooms | being worked on, no date |
| Wren | no, the standard for cameras is too young | we look again next year |

Caldo revisions A and B do not have the memory for it.`,
        official: { by: 'kwame', after: days(6) },
        stars: 'bao emeka erik jonas priya',
      },
      {
        by: 'emeka',
        after: days(30),
        body: 'Until then: Caldo answers on the local network on port 8483, JSON, read only. It is not documented and may go away, but it has been stable for me since 1.9.',
        stars: 'bao marek hiroshi',
        comments: [
          {
            by: 'mateo',
            after: days(31),
            body: 'May go away, indeed. It will not before Matter is there, that much I can say.',
          },
        ],
      },
    ],
    statuses: [
      ['PENDING', 'kwame', days(2)],
      ['ACTIVE', 'kwame', days(6)],
    ],
    changes: [{ by: 'kwame', after: days(2), was: { kind: 'QUESTION', title: 'Is Matter coming?' } }],
  },
  {
    key: 'app-dark-mode',
    kind: 'IDEA',
    by: 'tom',
    at: day(72, '23:58'),
    title: 'Dark mode in the app',
    body: 'I look at the doorbell in bed when something moves outside. Then I am blind for ten minutes.',
    products: 'wren',
    tags: 'app',
    feels: ['SILLY', 'blinded'],
    meToos: 'nandi marek bao leila samuel',
    answers: [
      {
        by: 'yuna',
        after: days(2),
        body: 'I have wanted this since my first day. It is drawn; it needs every screen to be touched once, so it comes with 5.9 in February.',
        stars: 'tom nandi marek',
        comments: [{ by: 'tom', after: days(52), body: 'Got it. Marriage saved a second time.' }],
      },
    ],
    statuses: [
      ['ACTIVE', 'kwame', days(3)],
      ['COMPLETE', 'kwame', days(51)],
    ],
  },
  {
    key: 'app-login-loop',
    kind: 'PROBLEM',
    by: 'fatima',
    at: day(238, '09:41'),
    title: 'Thrown back to the login page after changing my password',
    body: 'I changed the password on the computer. On the phone I type the new one, it says "Welcome", and shows the login page again. Ten times. I have deleted the app and installed it anew.',
    tags: 'account app',
    feels: ['SAD', 'going round in circles'],
    meToos: 'aroha sofia',
    answers: [
      {
        by: 'priya',
        after: hours(1),
        body: 'Do you use the widget on the home screen? It still has the old password and throws all others out. Remove the widget, log in, put it back.',
        stars: 'fatima aroha yuna sofia',
        solved: hours(2),
      },
      {
        by: 'yuna',
        after: hours(7),
        body: 'Oh dear, yes: the widget. Thank you, Priya. From 5.10 it asks instead of knocking.',
        stars: 'priya fatima',
      },
    ],
    statuses: [
      ['ACTIVE', 'kwame', hours(8)],
      ['COMPLETE', 'kwame', days(30)],
    ],
  },
  {
    key: 'app-delete-everything',
    kind: 'QUESTION',
    by: 'leila',
    at: day(252, '13:13'),
    title: 'How do I take my data with me, and delete the rest?',
    body: 'I am giving our Wren to my brother. Before that I want a copy of the recordings from this year, and afterwards nothing of mine should be left, neither on the device nor with you. What is the right order?',
    products: 'wren',
    tags: 'privacy account',
    meToos: 'emeka',
    answers: [
      {
        by: 'annika',
        after: hours(3),
        body: `In this order:

1. *Account › Privacy › Take my data with me*. The link comes by mail within a day, and works for a week.
2. Check that the archive opens.
3. *Home › Wren › Remove from home*. This deletes the recordings with us at once, and from the backups within 30 days.
4. Hold the button on its back for ten seconds, until it blinks white. Now the device is empty too.

Your brother can set it up as new. If you leave Halvora altogether: *Account › Delete account*, last.`,
        official: { by: 'annika', after: hours(3) },
        stars: 'leila emeka priya bao jonas',
        solved: days(2),
      },
    ],
    statuses: [['COMPLETE', 'annika', hours(3)]],
  },
  {
    key: 'wren-grandmother',
    kind: 'PRAISE',
    by: 'nandi',
    at: day(275, '20:20'),
    title: 'Gogo talks to the doorbell now',
    body: 'My grandmother is 88 and does not like telephones. But she has understood that the little bird at my door is me. So she walks over (she lives next door), presses, and we have a chat of ten minutes, I at work, she on the doorstep with her shopping bag. Every day at four. I had the "talk for 3 minutes only" limit in mind when I bought it, and somebody at Halvora has taken it away without a word. Thank you, somebody.',
    products: 'wren',
    version: '1.6',
    tags: 'community',
    feels: ['HAPPY', 'at four every day'],
    meToos: 'lucia priya aroha samuel fatima',
    comments: [
      { by: 'annika', after: hours(14), body: 'Somebody has read this, and had to leave the room for a moment.' },
      { by: 'tom', after: days(1), body: 'All right, this one got me as well.' },
    ],
  },
];
