import { day, days, hours, type TopicDraft } from '../demo-drafts';

/** Wishes and thanks around the robot vacuum, and what lies between. */
export const PILO_IDEAS: readonly TopicDraft[] = [
  {
    key: 'pilo-quiet-hours',
    kind: 'IDEA',
    by: 'mireille',
    at: day(78, '21:30'),
    title: 'Quiet hours: a time in which Pilo never starts, whatever I press',
    body: `I live above a piano teacher who is kinder to me than I am to her. I would like to say once: *never between 21:00 and 8:00*. Not the schedule, not the app, not the button, not my son.

A night mode that is merely quieter would not be the same.`,
    products: 'pilo',
    tags: 'schedule noise',
    feels: ['HAPPY', 'full of hope'],
    meToos: 'lucia sofia jonas fatima samuel priya nandi',
    followers: 'yuna',
    answers: [
      {
        by: 'yuna',
        after: days(4),
        body: 'I drew this last week, so your timing is good. One question to all of you: should emptying the dustbin at the base wait as well? It is the loudest six seconds of all.',
        stars: 'mireille priya samuel',
        comments: [
          { by: 'mireille', after: days(4.3), body: 'Yes! Above all that.' },
          {
            by: 'jonas',
            after: days(5),
            body: 'Yes, but it should empty before the quiet time begins, else it is full in the morning.',
          },
        ],
      },
      {
        by: 'grace',
        after: days(292),
        body: 'It is in **Pilo 4.3**: *Settings › Quiet hours*, by day of the week. The bin empties shortly before they begin, as Jonas suggested. Thank you for the piano teacher.',
        official: { by: 'grace', after: days(292) },
        stars: 'mireille jonas yuna lucia fatima',
        solved: days(294),
      },
    ],
    statuses: [
      ['PENDING', 'grace', days(2)],
      ['ACTIVE', 'grace', days(60)],
      ['COMPLETE', 'grace', days(292)],
    ],
  },
  {
    key: 'pilo-zones-by-time',
    kind: 'IDEA',
    by: 'priya',
    at: day(143, '19:02'),
    title: 'No-go zones that only count at certain times',
    body: 'The cats eat at seven. From half past six to half past seven I want nobody to drive through the kitchen corner, and for the rest of the day please do, because that is where the crumbs are. Today I draw the zone in the evening and delete it in the morning.',
    products: 'pilo',
    version: '4.0',
    tags: 'mapping schedule',
    meToos: 'leila lucia aroha',
    comments: [
      { by: 'tariq', after: days(1), body: 'Technically not hard. I have put it on the list with your name on it.' },
    ],
    statuses: [['PENDING', 'grace', days(3)]],
  },
  {
    key: 'pilo-map-export',
    kind: 'IDEA',
    by: 'bao',
    at: day(186, '23:51'),
    title: 'Let me download my own map',
    body: `I would like to have the floor plan as a file: SVG would be splendid, a PNG with a scale would do. We are planning a kitchen, and my robot has measured the room better than I have.

It is also *my* flat, so I should be able to take the data with me.`,
    products: 'pilo',
    version: '4.1',
    tags: 'mapping privacy api',
    feels: ['HAPPY', 'optimistic'],
    meToos: 'erik jonas emeka',
    answers: [
      {
        by: 'grace',
        after: days(9),
        body: 'Two halves to this. Your data: *Account › Privacy › Take my data with me* already contains each map as a picture with a scale, it comes by mail within a day. A one-tap SVG in the app: we like it, and it is **not planned** for this year. I would rather say so than leave it open for ever.',
        official: { by: 'grace', after: days(9) },
        stars: 'bao priya',
      },
      {
        by: 'hiroshi',
        after: days(10),
        body: 'One warning for the kitchen: Pilo measures at a height of nine centimetres. It knows your skirting boards, not your walls. I was 11 mm off on each side.',
        stars: 'bao erik samuel dorota',
      },
    ],
    statuses: [['REJECTED', 'grace', days(9)]],
  },
  {
    key: 'pilo-thanks-hiroshi',
    kind: 'PRAISE',
    by: 'samuel',
    at: day(206, '12:00'),
    title: 'A thank-you to Hiroshi',
    body: 'My mother is 81 and has asthma. Last year I gave her a Pilo, and last week it began to grind. On the phone I read her what Hiroshi wrote about the end caps of the brush, she did it on the kitchen table with her reading glasses on, and then rang me, prouder than I have heard her in years. That is worth more than the repair. Thank you, sir.',
    products: 'pilo',
    tags: 'community cleaning',
    feels: ['HAPPY', 'touched'],
    meToos: 'priya lucia tom',
    comments: [
      {
        by: 'hiroshi',
        after: hours(9),
        body: 'Please tell your mother that she has good hands. And that she may write here herself next time.',
      },
      { by: 'ingrid', after: days(1), body: 'This is why we have this place. Thank you both.' },
    ],
  },
  {
    key: 'pilo-offline',
    kind: 'QUESTION',
    by: 'marek',
    at: day(158, '08:21'),
    title: 'Does it work without any internet connection?',
    body: 'For our cottage: electricity yes, internet no. Will it clean by button and by schedule, and does it keep its map? I do not need the app there. And if it is online at home, what does it send?',
    products: 'pilo',
    version: '4.0',
    tags: 'wifi privacy schedule',
    meToos: 'erik bao aroha',
    answers: [
      {
        by: 'erik',
        after: hours(3),
        body: 'We use ours exactly like that on the archipelago from May to September. Button works, schedule works, map stays. What you cannot do is draw zones or see the map; we draw them at home and take the robot along, it recognises the cottage as a storey of its own.',
        stars: 'marek aroha hiroshi',
        solved: days(1),
      },
      {
        by: 'grace',
        after: days(1.2),
        body: 'What Erik says is right. As for what is sent: maps and camera images are worked on in the robot. To us go: software version, error codes, and, if you allow it, the length of each run. No images, ever. The list is under *Account › Privacy › What is sent*.',
        official: { by: 'grace', after: days(1.2) },
        stars: 'marek bao priya sofia',
      },
    ],
    statuses: [['COMPLETE', 'grace', days(1.2)]],
  },
  {
    key: 'pilo-battery-age',
    kind: 'QUESTION',
    by: 'aroha',
    at: day(225, '01:40'),
    title: 'Two years old and only cleans half the house now. New battery?',
    body: 'When new it did all of downstairs, about 70 square metres, and had a third left. Now it goes back to charge after the lounge. Can the battery be replaced at home, and is it dear?',
    products: 'pilo',
    version: '4.1',
    tags: 'battery accessories',
    meToos: 'tom samuel',
    answers: [
      {
        by: 'hiroshi',
        after: hours(7),
        body: `Before you buy: *Settings › About › Battery* shows its health. Below 60 % it is due. Also check the side brush and the filter, because a clogged filter makes the fan work harder and costs a quarter of the run time.

If it is the battery: two screws (Torx 8), one plug, ten minutes. HV-P-030. Let the new one charge to full before its first run.`,
        stars: 'aroha tom samuel priya erik',
        solved: days(6),
      },
    ],
    comments: [
      {
        by: 'aroha',
        after: days(6),
        body: '54 %. Replaced it at the kitchen bench, screws and all. Whole downstairs again, thank you.',
      },
    ],
    statuses: [['COMPLETE', 'grace', days(7)]],
  },
];
