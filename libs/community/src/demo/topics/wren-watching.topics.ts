import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** What the doorbell camera notices, and what it should not. */
export const WREN_WATCHING: readonly TopicDraft[] = [
  {
    key: 'wren-every-car',
    kind: 'PROBLEM',
    by: 'mireille',
    at: day(42, '08:08'),
    title: 'A message for each car that passes',
    body: 'Our door looks onto a street. I got 312 messages yesterday. I have made the zone smaller, but the upper edge of the zone cannot be moved below the middle of the picture, and the cars are in the lower half.',
    products: 'wren',
    version: '1.4',
    tags: 'motion notifications',
    feels: ['SAD', 'drowning in messages'],
    meToos: 'sofia samuel tom leila jonas',
    answers: [
      {
        by: 'priya',
        after: hours(2),
        body: `The zone is the wrong tool here, use *what* instead of *where*: *Settings › Motion › Tell me about*, and leave only **People**. Cars, cats and branches are still recorded, but your phone is left in peace.

And set *Again after* to 2 minutes, or a postman with many letters is five messages.`,
        stars: 'mireille sofia samuel leila annika emeka',
        solved: days(1),
        official: { by: 'olena', after: days(2), owner: 'annika' },
        comments: [{ by: 'mireille', after: days(1), body: 'Four messages today, all of them people. Merci, Priya.' }],
      },
    ],
    statuses: [['COMPLETE', 'olena', days(2)]],
  },
  {
    key: 'wren-late-alert',
    kind: 'PROBLEM',
    by: 'leila',
    at: day(178, '17:17'),
    title: 'Notification comes twelve seconds after the ring',
    body: 'Ring, twelve seconds of nothing, then the phone. My neighbour with the same doorbell and the same provider gets it at once. Android, phone three years old.',
    products: 'wren',
    version: '1.5',
    tags: 'notifications app',
    meToos: 'nandi fatima bao',
    answers: [
      {
        by: 'priya',
        after: hours(0.8),
        body: 'Is the app asleep? Android puts apps to bed that you open rarely. Long press on the Halvora icon › *App info* › *Battery* › **Unrestricted**. With my old phone that was the difference between ten seconds and one.',
        stars: 'leila nandi fatima emeka',
        solved: hours(4),
      },
      {
        by: 'emeka',
        after: hours(5),
        body: 'If somebody has this *with* unrestricted battery: a VPN or a DNS blocker on the phone keeps the push connection from staying open. Same symptom, other cause.',
        stars: 'bao priya',
      },
    ],
    comments: [{ by: 'leila', after: hours(4), body: 'Unrestricted it is. One second.' }],
    statuses: [['COMPLETE', 'annika', days(1)]],
  },
  {
    key: 'wren-parcels',
    kind: 'IDEA',
    by: 'aroha',
    at: day(112, '22:40'),
    title: 'Tell me when a parcel is left, and when it is gone',
    body: 'It recognises people and cats. A brown box on the doormat cannot be harder than a cat. Most of all I would like to know when it is *no longer* there.',
    products: 'wren',
    tags: 'motion notifications',
    feels: ['HAPPY'],
    meToos: 'priya nandi samuel erik sofia lucia fatima',
    followers: 'yuna',
    answers: [
      {
        by: 'annika',
        after: days(95),
        body: 'Planned for **1.7**. Boxes are indeed easier than cats, they hold still. Bags are the hard ones. If you would like to lend us your doormat for tests, write to me.',
        official: { by: 'annika', after: days(95) },
        stars: 'aroha priya nandi sofia',
      },
    ],
    statuses: [
      ['PENDING', 'olena', days(4)],
      ['ACTIVE', 'annika', days(95)],
    ],
  },
  {
    key: 'wren-local-storage',
    kind: 'IDEA',
    by: 'emeka',
    at: day(92, '14:14'),
    title: 'Recordings on my own disk instead of in your cloud',
    body: `I trust you. I do not trust every company that may own you in ten years. Please let the Wren write to a network share (SMB or NFS), or at least to a memory card in the indoor chime.

I would pay for it once. I would not pay for it monthly.`,
    products: 'wren',
    tags: 'privacy integrations api',
    meToos: 'bao jonas erik marek hiroshi tom priya aroha nandi',
    followers: 'annika kwame',
    answers: [
      {
        by: 'kwame',
        after: days(12),
        body: 'It is the idea with the most people behind it here, so you deserve more than "noted". We are weighing a memory card in the chime. A network share is unlikely: we would have to support every box ever made. I will come back in autumn, with a yes or a no.',
        stars: 'emeka bao jonas priya erik',
        comments: [
          { by: 'emeka', after: days(12.2), body: 'A clear "in autumn" I can live with. Thank you, Kwame.' },
          { by: 'jonas', after: days(300), body: 'It is autumn. :)' },
        ],
      },
    ],
    comments: [{ by: 'bao', after: hours(2), body: 'RTSP, and we could do all the rest ourselves.' }],
    statuses: [['PENDING', 'kwame', days(12)]],
  },
  {
    key: 'wren-gehweg-de',
    kind: 'QUESTION',
    by: 'jonas',
    at: day(165, '16:45'),
    locale: 'de',
    title: 'Darf die Kamera den Gehweg mit aufnehmen?',
    body: 'Unsere Haustür liegt zwei Meter vom Gehweg entfernt. Ein Nachbar meint, das sei verboten. Kann ich den Gehweg im Bild ausblenden, sodass er gar nicht erst aufgezeichnet wird?',
    products: 'wren',
    version: '1.5',
    tags: 'privacy motion',
    meToos: 'mireille',
    answers: [
      {
        by: 'annika',
        after: hours(17),
        body: `Hallo Jonas, ich bin keine Juristin, aber so viel: In Deutschland darf eine private Kamera in der Regel nur das eigene Grundstück erfassen, der öffentliche Gehweg gehört nicht dazu.

Ab Version **1.6** (im Mai) gibt es *Private Zonen*: Diese Bildteile werden schon in der Kamera geschwärzt und verlassen sie nie. Bis dahin hilft nur, die Kamera mit dem beiliegenden Keil um 15 Grad nach unten zu neigen.`,
        official: { by: 'annika', after: hours(17) },
        stars: 'jonas mireille emeka',
        solved: days(60),
      },
    ],
    comments: [
      {
        by: 'jonas',
        after: days(60),
        body: 'Mit 1.6 den Gehweg geschwärzt, der Nachbar durfte zuschauen. Jetzt grüßt er wieder.',
      },
    ],
    statuses: [
      ['ACTIVE', 'annika', hours(17)],
      ['COMPLETE', 'annika', days(61)],
    ],
  },
  {
    key: 'update-wren-1-6',
    kind: 'UPDATE',
    by: 'annika',
    at: day(222, '10:00'),
    title: 'Wren 1.6: private zones',
    body: `With **1.6** you can black out parts of the picture: the pavement, the neighbour's window, the bench where people kiss. What is blacked out is never recorded, not even for a moment; it happens inside the camera.

*Settings › Video › Private zones*. Up to six, of any shape.

Also in 1.6: the ring reaches the phone about half a second sooner.`,
    products: 'wren',
    version: '1.6',
    tags: 'firmware privacy',
    comments: [
      {
        by: 'emeka',
        after: hours(2),
        body: 'Checked it with a packet capture, since I am like that. Black where it should be black.',
      },
      { by: 'annika', after: hours(3), body: 'We hoped that you would.' },
    ],
  },
];
